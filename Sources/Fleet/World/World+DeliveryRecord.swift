import Simulation
import Statistics

extension World {
  /// Writes down what was delivered, by whatever delivers.
  func addDeliveries(to record: inout RunRecord) {
    record.asyncEvents = eventRecords()
    record.doors = doorRecords()
    record.brokers = (0..<brokers.states.count).map { BrokerRecord(brokers.states[$0].books) }
    record.subscriptions = subscriptionRecords()
    record.workflows = workflowRecords()
  }

  private func eventRecords() -> [EventRecord] {
    var records: [EventRecord] = []
    for index in 0..<events.books.count {
      var record = EventRecord(events.books[index])
      record.age = recorder.deliveryHistograms.histogram(of: index)
      records.append(record)
    }
    for index in 0..<UInt32(events.records.count)
    where events.records[index].isLive && !events.records[index].isTask && events.records[index].isMeasured {
      records[Int(events.records[index].function)].unfinished += 1
    }
    return records
  }

  private func doorRecords() -> [DoorRecord] {
    var records: [DoorRecord] = []
    for index in 0..<doors.states.count {
      var record = DoorRecord(doors.states[index].books)
      record.latency = recorder.deliveryHistograms.histogram(of: plan.events.count + index)
      records.append(record)
    }
    for index in 0..<UInt32(doors.calls.count) {
      let call = doors.calls[index]
      // What is on the way out has been counted by its answer, and what was given up as that.
      if call.isLive && call.isMeasured && call.stage != .after && !call.isAbandoned { records[Int(call.door)].unfinished += 1 }
    }
    return records
  }

  private func workflowRecords() -> [WorkflowRecord] {
    var records: [WorkflowRecord] = []
    for index in 0..<workflows.books.count {
      var record = WorkflowRecord(workflows.books[index])
      record.duration = recorder.deliveryHistograms.histogram(of: Int(workflows.firstHistogram) + index)
      records.append(record)
    }
    for index in 0..<workflows.runs.count {
      let run = workflows.runs[index]
      if run.isLive && run.isMeasured && !run.isChild { records[Int(run.workflow)].unfinished += 1 }
    }
    return records
  }

  private func subscriptionRecords() -> [SubscriptionRecord] {
    var records: [SubscriptionRecord] = []
    for index in 0..<brokers.subscriptions.count {
      var record = SubscriptionRecord(brokers.subscriptions[index].books)
      record.latency = recorder.deliveryHistograms.histogram(of: plan.events.count + plan.doors.count + index)
      records.append(record)
    }
    for index in 0..<UInt32(brokers.deliveries.count) {
      let delivery = brokers.deliveries[index]
      if delivery.isLive && delivery.isMeasured { records[Int(delivery.subscription)].unfinished += 1 }
    }
    return records
  }
}
