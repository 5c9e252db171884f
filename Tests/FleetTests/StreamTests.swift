import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

@Suite("Streams")
struct StreamTests {
  @Test("a shard takes in what its limits allow, and the rest is refused")
  func writeLimits() throws {
    let times = [Int64](repeating: 0, count: 1500) + [Int64](repeating: 1000, count: 1500)
    let fleet = StreamFleet(good: times)
    let byRecords = try fleet.run { _, stream in stream.writeRecords = 1000 }
    #expect(byRecords.stream.accepted == 2000 && byRecords.stream.writeThrottles == 1000)
    #expect(byRecords.run.sources[0].lost[Int(Loss.throttle.rawValue)] == 1000)
    let byBytes = try fleet.run { _, stream in stream.writeBytes = 500_000 }
    #expect(byBytes.stream.accepted == 1000 && byBytes.stream.bytes == 1_000_000 && byBytes.stream.units == 1000)
    let tooLarge = try fleet.run { _, stream in stream.maxRecordSize = 999 }
    #expect(tooLarge.stream.accepted == 0 && tooLarge.stream.tooLarge == 3000)
  }

  @Test("a key belongs to one shard: with one key, more shards take in no more")
  func hotShard() throws {
    let times = [Int64](repeating: 0, count: 1500)
    var fleet = StreamFleet(good: times)
    let many = try fleet.run { _, stream in (stream.writeRecords, stream.shards) = (500, 4) }
    #expect(many.stream.accepted == 1500 && many.stream.shards.peak == 4)
    fleet.blueprint.sources[0].keys = Sampler(constant: 3)
    let one = try fleet.run { _, stream in (stream.writeRecords, stream.shards) = (500, 4) }
    #expect(one.stream.accepted == 500)
  }

  /// A record of a second's traffic meets its reader's poll at any time of the period.
  @Test("an idle shard is polled once a period: waits are even between 0 and 1 s")
  func polling() throws {
    let times = (0..<2000).map { Int64($0) * 10_000 + 7 * (Int64($0) % 143) }
    let (_, consumer, run) = try StreamFleet(good: times, seconds: 20_100).run { _, stream in stream.pollEvery = .second }
    let waits = run.sources[0].completionCauses.spent(on: .delivery)
    #expect(consumer.processed == 2000 && consumer.reads == 2000)
    #expect(abs(Double(waits) / 2000 / 1e9 - 0.5) < 0.05)
    #expect(consumer.iteratorAge.maximum! <= 1_010_000_000)
  }

  /// 40 records of 1 MB at 2 MB/s; an answer holds 10.
  @Test("reads take their time at the shard's limit, which all who poll share", arguments: [1, 2])
  func readLimits(consumers: UInt32) throws {
    var fleet = StreamFleet(good: [Int64](repeating: 0, count: 40), seconds: 300)
    fleet.blueprint.sources[0].size = Sampler(constant: 1_000_000)
    fleet.blueprint.streams[0].consumers = consumers
    fleet.blueprint.consumers = Array(repeating: fleet.blueprint.consumers[0], count: Int(consumers))
    let (_, consumer, run) = try fleet.run { _, stream in
      (stream.readBytes, stream.answerBytes, stream.readCalls) = (2_000_000, 10_000_000, 5)
      stream.pollEvery = .second
    }
    #expect(consumer.reads == 4 && consumer.bytes == 40_000_000)
    // The last of n answers begins when those before it have been given, 5 s each.
    let last = run.sources[0].completion.maximum!
    let begin = Nanoseconds(4 * consumers - 1) * 5 * .second
    #expect(last >= begin && last <= begin + 2 * .second)
    #expect(run.sources[0].succeeded == 40)
  }

  @Test("a push brings a record after its latency, without polls")
  func pushes() throws {
    let (_, consumer, run) = try StreamFleet(good: [0, 1000, 2000]).run { plan, stream in
      plan.push = Sampler(constant: 7e7)
      stream.pollEvery = 10 * .second
    }
    #expect(consumer.isPushed && consumer.attempts == 3)
    #expect(consumer.iteratorAge.sum == 3 * 80_000_000)
    #expect(run.sources[0].completionCauses.spent(on: .delivery) == 3 * 70_000_000)
    #expect(run.sources[0].isCharged(running: 30 * .millisecond))
  }

