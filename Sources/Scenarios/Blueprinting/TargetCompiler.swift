internal import Fleet

extension BlueprintCompiler {
  /// How many flows the traffic sources, schedules, warmers and what is there at the start have: links have the numbers from here on.
  private var sourceFlows: Int {
    let initial = scenario.queues.count { $0.initial.count > 0 } + scenario.streams.count { $0.initial.count > 0 }
    return scenario.traffic.count + scenario.schedules.count + scenario.functions.count { $0.warmer != nil } + initial
  }

  /// Opens a link to a function and gives its flow.
  mutating func link(to function: Int, carriesBatches: Bool = false) -> UInt32 {
    var link = LinkPlan(to: UInt32(function))
    link.carriesBatches = carriesBatches
    blueprint.links.append(link)
    return UInt32(sourceFlows + blueprint.links.count - 1)
  }

  /// What receives under a name.
  ///
  /// Each use of a function is a link of its own.
  mutating func target(of name: String) -> Target {
    let receiver = scenario.receiver(named: name)
    switch receiver {
    case .function(let index) where scenario.functions[index].container != nil: return Target(.task, UInt32(index), flow: link(to: index))
    case .function(let index): return Target(.function, UInt32(index), flow: link(to: index))
    case .service(let index): return Target(.service, UInt32(index))
    case .queue(let index): return Target(.queue, UInt32(index))
    case .stream(let index): return Target(.stream, UInt32(index))
    case .door(let index): return Target(.door, UInt32(index))
    case .workflow(let index): return Target(.workflow, UInt32(index))
    case .topic, .bus, .bucket, nil: break
    }
    guard let broker = receiver.flatMap(broker) else { preconditionFailure("nothing receives as '\(name)'") }
    return broker
  }
}
