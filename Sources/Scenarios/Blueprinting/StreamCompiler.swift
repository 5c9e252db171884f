internal import Billing
internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  /// Compiles the streams, and the functions that each of them drives.
  ///
  /// A stream's consumers lie side by side, so they come when all functions are known.
  mutating func compileStreams() {
    guard let rules = scenario.platform.streams else { return }
    for (index, stream) in scenario.streams.enumerated() {
      guard let kind = rules.rule(stream.kind) else { continue }
      var plan = plan(of: stream, kind, rules)
      plan.firstConsumer = UInt32(blueprint.consumers.count)
      for (function, spec) in scenario.functions.enumerated() {
        for named in spec.triggers where named.source == stream.name {
          if case .stream(let trigger) = named.trigger { compile(trigger, of: stream, index, function, rules) }
        }
      }
      plan.consumers = UInt32(blueprint.consumers.count) - plan.firstConsumer
      blueprint.streams.append(plan)
    }
  }

  private mutating func plan(of stream: StreamSpec, _ kind: StreamKindRule, _ rules: StreamRules) -> StreamPlan {
    var plan = StreamPlan(key: key(of: stream.name))
    plan.shards = UInt32(stream.shards)
    plan.retention = stream.retention
    plan.keepsChain = keepsChain(.stream)
    plan.faults = faults(of: stream.name)
    plan.maxRecordSize = stream.maxRecordSize
    plan.unitBytes = unit(of: stream, rules)
    plan.writeRecords = whole(rules.write.records)
    plan.writeBytes = whole(rules.write.bandwidth)
    plan.readBytes = whole(rules.read.bandwidth)
    // A shard bears as many readers as it has for at their own pace.
    plan.readCalls = whole(max(rules.read.calls, kind.polls * Double(kind.readers ?? 1)))
    plan.answerBytes = rules.read.size
    plan.answerRecords = UInt32(rules.read.records)
    plan.pollEvery = max(1, Nanoseconds((Double(Nanoseconds.second) / kind.polls).rounded()))
    plan.overhead = blueprint.samplers.add(kind.overhead)
    if stream.mode == .onDemand, let rule = rules.onDemand {
      plan.followsDemand = true
      plan.headroom = rule.headroom
      plan.within = rule.within
    }
    plan.firstReshard = UInt32(blueprint.reshards.count)
    plan.reshards = UInt32(stream.reshard.count)
    for change in stream.reshard {
      let end = change.at.addingReportingOverflow(change.takes)
      blueprint.reshards.append(Reshard(at: end.overflow ? .never : end.partialValue, shards: UInt32(change.shards)))
    }
    plan.initial = Int64(stream.initial.count)
    return plan
  }

  /// A rate of a shard in whole records, calls or bytes a second; what no shard could ever use up stands for all that is above it.
  private func whole(_ rate: Double) -> Int64 { Int64(min(rate.rounded(), 1e15)) }

  /// The bytes of a record that are billed as one unit.
  private func unit(of stream: StreamSpec, _ rules: StreamRules) -> Int64 {
    switch (stream.kind, stream.mode) {
    case (.dynamodb, _): TableMeter.writeUnit
    case (.kinesis, .provisioned): rules.write.unit
    case (.kinesis, .onDemand): OnDemandStreamMeter.unit
    }
  }

  private mutating func compile(
    _ trigger: StreamTrigger, of stream: StreamSpec, _ index: Int, _ function: Int, _ rules: StreamRules
  ) {
    let name = scenario.functions[function].name
    var plan = ConsumerPlan(
      key: key(of: "\(name) \(stream.name)"), stream: UInt32(index), function: UInt32(function),
      flow: link(to: function, carriesBatches: true))
    plan.batchSize = UInt32(trigger.batchSize)
    plan.batchBytes = scenario.platform.payload.request ?? .max
    plan.window = trigger.window
    plan.parts = UInt32(trigger.parallelizationFactor)
    plan.readsInitial = trigger.startingPosition == .trimHorizon
    plan.retries = trigger.retries.map { UInt32($0) } ?? .max
    plan.maximumAge = trigger.maximumRecordAge ?? .never
    plan.retryBase = rules.mapping.retryBase
    plan.retryCap = rules.mapping.retryCap
    plan.bisects = trigger.bisectOnError
    plan.reportsFailures = trigger.reportBatchItemFailures
    plan.tumblingWindow = trigger.tumblingWindow
    if trigger.fanOut == .enhanced, let rule = rules.enhanced {
      plan.push = blueprint.samplers.add(rule.latency)
      plan.pushBytes = whole(rule.bandwidth)
    }
    plan.filter = filter(trigger.filter)
    plan.noticeBytes = rules.mapping.notice
    plan.onFailure = trigger.onFailure.map { target(of: $0) }
    blueprint.consumers.append(plan)
  }

  /// Adds the sources that say what the records carry that are there at the start: behind all that send.
  mutating func compileInitialRecords() {
    for (index, stream) in scenario.streams.enumerated() where stream.initial.count > 0 {
      blueprint.streams[index].initialSource = UInt32(blueprint.sources.count)
      blueprint.sources.append(source(of: stream.initial, Target(.stream, UInt32(index)), name: stream.name))
    }
  }
}