  /// One record a millisecond, 10 ms each, in batches of what has come meanwhile.
  @Test("while the function works nothing is pushed, and what came is there at once")
  func pushesMeanwhile() throws {
    let (_, consumer, run) = try StreamFleet(good: (0..<300).map { $0 }).run { plan, _ in plan.push = Sampler(constant: 7e7) }
    #expect(consumer.processed == 300 && consumer.attempts < 12)
    let waited = Cause.allCases.reduce(Int128(0)) { $0 + run.sources[0].completionCauses.spent(on: $1) }
    #expect(waited < run.sources[0].completion.sum && run.sources[0].completionCauses.spent(on: .delivery) == 300 * 70_000_000)
  }

  /// The bad record of the old shard is tried until 7 s at least; those behind it in the new shards wait for it.
  @Test("new shards are read when those before them have been finished")
  func resharding() throws {
    var fleet = StreamFleet(good: (0..<100).map { 6000 + $0 }, bad: [4000], seconds: 200)
    fleet.blueprint.reshards = [Reshard(at: 5 * .second, shards: 4), Reshard(at: 50 * .second, shards: 3)]
    let (stream, consumer, run) = try fleet.run { plan, stream in
      plan.retries = 3
      stream.reshards = 2
    }
    #expect(consumer.processed == 100 && consumer.discarded == [1, 0] && consumer.present == 0)
    let area = Int128(5 + 4 * 45 + 3 * 150) * Int128(Nanoseconds.second)
    #expect(stream.shards.area == area && stream.shards.last == 3 && stream.shards.peak == 4)
    // Four tries with pauses of at least 0.5 + 1 + 2 s.
    #expect(run.sources[0].completion.maximum! >= 1_400_000_000)
    #expect(run.functions[0].concurrency.peak == 4)
  }

  @Test("even parts of a range meet the parts of another division that they overlap")
  func overlap() {
    #expect(ShardGeneration.overlap(0, of: 1, among: 4) == 0...3)
    #expect(ShardGeneration.overlap(1, of: 4, among: 2) == 0...0)
    #expect(ShardGeneration.overlap(1, of: 3, among: 4) == 1...2)
    #expect(ShardGeneration.overlap(3, of: 4, among: 3) == 2...2)
  }

  @Test("each consumer has records of its own, and a request ends when all have")
  func consumers() throws {
    var fleet = StreamFleet(good: [0, 100, 200])
    fleet.blueprint.streams[0].consumers = 3
    fleet.blueprint.consumers = Array(repeating: fleet.blueprint.consumers[0], count: 3)
    fleet.blueprint.consumers[2].window = 5 * .second
    let record = try fleet.run().run
    #expect(record.streams[0].consumers.allSatisfy { $0.processed == 3 && $0.offered == 3 })
    #expect(record.sources[0].succeeded == 3 && record.sources[0].completion.maximum! > 4_800_000_000)
    #expect(record.functions[0].succeeded == 7)
  }

  @Test("a record that nobody processes expires with the stream's retention")
  func retention() throws {
    let (_, consumer, run) = try StreamFleet(bad: [0], seconds: 4000).run { _, stream in stream.retention = 1000 * .second }
    #expect(consumer.expired == 1 && consumer.discarded == [0, 0] && run.sources[1].lost[Int(Loss.expired.rawValue)] == 1)
  }

  /// 800 records a second where two shards of 200 bear half: what came in an interval of a second is borne after fifteen more.
  @Test("a stream that follows demand bears twice its past peak, fifteen intervals later")
  func demand() throws {
    let times = (0..<800 * 40).map { Int64($0) * 5 / 4 }
    let (stream, _, _) = try StreamFleet(good: times, seconds: 40).run { _, stream in
      (stream.shards, stream.writeRecords, stream.writeBytes) = (2, 200, 1_000_000)
      (stream.followsDemand, stream.within) = (true, 15 * .second)
    }
    #expect(stream.shards.peak == 8, "twice the peak of four")
    // Half is refused for 16 s, but for what the shards bear at once.
    #expect(abs(stream.writeThrottles - 400 * 16) < 800)
  }

  @Test("what is told of records that were given up goes to the destination")
  func destination() throws {
    var fleet = StreamFleet(bad: [0, 0, 0], seconds: 100)
    fleet.blueprint.streams.append(StreamPlan(key: 9))
    fleet.blueprint.streams[1].pollEvery = .second
    let record = try fleet.run { plan, _ in
      plan.retries = 1
      plan.window = .second
      plan.onFailure = Target(.stream, 1)
      plan.noticeBytes = 800
    }.run
    #expect(record.streams[1].accepted == 1 && record.streams[1].bytes == 800)
    #expect(record.streams[0].consumers[0].discarded == [3, 0] && record.streams[0].consumers[0].lostNotices == 0)
  }
}
