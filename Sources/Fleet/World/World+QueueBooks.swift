import Simulation
import Statistics

/// What is written down of queues.
extension World {
  /// Begins to measure queues' levels and what mappings do without messages.
  mutating func openQueueWindow() {
    let now = agenda.now
    for queue in 0..<queues.states.count {
      queues.states[queue].messages.reset(at: now)
      queues.states[queue].inFlight.reset(at: now)
    }
    for mapping in 0..<UInt32(queues.mappings.count) {
      queues.settle(mapping, plan, at: now)
      queues.countEmptyPolls(mapping, plan, at: now)
      queues.mappings[mapping].pollers.reset(at: now)
    }
    for queue in 0..<queues.states.count { queues.states[queue].books.requests.emptyReceives = 0 }
  }

  /// Writes down the levels of queues in the measured window.
  mutating func closeQueueWindow() {
    let now = agenda.now
    for mapping in 0..<UInt32(queues.mappings.count) {
      queues.settle(mapping, plan, at: now)
      queues.countEmptyPolls(mapping, plan, at: now)
      measured.queues[Int(plan.mappings[mapping].queue)].pollers += queues.mappings[mapping].pollers.area(upTo: now)
    }
    for queue in 0..<UInt32(queues.states.count) {
      reap(queue)
      if let first = front(of: queue), items.records[first].isMeasured {
        queues.states[queue].books.oldest = max(queues.states[queue].books.oldest, now - items.records[first].since)
      }
      measured.queues[Int(queue)].messages = LevelRecord(queues.states[queue].messages, at: now)
      measured.queues[Int(queue)].inFlight = LevelRecord(queues.states[queue].inFlight, at: now)
      measured.queues[Int(queue)].emptyReceives = queues.states[queue].books.requests.emptyReceives
    }
  }

  func queueRecords() -> [QueueRecord] {
    (0..<queues.states.count).map { queue in
      var record = QueueRecord(queues.states[queue].books)
      record.present = queues.states[queue].present
      record.time = recorder.messageHistograms.histogram(of: 2 * queue)
      record.age = recorder.messageHistograms.histogram(of: 2 * queue + 1)
      record.messages = measured.queues[queue].messages
      record.inFlight = measured.queues[queue].inFlight
      record.requests.emptyReceives = measured.queues[queue].emptyReceives
      record.pollers = measured.queues[queue].pollers
      return record
    }
  }
}
