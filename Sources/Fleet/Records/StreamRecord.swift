public import Simulation
public import Statistics

/// What one stream took in, and what its consumers made of it: records that were born in the measured window.
public struct StreamRecord: Sendable, Equatable {
  /// Records that were there at the start.
  public var initial: Int64 = 0

  /// Records that were written.
  public var accepted: Int64 = 0

  /// Writes that were refused at a shard's limit, each attempt counted.
  public var writeThrottles: Int64 = 0

  /// Writes that were refused for the record's size.
  public var tooLarge: Int64 = 0

  /// Records that it refused since it was out of order.
  public var unavailable: Int64 = 0

  /// Bytes that were written, and the units as which they are billed, each record rounded up.
  public var bytes: Int64 = 0
  /// See ``bytes``.
  public var units: Int64 = 0

  /// Open shards, integrated over the window (shard-nanoseconds), and the most at one time.
  public var shards = LevelRecord()

  /// One record a consumer, in the order of the blueprint.
  public var consumers: [StreamConsumerRecord] = []

  /// A stream to which nothing was written.
  public init() {}
}

/// What one consumer of a stream made of its records.
public struct StreamConsumerRecord: Sendable, Equatable {
  /// The function that it drives.
  public var function: Int = 0

  /// Whether it reads by a push of its own.
  public var isPushed = false

  /// Records that it was to work on.
  public var offered: Int64 = 0

  /// Records that the function processed.
  public var processed: Int64 = 0

  /// Records that the function got, each as often as it did; of these, records that it had got before.
  public var receives: Int64 = 0
  /// See ``receives``.
  public var redeliveries: Int64 = 0

  /// Records that the filter passed over.
  public var filtered: Int64 = 0

  /// Records that were given up, one entry a ``DiscardCondition`` in its order.
  public var discarded = [Int64](repeating: 0, count: DiscardCondition.allCases.count)

  /// Records that the stream did not keep any longer.
  public var expired: Int64 = 0

  /// Records that were still there when the run ended.
  public var present: Int64 = 0

  /// Records that were there, integrated over the window (record-nanoseconds), and the most at one time.
  public var records = LevelRecord()

  /// Reads that brought something, by calls or pushes, and their bytes; by time, not by record.
  public var reads: Int64 = 0
  /// See ``reads``.
  public var bytes: Int64 = 0

  /// Invocations that the function accepted; of these, failed ones and such that reported failures; and refused ones.
  public var attempts: Int64 = 0
  /// See ``attempts``.
  public var failures: Int64 = 0
  /// See ``attempts``.
  public var refusals: Int64 = 0

  /// Batches that were given up; how often the last of them had been tried, and its records.
  public var discardedBatches: Int64 = 0
  /// See ``discardedBatches``.
  ///
  /// Counted as in the notice that its destination gets: of a batch that was too old, the try which found it so counts too.
  public var lastInvokeCount: Int64 = 0
  /// See ``discardedBatches``.
  public var lastBatchSize: Int64 = 0

  /// Notices that the destination did not take.
  public var lostNotices: Int64 = 0

  /// Tumbling windows that ended.
  public var windows: Int64 = 0

  /// The age of the last record of each batch when the function was done with it, in nanoseconds.
  public var iteratorAge = LatencyHistogram()

  /// From writing to the last time that the function got it, of processed records, in nanoseconds.
  public var age = LatencyHistogram()

  /// The last of these ages of batches.
  public var lastIteratorAge: Nanoseconds = 0

  /// Parts of shards behind a failed batch, integrated over the window (nanoseconds), and the most at one time.
  public var blocked = LevelRecord()

  /// A consumer that got nothing.
  public init() {}
}
