extension StateMachine {
  /// The states that only Standard executions can run, but to which Express ones come: their names, and what they are.
  ///
  /// - Parameter isExpress: whether executions of the machine are Express; a distributed Map says it of its child executions.
  /// - Source: AWS Step Functions Developer Guide, "Choosing workflow type in Step Functions".
  public func statesForStandardOnly(isExpress: Bool) -> [(state: String, what: String)] {
    let children = Dictionary(tables.maps.filter(\.isDistributed).map { ($0.scope, $0.isExpress) }) { first, _ in first }
    return tables.states.compactMap { state in
      guard let what = whatNeedsStandard(state) else { return nil }
      var scope: Int? = state.scope
      while let place = scope {
        if let isExpressChild = children[place] { return isExpressChild ? (state.name, what) : nil }
        scope = tables.scopes[place].parent
      }
      return isExpress ? (state.name, what) : nil
    }
  }

  private func whatNeedsStandard(_ state: State) -> String? {
    switch state.kind {
    case .map(let place): return tables.maps[place].isDistributed ? "a distributed Map" : nil
    case .task(let place):
      let integration = tables.tasks[place].integration
      if integration.family == .activity { return "an activity" }
      return integration.pattern == .answer ? nil : "a task that waits for '\(integration.action)'"
    case .pass, .choice, .wait, .succeed, .fail, .parallel: return nil
    }
  }
}
