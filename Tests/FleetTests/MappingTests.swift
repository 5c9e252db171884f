import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// How many batches a mapping hands over at a time, and of which keys.
@Suite("Event-source mappings")
struct MappingTests {
  /// - Source: AWS Lambda Developer Guide, services-sqs-scaling: 5 at first, 300 a minute more, 1,250 at most; that takes 4.15 minutes.
  @Test("from 5 invocations at a time to 1,250 in 249 seconds", arguments: [(248_900, 1249), (249_100, 1250)])
  func ramp(milliseconds: Int64, expected: Int64) throws {
    var fleet = QueueFleet([])
    fleet.fill(4000)
    fleet.blueprint.operations[0].sampler = Sampler(constant: 1e12)
    fleet.blueprint.functions[0].timeout = 2000 * .second
    (fleet.mapping.start, fleet.mapping.least, fleet.mapping.most) = (5, 2, 1250)
    (fleet.mapping.rampEvery, fleet.mapping.visibility) = (200 * .millisecond, 3000 * .second)
    fleet.blueprint.arrivalsEnd = milliseconds * .millisecond
    fleet.blueprint.end = fleet.blueprint.arrivalsEnd
    #expect(try fleet.run().functions[0].concurrency.peak == expected)
  }

  @Test("no more is added than is needed, and after a time without need it begins anew")
  func idle() throws {
    var fleet = QueueFleet(Array(repeating: 0, count: 40))
    fleet.add(Array(repeating: 8000, count: 40))
    (fleet.mapping.start, fleet.mapping.least, fleet.mapping.most) = (2, 1, 100)
    (fleet.mapping.rampEvery, fleet.mapping.idleAfter) = (10 * .millisecond, 5 * .second)
    let record = try fleet.run()
    #expect(record.queues[0].processed == 80)
    #expect(record.sources[0].completion.sum == record.sources[1].completion.sum)
    #expect(record.functions[0].concurrency.peak < 30)
  }

  @Test("errors make it back off, unless it is told which messages failed", arguments: [false, true])
  func backOff(reports: Bool) throws {
    var fleet = QueueFleet([], failing: 1)
    fleet.fill(1000)
    (fleet.mapping.start, fleet.mapping.least, fleet.mapping.most) = (10, 2, 10)
    (fleet.mapping.backOff, fleet.mapping.reportsFailures) = (0.5, reports)
    fleet.blueprint.arrivalsEnd = 9950 * .millisecond
    fleet.blueprint.end = fleet.blueprint.arrivalsEnd
    // 10 for a tenth of a second, 5 for a second, then 2.
    let expected: Int64 = reports ? 1000 : 10 + 50 + 2 * 89
    #expect(try fleet.run().functions[0].invocations == expected)
  }

  /// - Source: AWS Lambda Developer Guide, services-sqs-scaling: as many as there are message groups, or the maximum if that is less.
  @Test("a FIFO queue is worked on by as many as it has groups", arguments: [(10, 6), (4, 4)])
  func groups(most: Int64, expected: Int64) throws {
    var fleet = QueueFleet([])
    fleet.fill(600, keys: 6)
    fleet.queue.order = .fifo
    fleet.mapping.batchSize = 10
    (fleet.mapping.start, fleet.mapping.least, fleet.mapping.most) = (most, most, most)
    let record = try fleet.run()
    #expect(record.functions[0].concurrency.peak == expected && record.queues[0].processed == 600)
  }

  @Test("one failing message blocks its group and no other")
  func blockedGroup() throws {
    var fleet = QueueFleet([])
    fleet.failLargeItems()
    let keys = [fleet.blueprint.samplers.add(.uniform(low: 1, high: 1.5)), fleet.blueprint.samplers.add(.uniform(low: 2, high: 2.5))]
    fleet.add([0]) { ($0.keys, $0.size) = (keys[0], Sampler(constant: 5000)) }
    fleet.add([10, 20]) { $0.keys = keys[0] }
    fleet.add([10, 20]) { $0.keys = keys[1] }
    fleet.queue.order = .fifo
    fleet.queue.retention = 2500 * .millisecond
    fleet.mapping.batchSize = 1
    let record = try fleet.run()
    #expect(record.queues[0].expired == 3 && record.queues[0].processed == 2)
    // The first fails at 0.1, 1.1 and 2.1 s; at 3 s all of its group are too old.
    #expect(record.sources[3].completion.sum == 100_000_000 + 190_000_000, "at 0.11 and 0.21 s")
  }

  @Test("what failed messages hold up is charged to them")
  func blockedTime() throws {
    var fleet = QueueFleet([])
    let key = fleet.blueprint.samplers.add(.uniform(low: 1, high: 1.5))
    fleet.failLargeItems()
    fleet.add([0]) { ($0.keys, $0.size) = (key, Sampler(constant: 5000)) }
    fleet.add([50]) { $0.keys = key }
    fleet.queue.order = .fifo
    fleet.addDeadLetter(after: 2)
    fleet.blueprint.queues[1].order = .fifo
    let record = try fleet.run()
    // Failing at 0 to 0.1 s and at 1 to 1.1 s; the second is received at 2 s and ends at 2.1 s.
    let causes = record.sources[2].completionCauses
    #expect(causes.spent(on: .blocked) == 1_800_000_000)
    #expect(causes.spent(on: .inQueue) == 150_000_000)
    #expect(record.sources[2].completion.sum == 2_050_000_000)
  }

  @Test("a quiet key does not wait for a busy one in a fair queue", arguments: [QueuePlan.Order.standard, .fair])
  func fair(order: QueuePlan.Order) throws {
    var fleet = QueueFleet([])
    let keys = [fleet.blueprint.samplers.add(.uniform(low: 1, high: 1.5)), fleet.blueprint.samplers.add(.uniform(low: 2, high: 2.5))]
    fleet.add((0..<100).map { _ in 0 }) { $0.keys = keys[0] }
    fleet.add([50]) { $0.keys = keys[1] }
    fleet.queue.order = order
    (fleet.mapping.start, fleet.mapping.least, fleet.mapping.most) = (1, 1, 1)
    let record = try fleet.run()
    #expect(record.sources[2].completion.sum == (order == .fair ? 150_000_000 : 10_050_000_000))
  }

  @Test("a poller of its own polls ten times a second, after a second's worth at once")
  func pollers() throws {
    var fleet = QueueFleet([])
    fleet.fill(1000)
    fleet.blueprint.operations[0].sampler = Sampler(constant: 1e6)
    (fleet.mapping.start, fleet.mapping.least, fleet.mapping.most) = (20, 20, 20)
    (fleet.mapping.perPoller, fleet.mapping.pollTime) = (10, 100 * .millisecond)
    fleet.blueprint.arrivalsEnd = 10 * .second
    fleet.blueprint.end = 10 * .second
    let record = try fleet.run()
    #expect((219...221).contains(record.functions[0].invocations), "20 at once and 20 a second")
    #expect(record.queues[0].pollers == 2 * 10_000_000_000)
  }
}
