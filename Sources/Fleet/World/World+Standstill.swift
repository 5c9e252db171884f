import Simulation

/// Where events follow one another without time going on.
enum StandstillPlace {
  case function(UInt32)
  case workflow(UInt32)
  case elsewhere

  /// As it is told: what it is, and its name.
  func name(in blueprint: Blueprint) -> String {
    switch self {
    case .function(let index):
      blueprint.functionNames.indices.contains(Int(index))
        ? "function '\(blueprint.functionNames[Int(index)])'" : Self.elsewhere.name(in: blueprint)
    case .workflow(let index): "workflow '\(blueprint.workflows[Int(index)].name)'"
    case .elsewhere: "none of the functions and workflows"
    }
  }
}

extension World {
  /// The function or workflow to which what waits belongs.
  mutating func place(of waiter: Waiter) -> StandstillPlace {
    switch WaiterKind(waiter) {
    case .invocation, .queueTimer, .deadline: .function(functions.invocations[waiter.index].function)
    case .strand, .reply: .function(functions.invocations[steps.strands[waiter.index].invocation].function)
    case .start: .function(functions.instances[functions.starts[waiter.index].instance].function)
    case .expiry: .function(functions.instances[waiter.index].function)
    case .call, .pause, .handover: .function(plan.sources[traffic.calls[waiter.index].source].function)
    case .taking: .function(plan.sources[items.records[waiter.index].source].function)
    case .event, .eventAnswer: .function(events.records[waiter.index].function)
    case .door, .doorReply: .function(plan.doors[doors.calls[waiter.index].door].target.index)
    case .user: .function(plan.sources[traffic.users[waiter.index].source].function)
    case .provisioningReady, .provisioningLook: .function(provisioning.entries[Int(waiter.index)].plan.function)
    case .batch, .batchRetry: .function(plan.mappings[queues.receipts[waiter.index].mapping].function)
    case .batchWindow, .visibility, .mappingRamp, .mappingLook: .function(plan.mappings[waiter.index].function)
    case .message: .function(plan.mappings[queues.order[queues.states[waiter.companion].firstMapping]].function)
    case .shardReader: .function(plan.consumers[streams.readers[waiter.index].consumer].function)
    case .shardPart, .shardBatch, .shardWindow: .function(plan.consumers[consumer(of: waiter.index)].function)
    case .deploy: .function(plan.deploys[waiter.index].function)
    case .workflowWait, .workflowTimeout, .workflowAnswer: .workflow(workflows.runs[workflows.waits[waiter.index].run].workflow)
    case .workflowEnd: .workflow(workflows.runs[waiter.index].workflow)
    case .reshard, .provisioningChange, .windowOpens, .windowCloses, .seriesTick, .service, .serviceLine, .serviceToken, .delivery:
      .elsewhere
    }
  }
}
