internal import Documents

/// What is checked once all states are read.
extension MachineReader {
  /// Notes states that no transition reaches, and scopes that nothing ends.
  mutating func checkReachability() {
    guard draft.states.allSatisfy({ $0 != nil }) else { return }
    var reached = [Bool](repeating: false, count: draft.states.count)
    var following = [[Int]](repeating: [], count: draft.states.count)
    for edge in edges { following[edge.from].append(edge.to) }
    for (number, scope) in draft.scopes.enumerated() where !members[number].isEmpty {
      var pending = [scope.start]
      while let state = pending.popLast() {
        if reached[state] { continue }
        reached[state] = true
        pending += following[state]
      }
    }
    for (number, scopeMembers) in members.enumerated() where !scopeMembers.isEmpty {
      let states = scopeMembers.values.sorted()
      for state in states where !reached[state] {
        let name = draft.states[state]!.name
        diagnostics.append(
          Diagnostic(.machineUnreachable(name), at: names[name]!, length: name.unicodeScalars.count, path: name))
      }
      if !states.contains(where: { isTerminal(draft.states[$0]!) }) {
        let name = draft.states[draft.scopes[number].start]!.name
        diagnostics.append(Diagnostic(.machineEndless, at: names[name]!, path: name))
      }
    }
  }

  private func isTerminal(_ state: State) -> Bool {
    if case .choice = state.kind { return false }
    return state.next < 0
  }

  /// Notes variables that a scope around assigns too, and those that nobody assigns.
  mutating func checkVariables() {
    for scope in draft.scopes.indices {
      var outer = draft.scopes[scope].parent
      while let around = outer {
        for (number, place) in assigned[scope].sorted(by: { $0.key < $1.key }) where assigned[around][number] != nil {
          let name = draft.variables.names[number]
          diagnostics.append(Diagnostic(.machineVariable("a scope around this one already has '\(name)'"), at: place, path: name))
        }
        outer = draft.scopes[around].parent
      }
    }
    for use in uses where !isAssigned(use.number, from: use.scope) {
      diagnostics.append(Diagnostic(.machineUnset(draft.variables.names[use.number]), at: use.place, path: use.path))
    }
  }

  private func isAssigned(_ number: Int, from scope: Int) -> Bool {
    var current: Int? = scope
    while let around = current {
      if assigned[around][number] != nil { return true }
      current = draft.scopes[around].parent
    }
    return false
  }
}
