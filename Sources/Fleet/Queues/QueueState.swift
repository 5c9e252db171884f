import Simulation
import Statistics

/// What changes about one queue, and its books.
struct QueueState: BitwiseCopyable {
  /// Messages that may be received: what came back goes before what is new.
  var returned = ItemList()
  var waiting = ItemList()
  /// Groups of which messages may be received: those with nothing in work go before the others.
  var quiet = GroupList()
  var busy = GroupList()
  /// The FIFO group from which a batch is being filled.
  var filling = MessageGroup.none

  /// Whether messages are being taken out, so that others which come meanwhile are met by that.
  var isGathering = false

  /// The range of its mappings among all, and the one that is asked first when a message comes.
  var firstMapping: UInt32 = 0
  var mappings: UInt32 = 0
  var nextMapping: UInt32 = 0

  /// Messages that are there and not in work, and those in work.
  var messages = LevelIntegral()
  var inFlight = LevelIntegral()
  /// Of both, those born in the measured window.
  var present: Int64 = 0
  /// The range of its buckets among those of all queues.
  var firstBucket: UInt32 = 0

  var books = QueueBooks()
}

/// What is counted of a queue's messages that were born in the measured window, and of its requests made there.
struct QueueBooks: BitwiseCopyable {
  var accepted: Int64 = 0
  var initial: Int64 = 0
  var refused: Int64 = 0
  var processed: Int64 = 0
  var filtered: Int64 = 0
  var deadLettered: Int64 = 0
  var expired: Int64 = 0
  var receives: Int64 = 0
  var redeliveries: Int64 = 0
  var duplicates: Int64 = 0
  var repeated: Int64 = 0
  /// The greatest age of a message when it was received, in nanoseconds.
  var oldest: Nanoseconds = 0
  var requests = QueueRequests()
}

/// Requests to a queue as they are billed: calls, and one more for each further chunk of bytes.
public struct QueueRequests: Sendable, Equatable, BitwiseCopyable {
  /// Calls that send.
  public var sends: Int64 = 0
  /// Calls that receive at least one message.
  public var receives: Int64 = 0
  /// Polls that ended without one.
  public var emptyReceives: Int64 = 0
  /// Calls that delete.
  public var deletes: Int64 = 0

  /// None.
  public init() {}

  /// All of them.
  public var total: Int64 { sends + receives + emptyReceives + deletes }
}
