import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// Small runs of queues, worked by hand.
@Suite("Queues")
struct QueueTests {
  private func lost(_ record: RunRecord, _ loss: Loss) -> Int64 { record.sources[0].lost[Int(loss.rawValue)] }

  @Test("a message goes to the function at once, and is deleted when that has ended")
  func plain() throws {
    let record = try QueueFleet([0, 10, 500]).run()
    #expect(record.queues[0].processed == 3 && record.queues[0].receives == 3 && record.queues[0].present == 0)
    #expect(record.queues[0].time.sum == 300_000_000 && record.queues[0].age.sum == 0)
    #expect(record.sources[0].succeeded == 3 && record.sources[0].completion.sum == 300_000_000)
    #expect(record.functions[0].succeeded == 3 && record.functions[0].concurrency.peak == 2)
    #expect(record.queues[0].inFlight.area == 300_000_000 && record.queues[0].messages.area == 0)
  }

  @Test("what has failed comes back when its visibility timeout ends, and expires at last")
  func visibility() throws {
    var fleet = QueueFleet([0], failing: 1)
    fleet.queue.retention = 3500 * .millisecond
    let record = try fleet.run()
    #expect(record.queues[0].receives == 4 && record.queues[0].redeliveries == 3, "at 0, 1, 2 and 3 s")
    #expect(record.queues[0].expired == 1 && lost(record, .expired) == 1)
    #expect(record.queues[0].oldest == 3 * .second && record.endedAt == 20 * .second)
  }

  @Test("what may be received twice runs twice, and goes to the dead-letter queue at the third receive")
  func redrive() throws {
    var fleet = QueueFleet([0], failing: 1)
    fleet.addDeadLetter(after: 2)
    let record = try fleet.run()
    #expect(record.functions[0].errors == 2 && record.queues[0].receives == 2)
    #expect(record.queues[0].deadLettered == 1 && lost(record, .deadLettered) == 1)
    #expect(record.queues[1].accepted == 1 && record.queues[1].present == 1)
    #expect(record.queues[0].messages.area == 0, "it is in work or hidden all the time")
    #expect(record.queues[1].messages.area == 18 * 1_000_000_000, "from 2 s to the end of arrivals")
  }

  @Test("one bad message drags its batch along, unless the function says which have failed", arguments: [false, true])
  func badMessage(reports: Bool) throws {
    var fleet = QueueFleet([0, 0])
    fleet.add([0]) { $0.size = Sampler(constant: 5000) }
    fleet.addDeadLetter(after: 2)
    fleet.failLargeItems()
    fleet.queue.delay = 10 * .millisecond
    fleet.mapping.batchSize = 3
    fleet.mapping.window = 50 * .millisecond
    fleet.mapping.reportsFailures = reports
    let record = try fleet.run()
    #expect(record.queues[0].deadLettered == (reports ? 1 : 3) && record.queues[0].processed == (reports ? 2 : 0))
    #expect(record.functions[0].invocations == 2 && record.queues[0].isConserved)
    #expect(record.functions[0].errors == (reports ? 0 : 2))
  }

  @Test("a window gathers messages from the first on; its batch closes when it ends or is full")
  func window() throws {
    var fleet = QueueFleet([0, 500, 1000, 2500, 2501, 2502, 2503])
    fleet.mapping.batchSize = 4
    fleet.mapping.window = 2 * .second
    fleet.mapping.visibility = 10 * .second
    let record = try fleet.run()
    #expect(record.functions[0].invocations == 2, "three at 2 s, four at 2.503 s")
    let waited = record.sources[0].completionCauses.spent(on: .batchWindow)
    #expect(waited == 4_500_000_000 + 6_000_000)
    #expect(record.sources[0].completion.sum == waited + 700_000_000)
  }

  @Test("no batch carries more bytes than a call takes")
  func bytes() throws {
    var fleet = QueueFleet([])
    fleet.add([0, 0, 0, 0, 0]) { $0.size = Sampler(constant: 2000) }
    fleet.queue.delay = .second
    fleet.mapping.batchSize = 10
    fleet.mapping.batchBytes = 4000
    fleet.mapping.window = .second / 2
    let record = try fleet.run()
    #expect(record.functions[0].invocations == 3 && record.queues[0].processed == 5)
  }

  @Test("delay and delivery, the line and the attempt's own time add up to the completion")
  func causes() throws {
    var fleet = QueueFleet([0, 0, 0])
    fleet.queue.delay = 200 * .millisecond
    (fleet.queue.latency, fleet.queue.hasLatency) = (Sampler(constant: 3e7), true)
    (fleet.mapping.start, fleet.mapping.most, fleet.mapping.least) = (1, 1, 1)
    let record = try fleet.run()
    let causes = record.sources[0].completionCauses
    #expect(causes.spent(on: .delivery) == 690_000_000)
    #expect(causes.spent(on: .inQueue) == 300_000_000, "0, 100 and 200 ms")
    #expect(record.sources[0].completion.sum == 1_290_000_000)
    #expect(record.queues[0].messages.peak == 3 && record.queues[0].inFlight.peak == 1)
  }

  @Test("a failed attempt counts as running and as waiting for the next")
  func retryCauses() throws {
    var fleet = QueueFleet([0, 0, 0, 0, 0, 0, 0, 0], failing: 0.5)
    fleet.blueprint.arrivalsEnd = 40 * .second
    let record = try fleet.run()
    let causes = record.sources[0].completionCauses
    let again = record.queues[0].redeliveries
    #expect(again > 0 && record.queues[0].processed == 8)
    #expect(causes.spent(on: .awaitingRetry) == Int128(again) * 900_000_000, "what is left of a second after 100 ms")
    #expect(record.sources[0].completion.sum == Int128(again) * 1_000_000_000 + 800_000_000)
  }

