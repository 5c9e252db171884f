public import Simulation
public import Statistics

/// What one queue did with the messages that were born in the measured window.
///
/// ``initial`` + ``accepted`` = ``processed`` + ``filtered`` + ``deadLettered`` + ``expired`` + ``present``.
public struct QueueRecord: Sendable, Equatable {
  /// Messages that it took, those among them that it got as a dead-letter queue.
  public var accepted: Int64 = 0

  /// Messages that were there at the start.
  public var initial: Int64 = 0

  /// Messages that it did not take: beyond its limits of calls, or too large.
  public var refused: Int64 = 0

  /// Messages that were deleted after a function had processed them.
  public var processed: Int64 = 0

  /// Messages that no filter let through and that were deleted.
  public var filtered: Int64 = 0

  /// Messages that went to the dead-letter queue.
  public var deadLettered: Int64 = 0

  /// Messages that were older than they may be.
  public var expired: Int64 = 0

  /// Messages that were there when the run ended, in work or not.
  public var present: Int64 = 0

  /// Messages received, each as often as it was.
  public var receives: Int64 = 0

  /// Of these, messages that had been received before.
  public var redeliveries: Int64 = 0

  /// Receives that were answered a second time.
  public var duplicates: Int64 = 0

  /// Messages that were processed when they were another's again: as a duplicate, or after their visibility timeout.
  public var repeated: Int64 = 0

  /// The greatest age of a message at a receive, or of the first in line when the window closed; nanoseconds.
  public var oldest: Nanoseconds = 0

  /// From sending to the last receive, of processed messages; nanoseconds.
  public var age = LatencyHistogram()

  /// From sending to deletion, of processed messages; nanoseconds.
  public var time = LatencyHistogram()

  /// Messages that were there and not in work, those among them that were held back: integrated over the window (message-nanoseconds), and
  /// the most at one time.
  public var messages = LevelRecord()

  /// Messages in work or hidden after a failure, integrated over the window, and the most at one time.
  public var inFlight = LevelRecord()

  /// Requests as they are billed.
  public var requests = QueueRequests()

  /// The time of pollers that are set aside for its mappings, over the window: poller-nanoseconds.
  public var pollers: Int128 = 0

  /// A queue to which nothing came.
  public init() {}

  init(_ books: QueueBooks) {
    accepted = books.accepted
    initial = books.initial
    refused = books.refused
    processed = books.processed
    filtered = books.filtered
    deadLettered = books.deadLettered
    expired = books.expired
    receives = books.receives
    redeliveries = books.redeliveries
    duplicates = books.duplicates
    repeated = books.repeated
    oldest = books.oldest
    requests = books.requests
  }
}
