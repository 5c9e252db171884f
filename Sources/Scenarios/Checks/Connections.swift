internal import Documents

/// What several checks look up: the steps of all functions, and what receives under a name.
struct Connections {
  let scenario: Scenario
  /// The steps of each function, in the functions' order.
  let walks: [StepWalk]
  private let receivers: [String: Receiver]

  /// - Complexity: O(n) in steps and elements.
  init(_ scenario: Scenario, _ report: CheckReport) {
    self.scenario = scenario
    walks = scenario.functions.map { StepWalk($0, report) }
    var receivers: [String: Receiver] = [:]
    for kind in Receiver.Kind.allCases {
      for (index, name) in scenario.receiverNames(kind).enumerated() where receivers[name] == nil {
        receivers[name] = Receiver(kind, at: index)
      }
    }
    self.receivers = receivers
  }

  /// The functions with their steps.
  var functions: Zip2Sequence<[FunctionSpec], [StepWalk]> { zip(scenario.functions, walks) }

  /// All hops, by function and step.
  var hops: [Hop] { walks.flatMap(\.places).flatMap { $0.continuation?.hops ?? ($0.hop.map { [$0.hop] } ?? []) } }

  /// What receives under a name; nil if nothing does.
  func receiver(_ name: String) -> Receiver? { receivers[name] }

  /// The function of a name, if there is one.
  func function(_ name: String) -> FunctionSpec? {
    guard case .function(let index)? = receivers[name] else { return nil }
    return scenario.functions[index]
  }
}
