import Simulation
import Statistics

/// What changes about one stream, and its books: records in the measured window.
struct StreamState: BitwiseCopyable {
  /// The generation of its open shards, and how many these are, over time.
  var generation: UInt32 = 0
  var shards = LevelIntegral()
  /// The change of the number of shards that comes next.
  var nextReshard: UInt32 = 0
  /// How many records have been accepted in all, those at the start among them.
  var ordinal: UInt64 = 0
  var demand = DemandWatch()
  var books = StreamBooks()
}

/// What is counted of a stream's records.
struct StreamBooks: BitwiseCopyable {
  var initial: Int64 = 0
  var accepted: Int64 = 0
  var throttles: Int64 = 0
  var tooLarge: Int64 = 0
  /// Refused since the stream was out of order.
  var unavailable: Int64 = 0
  var bytes: Int64 = 0
  var units: Int64 = 0
}

/// Why a consumer gave records up.
///
/// - Source: AWS Lambda Developer Guide, Kinesis, on-failure destinations: `requestContext.condition`.
public enum DiscardCondition: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// They were tried as often as may be.
  case retriesExhausted
  /// They were older than may be.
  case ageExceeded

  /// The name by which tables list the condition.
  public var name: String {
    switch self {
    case .retriesExhausted: "retries_exhausted"
    case .ageExceeded: "record_age_exceeded"
    }
  }
}

/// What changes about one consumer of a stream, and its books: records in the measured window.
struct ConsumerState: BitwiseCopyable {
  /// Records that it has not done with, and its parts that wait with a failed batch.
  var records = LevelIntegral()
  var blocked = LevelIntegral()
  /// The age of the last record of the last batch that was done with, in nanoseconds.
  var lastAge: Nanoseconds = 0
  /// Notices that have been sent.
  var notices: UInt64 = 0
  var books = ConsumerBooks()
}

/// What is counted of a consumer's records and batches.
struct ConsumerBooks: BitwiseCopyable {
  var offered: Int64 = 0
  var processed: Int64 = 0
  var filtered: Int64 = 0
  /// Handed to the function, each as often as it was; of these, again.
  var receives: Int64 = 0
  var redeliveries: Int64 = 0
  /// Given up, by the place of the ``DiscardCondition``.
  var discarded = InlineArray<2, Int64>(repeating: 0)
  var expired: Int64 = 0
  /// Reads that brought something, and their bytes.
  var reads: Int64 = 0
  var bytes: Int64 = 0
  /// Invocations that were accepted, that failed or reported failures, and that were refused.
  var attempts: Int64 = 0
  var failures: Int64 = 0
  var refusals: Int64 = 0
  /// Batches that were given up, how often the last of them had been tried, and notices that were not taken.
  var discardedBatches: Int64 = 0
  var lastInvokeCount: Int64 = 0
  var lastBatchSize: Int64 = 0
  var lostNotices: Int64 = 0
  /// Tumbling windows that ended.
  var windows: Int64 = 0
}
