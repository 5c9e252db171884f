internal import Documents

/// States.
extension MachineReader {
  /// A state of the current scope.
  mutating func state(_ entry: LocatedNode.Entry, number: Int, _ path: String) -> State {
    let node = entry.value
    guard node.entries != nil, let type = type(node, path) else {
      if node.entries == nil { note(.machineKind("a state, which is an object,"), at: node, path) }
      return State(
        name: entry.key, kind: .succeed, next: -1, scope: scope, language: .jsonPath, flow: DataFlow(), retriers: [], catchers: [])
    }
    let language = language(node, path, inherited: draft.language)
    if draft.language == .jsonata, language == .jsonPath, let field = node.entry("QueryLanguage") {
      note(.machineLanguage("QueryLanguage", draft.language), at: field, join(path, "QueryLanguage"))
    }
    checkFields(node, StateFields.of(type), "a state of type \(type.rawValue)", path)
    checkLanguage(node, language, path, of: type)
    let next = next(node, number: number, type, path)
    var flow = flow(node, language, path)
    let kind = kind(node, type, number: number, language, path)
    flow.usesContext = flow.usesContext || usesContext(kind)
    return State(
      name: entry.key, kind: kind, next: next, scope: scope, language: language, flow: flow,
      retriers: retriers(node, path), catchers: catchers(node, number: number, language, path))
  }

  private mutating func checkLanguage(_ node: LocatedNode, _ language: QueryLanguage, _ path: String, of type: StateType) {
    let known = StateFields.of(type)
    let other = language == .jsonPath ? StateFields.jsonataOnly : StateFields.jsonPathOnly
    for entry in node.entries ?? [] where other.contains(entry.key) && known.contains(entry.key) {
      note(.machineLanguage(entry.key, language), at: entry, join(path, entry.key))
    }
  }

  private mutating func type(_ node: LocatedNode, _ path: String) -> StateType? {
    guard let field = node["Type"] else {
      note(.machineMissing("Type", in: "a state"), at: node, path)
      return nil
    }
    return word(field, StateType.allCases.map(\.rawValue), join(path, "Type")).flatMap(StateType.init)
  }

  private mutating func next(_ node: LocatedNode, number: Int, _ type: StateType, _ path: String) -> Int {
    if type == .succeed || type == .fail || type == .choice { return -1 }
    let ends = node["End"].flatMap { truth($0, join(path, "End")) } ?? false
    if ends, let next = node.entry("Next") {
      note(.machineExclusive("End", "Next"), at: next, join(path, "Next"))
      return -1
    }
    guard let next = node["Next"] else {
      if !ends, node["End"].map({ JSONValue($0) == .bool(false) }) ?? true {
        note(.machineMissing("Next' or 'End", in: "the state"), at: node, path)
      }
      return -1
    }
    guard let target = target(next, in: scope, join(path, "Next")) else { return -1 }
    edges.append((number, target))
    return target
  }

  private mutating func flow(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> DataFlow {
    var flow = DataFlow()
    if language == .jsonPath {
      flow.inputPath = selection(node, "InputPath", path)
      flow.outputPath = selection(node, "OutputPath", path)
      flow.resultPath = destination(node, path)
      if node["ItemProcessor"] == nil, node["Iterator"] == nil { flow.parameters = template(node, "Parameters", language, path) }
      flow.resultSelector = template(node, "ResultSelector", language, path)
    } else {
      flow.parameters = template(node, "Arguments", language, path)
      flow.output = template(node, "Output", language, path)
    }
    flow.assign = assignment(node, language, path)
    let templates = [flow.parameters, flow.resultSelector, flow.output].compactMap { $0 }
    flow.usesContext = templates.contains(where: \.usesContext) || flow.assign?.usesContext == true
    for selection in [flow.inputPath, flow.outputPath] {
      if case .path(let path) = selection, path.root == .context { flow.usesContext = true }
    }
    return flow
  }

  private func usesContext(_ kind: State.Kind) -> Bool {
    switch kind {
    case .task(let number):
      let task = draft.tasks[number]
      return task.timeout?.usesContext == true || task.heartbeat?.usesContext == true || task.credentials?.usesContext == true
    case .choice(let number): return draft.choices[number].usesContext
    case .wait(let number): return draft.waits[number].usesContext
    case .fail(let number): return draft.fails[number].error?.usesContext == true || draft.fails[number].cause?.usesContext == true
    case .map(let number): return draft.maps[number].usesContext
    case .pass, .succeed, .parallel: return false
    }
  }

  private mutating func kind(
    _ node: LocatedNode, _ type: StateType, number: Int, _ language: QueryLanguage, _ path: String
  ) -> State.Kind {
    switch type {
    case .task:
      let plan = task(node, number: number, language, path)
      draft.tasks.append(plan)
      return .task(draft.tasks.count - 1)
    case .pass: return .pass(node["Result"].map { JSONValue($0) })
    case .choice:
      let plan = choice(node, number: number, language, path)
      draft.choices.append(plan)
      return .choice(draft.choices.count - 1)
    case .wait:
      let plan = wait(node, language, path)
      draft.waits.append(plan)
      return .wait(draft.waits.count - 1)
    case .succeed: return .succeed
    case .fail:
      let plan = fail(node, language, path)
      draft.fails.append(plan)
      return .fail(draft.fails.count - 1)
    case .parallel:
      let plan = parallel(node, path)
      draft.parallels.append(plan)
      return .parallel(draft.parallels.count - 1)
    case .map:
      let plan = map(node, language, path)
      draft.maps.append(plan)
      return .map(draft.maps.count - 1)
    }
  }
}