  @Test("what the function throttles is tried again until it becomes visible, and so burns its receives")
  func throttled() throws {
    var fleet = QueueFleet([0])
    fleet.addDeadLetter(after: 3)
    fleet.blueprint.functions[0].reserved = 0
    fleet.mapping.visibility = 4 * .second
    let record = try fleet.run()
    #expect(record.functions[0].invocations == 0 && record.functions[0].throttles > 6)
    #expect(record.queues[0].receives == 3 && record.queues[0].deadLettered == 1)
    #expect(record.queues[1].messages.area == 8 * 1_000_000_000, "moved at 12 s")
  }

  @Test("a batch that was throttled runs when there is room, on the same receive")
  func throttledThenServed() throws {
    var fleet = QueueFleet([0, 0])
    fleet.blueprint.functions[0].reserved = 1
    fleet.mapping.visibility = 4 * .second
    let record = try fleet.run()
    #expect(record.queues[0].receives == 2 && record.queues[0].processed == 2 && record.functions[0].throttles == 1)
    let waited = record.sources[0].completionCauses.spent(on: .backingOff)
    #expect(waited >= 500_000_000 && waited <= 1_000_000_000, "half a second to a second, drawn")
    #expect(record.sources[0].completion.sum == waited + 200_000_000)
  }

  @Test("what is visible again before its function has done with it is done again")
  func stale() throws {
    var fleet = QueueFleet([0])
    fleet.addDeadLetter(after: 3)
    fleet.mapping.visibility = 60 * .millisecond
    let record = try fleet.run()
    #expect(record.functions[0].succeeded == 3 && record.queues[0].repeated == 3)
    #expect(record.queues[0].deadLettered == 1 && record.queues[0].processed == 0)
    #expect(record.queues[0].receives == 3 && lost(record, .deadLettered) == 1 && record.sources[0].unfinished == 0)
  }

  @Test("a receive that is answered twice is done twice, and counted once")
  func duplicates() throws {
    var fleet = QueueFleet([0, 100, 200])
    fleet.queue.duplicates = 1
    let record = try fleet.run()
    #expect(record.queues[0].processed == 3 && record.queues[0].receives == 3)
    #expect(record.queues[0].duplicates == 3 && record.queues[0].repeated == 3 && record.functions[0].succeeded == 6)
    #expect(record.sources[0].succeeded == 3)
  }

  @Test("what a filter does not let through is deleted and counted apart")
  func filtered() throws {
    var fleet = QueueFleet([0, 1])
    fleet.add([2, 3, 4]) { $0.size = Sampler(constant: 5000) }
    fleet.mapping.filter.largest = 1000
    let record = try fleet.run()
    #expect(record.queues[0].filtered == 3 && record.queues[0].processed == 2)
    #expect(record.functions[0].invocations == 2 && record.sources[1].succeeded == 3 && record.queues[0].isConserved)
  }

  @Test("no more messages are in work than the queue allows")
  func inFlight() throws {
    var fleet = QueueFleet([])
    fleet.fill(100)
    fleet.queue.inFlight = 7
    fleet.mapping.batchSize = 5
    let record = try fleet.run()
    #expect(record.queues[0].inFlight.peak == 7 && record.queues[0].processed == 100)
  }

  @Test("a message that nobody receives is done when it has been taken, and expires unseen")
  func noConsumer() throws {
    var fleet = QueueFleet([0, 1000, 15_000])
    fleet.blueprint.mappings = []
    fleet.blueprint.links = []
    fleet.queue.retention = 10 * .second
    let record = try fleet.run()
    #expect(record.sources[0].succeeded == 3 && record.queues[0].expired == 2 && record.queues[0].present == 1)
  }

  @Test("messages larger than the queue takes, or beyond its calls, are refused")
  func refused() throws {
    var fleet = QueueFleet([0, 0, 0, 1000])
    fleet.add([500]) { $0.size = Sampler(constant: 5000) }
    fleet.queue.maxMessageSize = 4096
    (fleet.queue.calls, fleet.queue.messages) = (.perSecond(2), .perSecond(10))
    let record = try fleet.run()
    #expect(record.queues[0].accepted == 3 && record.queues[0].refused == 2)
    #expect(lost(record, .throttle) == 1 && record.sources[1].lost[Int(Loss.payloadTooLarge.rawValue)] == 1)
  }

  @Test("two functions drain one queue in turns")
  func twoMappings() throws {
    var fleet = QueueFleet([0, 10, 20, 30])
    fleet.blueprint.functions.append(fleet.blueprint.functions[0])
    fleet.blueprint.functionNames.append("g")
    fleet.blueprint.links.append(fleet.blueprint.links[0])
    fleet.blueprint.links[1].function = 1
    fleet.blueprint.mappings.append(fleet.blueprint.mappings[0])
    fleet.blueprint.mappings[1].function = 1
    let record = try fleet.run()
    #expect(record.functions[0].succeeded == 2 && record.functions[1].succeeded == 2)
  }

  @Test("requests count by chunks of 64 KB, and idle pollers ask every 20 seconds")
  func requests() throws {
    var fleet = QueueFleet([])
    fleet.add([0]) { $0.size = Sampler(constant: 65_537) }
    fleet.mapping.idlePollers = 5
    fleet.blueprint.arrivalsEnd = 100 * .second
    fleet.blueprint.end = 100 * .second
    let requests = try fleet.run().queues[0].requests
    #expect(requests.sends == 2 && requests.receives == 2 && requests.deletes == 1)
    #expect(requests.emptyReceives == 25)
  }
}
