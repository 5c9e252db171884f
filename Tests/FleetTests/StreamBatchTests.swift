import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// Small streams worked by hand; times in milliseconds.
@Suite("Batches of streams")
struct StreamBatchTests {
  /// - Source: recorded on AWS (localstack): `approximateInvokeCount` is 2 for one retry, 3 for two, 4 for three.
  @Test("a limit of N retries makes N + 1 invocations", arguments: [0, 1, 2, 3, 10])
  func retries(most: UInt32) throws {
    let (stream, consumer, run) = try StreamFleet(good: [5000], bad: [0]).run { plan, _ in plan.retries = most }
    #expect(consumer.attempts == Int64(most) + 2 && consumer.failures == Int64(most) + 1)
    #expect(consumer.discarded == [1, 0] && consumer.processed == 1 && stream.accepted == 2)
    #expect(consumer.lastInvokeCount == Int64(most) + 1 && consumer.lastBatchSize == 1 && consumer.discardedBatches == 1)
    #expect(run.sources[1].lost[Int(Loss.discarded.rawValue)] == 1 && run.sources[0].succeeded == 1)
  }

  /// - Source: recorded on AWS (localstack, expire-while-retrying): an invoke count of 8 for a maximum age of 60 s; that of a record which
  ///   was too old before its first try is 1, so that the last of the 8 found it too old.
  @Test("a function that always fails is tried seven times within 60 s", arguments: 0..<50 as Range<UInt64>)
  func maximumAge(seed: UInt64) throws {
    let (_, consumer, _) = try StreamFleet(bad: [0], seed: seed).run { plan, _ in
      plan.maximumAge = 60 * .second
      plan.window = .second
    }
    #expect(consumer.lastInvokeCount == 8 && consumer.attempts == 7 && consumer.discarded == [0, 1])
  }

  @Test("a bad record among n is isolated in 2 log2 n + 1 invocations", arguments: [0, 1, 5, 8, 13, 15])
  func bisect(place: Int) throws {
    let (good, bad) = (0..<16).reduce(into: ([Int64](), [Int64]())) {
      if $1 == place { $0.1.append(Int64($1)) } else { $0.0.append(Int64($1)) }
    }
    let (_, consumer, _) = try StreamFleet(good: good, bad: bad).run { plan, _ in
      plan.window = .second
      plan.batchSize = 16
      plan.bisects = true
      plan.retries = 0
    }
    #expect(consumer.attempts == 2 * 4 + 1 && consumer.failures == 5)
    #expect(consumer.processed == 15 && consumer.discarded == [1, 0] && consumer.lastBatchSize == 1)
  }

  /// - Source: recorded on AWS (localstack, test_kinesis_report_batch_item_failures): six records in batches of three, three retries; the
  ///   last record is delivered once with its batch and four times by itself.
  @Test("records before the first that failed are done, the others are a batch with retries of its own")
  func partialFailure() throws {
    let (_, consumer, run) = try StreamFleet(good: [0, 0, 0, 0, 0], bad: [0]).run { plan, _ in
      plan.reportsFailures = true
      plan.window = .second
      plan.batchSize = 3
      plan.retries = 3
    }
    #expect(consumer.attempts == 6 && consumer.failures == 5 && consumer.lastInvokeCount == 4 && consumer.lastBatchSize == 1)
    #expect(consumer.processed == 5 && consumer.discarded == [1, 0])
    #expect(consumer.receives == 10 && consumer.redeliveries == 4 && consumer.age.count == 5)
    #expect(run.functions[0].errors == 0, "a reported failure is none of the function's")
  }

  /// The first window begins with the first record and ends at 1000; the batch of two ends at 1020, and so the next window at 2020.
  @Test("a window begins with the end of the last invocation")
  func window() throws {
    let (_, consumer, run) = try StreamFleet(good: [0, 200, 1300]).run { plan, _ in plan.window = .second }
    #expect(consumer.attempts == 2)
    #expect(consumer.iteratorAge.sum == Int128((820 + 730) * Nanoseconds.millisecond))
    #expect(consumer.lastIteratorAge == 730 * .millisecond)
    #expect(run.sources[0].completionCauses.spent(on: .batchWindow) == Int128((1000 + 800 + 720) * Nanoseconds.millisecond))
    #expect(run.sources[0].isCharged(running: (20 + 20 + 10) * .millisecond))
  }

  /// The batch of the first three fails at 30 and is tried again after 500 to 1000 ms; the record of 100 waits behind it.
  @Test("what waits behind a failed batch is blocked, and every wait has its cause")
  func blocked() throws {
    let (_, consumer, run) = try StreamFleet(good: [100], bad: [0]).run { plan, _ in plan.retries = 1 }
    let pause = consumer.blocked.area - Int128(10 * Nanoseconds.millisecond)
    #expect(pause >= 500_000_000 && pause <= 1_000_000_000, "from the failure at 10 until the second one: the pause and 10 ms")
    #expect(consumer.blocked.peak == 1)
    let causes = run.sources[0].completionCauses
    #expect(causes.spent(on: .blocked) == pause - 90_000_000 + 10_000_000)
    #expect(run.sources[0].isCharged(running: 10 * .millisecond))
  }

