public import Fleet
public import Scenarios

/// What became of one step that hands something on.
public struct HopSummary: Equatable, Sendable {
  /// The name of the function whose step it is.
  public var function: String
  /// How it hands on.
  public var verb: Hop.Verb
  /// The name of what it goes to.
  public var to: String
  /// Which of the function's hops with this verb to this name it is, from 1.
  public var number: Int
  /// What the run recorded of it.
  public var record: HopRecord

  /// All of a run, by function and in the order of the steps.
  ///
  /// - Complexity: O(hops · hops of one function).
  static func all(_ scenario: Scenario, _ record: RunRecord) -> [HopSummary] {
    let brokers = scenario.brokers
    var summaries: [HopSummary] = []
    for hop in record.hops {
      let (verb, to) = Self.way(to: hop.target, scenario, brokers)
      let function = scenario.functions[hop.function].name
      // A function's hops lie side by side.
      let before = summaries.reversed().prefix { $0.function == function }.count { $0.verb == verb && $0.to == to }
      summaries.append(HopSummary(function: function, verb: verb, to: to, number: before + 1, record: hop))
    }
    return summaries
  }

  private static func way(to target: Target, _ scenario: Scenario, _ brokers: [Broker]) -> (Hop.Verb, String) {
    let index = Int(target.index)
    switch target.kind {
    case .function where scenario.functions[index].container == nil: return (.call, scenario.functions[index].name)
    case .function, .task: return (.runTask, scenario.functions[index].name)
    case .event: return (.invoke, scenario.functions[index].name)
    case .service: return (.request, scenario.services[index].name)
    case .queue: return (.send, scenario.queues[index].name)
    case .stream: return (.put, scenario.streams[index].name)
    case .fetch: return (.fetch, brokers[index].name)
    case .broker: return (verb(to: brokers[index].kind), brokers[index].name)
    case .workflow: return (.start, scenario.workflows[index].name)
    case .door: preconditionFailure("no step goes to a door")
    }
  }

  private static func verb(to broker: ElementKind) -> Hop.Verb {
    switch broker {
    case .topic: .publish
    case .bus: .emit
    default: .store
    }
  }
}
