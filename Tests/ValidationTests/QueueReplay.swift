/// How a recording of a queue is replayed: what its test sent, and how its function answered.
struct QueueReplay: Sendable {
  /// How the function answers where messages fail.
  enum Failure: Sendable {
    /// It throws: the whole batch has failed, whatever else is reported.
    case exception
    /// It reports messages; a report that names none, by which AWS gives the whole batch back, is replayed as one that names all.
    case report
  }

  /// Messages that the function does well with, those that fail at the first attempt, and those that always fail, in this order.
  var good = 0
  var late = 0
  var bad = 0
  var failure = Failure.exception
  /// Messages that the filter does not let through.
  var others = 0
  /// Messages that were there before the mapping, and how long the function takes for a batch of them, seconds; 0 where it fails.
  var initial = 0
  var seconds = 0
  /// Whether good messages come ten seconds after one another, instead of all at once.
  var isApart = false
  /// Whether the queue keeps an order; all messages are of one group.
  var isFIFO = false
  /// The queue's visibility timeout and the function's timeout, seconds.
  var visibility = 30
  /// How often a message is received before it goes to the dead-letter queue; nil where there is none.
  var receives: Int?
  /// The function's reserved concurrency, if any.
  var reserved: Int?
  /// Whether the queue takes asynchronous invocations of the function that were given up, and drives nothing itself.
  var takesEvents = false

  /// The mapping's settings, where the recording does not hold them.
  var settings = ""
  /// The mapping's window, where the recording hides it, seconds.
  var window = 0

  static let good = QueueReplay(good: 1)
  static let filtered = QueueReplay(good: 1, others: 1)

  /// All messages, of whatever kind.
  var sent: Int { good + late + bad + others + initial }
}