  @Test("records of one key are worked on one after another, those of many keys at a time", arguments: [1, 4, 10])
  func parts(count: UInt32) throws {
    let times = (0..<200).map { Int64($0) }
    var fleet = StreamFleet(good: times)
    let many = try fleet.run { plan, _ in (plan.parts, plan.batchSize) = (count, 1) }
    #expect(many.run.functions[0].concurrency.peak == Int64(count))
    fleet.blueprint.sources[0].keys = Sampler(constant: 7)
    let one = try fleet.run { plan, _ in (plan.parts, plan.batchSize) = (count, 1) }
    #expect(one.run.functions[0].concurrency.peak == 1 && one.consumer.processed == 200)
  }

  @Test("a bad record blocks only its own part of the shard")
  func blockedPart() throws {
    let times = (1..<500).map { Int64($0) }
    let (_, consumer, _) = try StreamFleet(good: times, bad: [0], seconds: 60).run { plan, _ in plan.parts = 10 }
    #expect(consumer.blocked.peak == 1 && consumer.discarded == [0, 0])
    #expect(consumer.processed > 400 && consumer.present > 20 && consumer.processed + consumer.present == 500)
  }

  /// 10,000 records, 100 in a batch of one second: factor x batch size / duration.
  @Test("the catch-up rate is batch size by duration for each part", arguments: [1, 2, 5])
  func catchUp(parts: UInt32) throws {
    var fleet = StreamFleet(seconds: 10)
    fleet.blueprint.streams[0].initial = 10_000
    let (stream, consumer, _) = try fleet.run { plan, _ in plan.parts = parts }
    #expect(stream.initial == 10_000 && consumer.offered == 10_000)
    #expect(consumer.processed == Int64(parts) * 1000 || consumer.processed == Int64(parts) * 900)
  }

  @Test("records that were there before are read from the trim horizon only")
  func latest() throws {
    var fleet = StreamFleet(good: [10])
    fleet.blueprint.streams[0].initial = 5
    let (stream, consumer, _) = try fleet.run { plan, _ in plan.readsInitial = false }
    #expect(stream.initial == 5 && stream.accepted == 1 && consumer.offered == 1 && consumer.processed == 1)
  }

  @Test("what a throttled batch waits for counts as no attempt, and only age ends it")
  func throttles() throws {
    var fleet = StreamFleet(good: [0], seconds: 300)
    fleet.blueprint.functions[0].reserved = 0
    let (_, consumer, _) = try fleet.run { plan, _ in
      plan.retries = 2
      plan.maximumAge = 100 * .second
    }
    #expect(consumer.attempts == 0 && consumer.refusals > 5 && consumer.discarded == [0, 1] && consumer.lastInvokeCount == 1)
  }

  @Test("what a batch waits for that meets an outage of its function counts as no attempt")
  func outage() throws {
    var fleet = StreamFleet(good: [0], seconds: 300)
    fleet.blueprint.faults = [FaultPlan(.outage, from: 0, until: 100 * .second)]
    fleet.blueprint.functions[0].faults = FaultRange(first: 0, count: 1)
    let (_, consumer, run) = try fleet.run { plan, _ in plan.retries = 2 }
    #expect(consumer.attempts == 1 && consumer.failures == 0 && consumer.processed == 1 && consumer.discarded == [0, 0])
    #expect(consumer.refusals > 5 && run.functions[0].refused[Int(Refusal.outage.rawValue)] == consumer.refusals)
  }

  @Test("a filter passes over what it does not let through")
  func filter() throws {
    var fleet = StreamFleet(good: [0, 10, 20], bad: [5, 15])
    fleet.blueprint.filterKinds = [0]
    let (_, consumer, run) = try fleet.run { plan, _ in plan.filter.kinds = 1 }
    #expect(consumer.processed == 3 && consumer.filtered == 2 && consumer.attempts == 3 && consumer.failures == 0)
    #expect(run.sources[1].succeeded == 2)
  }

  /// Two windows with records, each ended by one more invocation.
  @Test("each tumbling window ends with an invocation of its own")
  func tumbling() throws {
    let (_, consumer, run) = try StreamFleet(good: [1000, 2000, 9000, 12_000], seconds: 100).run { plan, _ in
      plan.tumblingWindow = 10 * .second
    }
    #expect(consumer.windows == 2 && consumer.processed == 4 && consumer.attempts == 6)
    #expect(run.functions[0].succeeded == 6 && run.functions[0].duration.sum == 40_000_000)
  }

  @Test("a batch holds records of one tumbling window only")
  func tumblingBatches() throws {
    let (_, consumer, _) = try StreamFleet(good: [9000, 11_000], seconds: 100).run { plan, _ in
      plan.tumblingWindow = 10 * .second
      plan.window = 5 * .second
    }
    #expect(consumer.windows == 2 && consumer.processed == 2 && consumer.attempts == 4)
  }
}
