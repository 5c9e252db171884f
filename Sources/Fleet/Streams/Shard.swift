import Simulation

/// A range of a stream's keys: what it still takes in, and what it still gives to those who poll.
struct Shard: BitwiseCopyable {
  /// The stream, the generation of shards that it belongs to, and its place in it.
  var stream: UInt32
  var generation: UInt32
  var place: UInt32
  /// Records and bytes that may be written; nil where there is no such limit.
  var records: TokenBucket?
  var bytes: TokenBucket?
  /// Calls that polls may make; nil where there is no such limit.
  var calls: TokenBucket?
  /// When the shard has given what it was last asked for: until then it refuses polls.
  var givesFrom: Nanoseconds = 0
  /// The first of its readers, one for each consumer of the stream.
  var firstReader: UInt32

  /// Takes what a record needs of the limits of writing, all of it or nothing.
  @inline(__always)
  mutating func takeWrite(of size: Int64, at now: Nanoseconds) -> Bool {
    if records != nil && !records!.hasToken(at: now) { return false }
    if bytes != nil && !bytes!.take(size, at: now) { return false }
    if records != nil { _ = records!.take(at: now) }
    return true
  }
}

/// Shards that divide a stream's keys among themselves at one time, evenly: the key number k of 2^64 goes to shard k n / 2^64.
struct ShardGeneration: BitwiseCopyable {
  /// Its shards.
  var first: UInt32
  var count: UInt32
  /// The shards that came after them; none while they are open.
  var next = ShardGeneration.none

  static var none: UInt32 { .max }

  /// The shards of the next generation which have keys of one of these shards.
  func children(of place: UInt32, among next: UInt32) -> ClosedRange<UInt32> { Self.overlap(place, of: count, among: next) }

  /// Of `others` even parts of a range, those that meet part `place` of `count`.
  static func overlap(_ place: UInt32, of count: UInt32, among others: UInt32) -> ClosedRange<UInt32> {
    let (place, count, others) = (UInt64(place), UInt64(count), UInt64(others))
    return UInt32(place * others / count)...UInt32(((place + 1) * others + count - 1) / count - 1)
  }
}

/// How far one consumer has come with reading one shard.
struct ShardReader: BitwiseCopyable {
  enum Stage: UInt8 {
    /// Behind shards that are to be finished before it.
    case held
    /// Without anything to read, or without anybody to read it for.
    case idle
    /// About to poll.
    case polling
    /// On the way with what was read.
    case reading
    /// At the end of a closed shard.
    case drained
  }

  var shard: UInt32
  var consumer: UInt32
  var stage = Stage.held
  /// Shards that are to be finished before.
  var parents: UInt32 = 0
  /// Written and not read; read and on the way.
  var unread = ItemList()
  var unreadBytes: Int64 = 0
  var answer = ItemList()
  /// Records with the parts, in batches or before.
  var inParts: UInt32 = 0
  /// The time of the last poll, from which those that find nothing count on.
  var polledAt: Nanoseconds
  /// How often something was read, and how long the last push takes.
  var reads: UInt64 = 0
  var latency: Nanoseconds = 0
  /// When a push of its own has given what it was last asked for.
  var givesFrom: Nanoseconds = 0
  /// The first of its parts.
  var firstPart: UInt32

  /// When the next poll comes, if nothing has kept the reader from polling.
  func nextPoll(every period: Nanoseconds, at now: Nanoseconds) -> Nanoseconds {
    let passed = now - polledAt
    return passed < period ? polledAt + period : polledAt + (passed + period - 1) / period * period
  }
}
