public import Simulation
public import Variates

/// How a stream drives a function: an event-source mapping, which reads each shard and invokes the function with batches of records.
///
/// - Source: AWS Lambda Developer Guide, Using Lambda with Kinesis; API reference, CreateEventSourceMapping.
public struct ConsumerPlan: Sendable, BitwiseCopyable {
  /// The number from which its draws derive.
  public var key: UInt64
  /// The stream, the function, and the flow under which the function's books count the batches.
  public var stream: UInt32
  /// See ``stream``.
  public var function: UInt32
  /// See ``stream``.
  public var flow: UInt32
  /// Records in one invocation at most, and their bytes.
  public var batchSize: UInt32 = 100
  /// See ``batchSize``.
  public var batchBytes = Int64.max
  /// How long records are gathered for a batch.
  public var window: Nanoseconds = 0
  /// Batches of one shard at a time; records of a key stay in order.
  public var parts: UInt32 = 1
  /// Whether it reads what was there before the run.
  public var readsInitial = true
  /// How often a failed batch is tried again at most; the greatest number where that has no limit.
  public var retries = UInt32.max
  /// The age from which on records are given up; `never` where they are not.
  public var maximumAge = Nanoseconds.never
  /// The first and the longest time before a failed batch is tried again; it doubles between, and half of it is drawn.
  public var retryBase: Nanoseconds = .second
  /// See ``retryBase``.
  public var retryCap: Nanoseconds = 60 * .second
  /// Whether a failed batch is tried again in two halves.
  public var bisects = false
  /// Whether the function says from which record on it failed.
  public var reportsFailures = false
  /// The length of the windows of which state is carried from call to call; 0 for none.
  public var tumblingWindow: Nanoseconds = 0
  /// How long a record takes by a push of the reader's own, and the bytes per second of that; nil where it polls.
  public var push: Sampler?
  /// See ``push``.
  public var pushBytes = Int64.max
  /// Which records are handed on; the others are passed over.
  public var filter = ItemFilterPlan()
  /// What is told of records that were given up, and the size of what it is told; nil for nobody.
  public var onFailure: Target?
  /// See ``onFailure``.
  public var noticeBytes: Int64 = 0

  /// A consumer of which the rest is set by name.
  public init(key: UInt64, stream: UInt32, function: UInt32, flow: UInt32) {
    self.key = key
    self.stream = stream
    self.function = function
    self.flow = flow
  }

  /// The pause before a failed batch is tried again, in nanoseconds.
  ///
  /// Half of it is drawn: with a doubling from 1 s, a function that always fails then is asked seven times within 60 s, and the eighth
  /// time finds the record too old, as recorded on AWS.
  ///
  /// - Parameters:
  ///   - tries: how often the batch has been tried, from 1.
  ///   - start: where the randomness comes from.
  func pause(after tries: UInt32, _ start: Draw) -> Nanoseconds {
    var draw = start
    let doublings = Nanoseconds(min(tries - 1, 40))
    let (product, overflow) = retryBase.multipliedReportingOverflow(by: 1 << doublings)
    let half = (overflow ? retryCap : min(retryCap, product)) / 2
    return half + Nanoseconds(draw.uniform() * Double(half))
  }
}
