import Simulation

extension RunRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    passWindow(&fields)
    fields.all(&isComplete)
    fields.greatest(&endedAt)
    fields.count(&events)
    fields.list(&functions, FunctionRecord()) { $0.pass(&$1) }
    fields.list(&sources, SourceRecord()) { $0.pass(&$1) }
    fields.list(&schedules, SourceRecord()) { $0.pass(&$1) }
    fields.list(&services, ServiceRecord()) { $0.pass(&$1) }
    fields.list(&queues, QueueRecord()) { $0.pass(&$1) }
    fields.list(&hops, HopRecord(of: 0, to: Target(.function, 0))) { $0.pass(&$1) }
    fields.list(&streams, StreamRecord()) { $0.pass(&$1) }
    fields.list(&asyncEvents, EventRecord()) { $0.pass(&$1) }
    fields.list(&doors, DoorRecord()) { $0.pass(&$1) }
    fields.list(&brokers, BrokerRecord()) { $0.pass(&$1) }
    fields.list(&subscriptions, SubscriptionRecord()) { $0.pass(&$1) }
    fields.list(&workflows, WorkflowRecord()) { $0.pass(&$1) }
    accountConcurrency.pass(&fields)
    passSeries(&fields)
  }

  private mutating func passWindow(_ fields: inout RecordFields) {
    var (from, to) = (window.lowerBound, window.upperBound)
    fields.same(&from)
    fields.same(&to)
    if from > to { fields.isSound = false }
    window = min(from, to)..<max(from, to)
  }

  private mutating func passSeries(_ fields: inout RecordFields) {
    var isThere = series != nil
    fields.same(&isThere)
    if !isThere { return }
    var part = series ?? SeriesRecord(every: 0, functions: 0)
    part.pass(&fields)
    series = part
  }
}
