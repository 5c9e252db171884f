internal import Documents

/// How data go through states.
extension Execution {
  /// What the expressions of a state refer to.
  mutating func bindings(
    _ strand: Int, _ state: Int, input: consuming JSONValue, result: JSONValue? = nil, errorOutput: JSONValue? = nil,
    usesContext: Bool? = nil
  ) -> Bindings {
    let needsContext = usesContext ?? machine.tables.states[state].flow.usesContext
    return Bindings(
      input: input, variables: strands[strand].variables, context: needsContext ? contextObject(strand) : .null, result: result,
      errorOutput: errorOutput, now: clock)
  }

  /// What `InputPath` selects.
  mutating func selectInput(_ strand: Int, _ state: Int) throws(Failure) -> JSONValue {
    switch machine.tables.states[state].flow.inputPath {
    case .whole: return strands[strand].input
    case .nothing: return .members([])
    case .path(let path): return try select(path, bindings(strand, state, input: strands[strand].input))
    }
  }

  private mutating func select(_ path: Path, _ bindings: borrowing Bindings) throws(Failure) -> JSONValue {
    if let value = path.value(in: bindings) { return value }
    throw .runtime("Invalid path '\(path.text)' : \(path.missing(in: bindings))")
  }

  /// What `Parameters` or `Arguments` make of the selected input.
  mutating func effectiveInput(_ strand: Int, _ state: Int) throws(Failure) -> JSONValue {
    let input = try selectInput(strand, state)
    let tables = machine.tables
    guard tables.states[state].flow.parameters != nil else { return input }
    let bindings = bindings(strand, state, input: input)
    let value = try tables.states[state].flow.parameters!.value(in: bindings, entropy: &entropy)
    try checkSize(value, of: state)
    return value
  }

  mutating func checkSize(_ value: JSONValue, of state: Int) throws(Failure) {
    if DocumentSize.isAbove(limits.payload, value) {
      throw Failure(
        reason: .dataLimit,
        cause: "The state/task '\(machine.tables.states[state].name)' returned a result with a size exceeding the maximum number of bytes "
          + "service limit.")
    }
  }

  /// A number that is given or evaluated; nil if there is none.
  ///
  /// - Throws: if what is evaluated is no whole number of the range.
  mutating func integer(
    _ quantity: Quantity?, _ range: ClosedRange<Int64>, _ strand: Int, _ state: Int, _ input: JSONValue
  ) throws(Failure) -> Int64? {
    switch quantity {
    case nil: return nil
    case .constant(let value): return value
    case .expression(let expression):
      let bindings = bindings(strand, state, input: input)
      let found = try expression.value(in: bindings, entropy: &entropy)
      switch found {
      case .integer(let value) where range.contains(value): return value
      case .number(let value):
        if let whole = Int64(exactly: value), range.contains(whole) { return whole }
      default: break
      }
      let words = range.upperBound == .max ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"
      throw expression.failure(
        of: found, wanted: "integer", "The expression '\(expression.text)' must give a whole number \(words)")
    }
  }

  /// Leaves a state with its result, for the next state.
  mutating func finish(
    _ strand: Int, _ state: Int, _ result: consuming JSONValue, into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    let next = machine.tables.states[state].next
    return try leave(strand, state, to: next, result: consume result, assign: nil, output: nil, into: &effects)
  }

  /// Result selector, result path, output path and variables; then the exit.
  ///
  /// - Parameters:
  ///   - assign: replaces the state's own, as a rule's does.
  ///   - output: the same for JSONata.
  mutating func leave(
    _ strand: Int, _ state: Int, to next: Int, result: consuming JSONValue, assign: Assignment?, output: Template?,
    into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    let tables = machine.tables
    if tables.states[state].passesResult && assign == nil && !keepsHistory {
      count(strand)
      return transition(strand, to: next, consume result, into: &effects)
    }
    let result = result
    let value: JSONValue
    if tables.states[state].passesResult {
      value = result
    } else if tables.states[state].language == .jsonata {
      value = try jsonataOutput(strand, state, result, output)
    } else {
      value = try pathOutput(strand, state, result)
    }
    try leave(strand, state, value, assign ?? tables.states[state].flow.assign, result: result)
    return transition(strand, to: next, value, into: &effects)
  }

  private mutating func pathOutput(_ strand: Int, _ state: Int, _ result: JSONValue) throws(Failure) -> JSONValue {
    let tables = machine.tables
    var value = result
    if let selector = tables.states[state].flow.resultSelector {
      let bindings = bindings(strand, state, input: result)
      value = try selector.value(in: bindings, entropy: &entropy)
    }
    value = try place(value, tables.states[state].flow.resultPath, strand)
    switch tables.states[state].flow.outputPath {
    case .whole: break
    case .nothing: value = .members([])
    case .path(let path): value = try select(path, bindings(strand, state, input: value))
    }
    if tables.states[state].makesOutput { try checkSize(value, of: state) }
    return value
  }

  private mutating func jsonataOutput(
    _ strand: Int, _ state: Int, _ result: JSONValue, _ output: Template?
  ) throws(Failure) -> JSONValue {
    guard let template = output ?? machine.tables.states[state].flow.output else {
      if machine.tables.states[state].makesOutput { try checkSize(result, of: state) }
      return result
    }
    let bindings = bindings(strand, state, input: strands[strand].input, result: ownResult(result, state))
    let value = try template.value(in: bindings, entropy: &entropy)
    try checkSize(value, of: state)
    return value
  }

  /// A result as `$states.result` has it: other states than Task, Parallel and Map have none.
  ///
  /// - Source: Amazon States Language, "JSONata", `$states`.
  private mutating func ownResult(_ result: JSONValue, _ state: Int) -> JSONValue? {
    switch machine.tables.states[state].kind {
    case .task, .parallel, .map: result
    case .pass, .choice, .wait, .succeed, .fail: nil
    }
  }

  /// The strand's input with a result at its place.
  mutating func place(_ result: consuming JSONValue, _ destination: DataFlow.Destination, _ strand: Int) throws(Failure) -> JSONValue {
    switch destination {
    case .replace: return result
    case .discard: return strands[strand].input
    case .place(let steps, _):
      var document = strands[strand].input
      if Path.put(result, at: steps[...], into: &document) { return document }
      throw unplaced(destination, strand)
    }
  }

  private mutating func unplaced(_ destination: DataFlow.Destination, _ strand: Int) -> Failure {
    guard case .place(_, let text) = destination else { preconditionFailure("a result is put to a place") }
    return Failure(
      reason: .resultPath,
      cause: "Unable to apply step \"\(text)\" to input '\(DocumentText.of(strands[strand].input))'.")
  }

  /// Sets the variables and records the exit.
  mutating func leave(
    _ strand: Int, _ state: Int, _ value: JSONValue, _ assign: Assignment?, result: JSONValue, errorOutput: JSONValue? = nil
  ) throws(Failure) {
    if !keepsHistory && assign == nil { return count(strand) }
    var assigned: [JSONValue.Member] = []
    if let assign, !assign.variables.isEmpty {
      let isJSONata = machine.tables.states[state].language == .jsonata
      let bindings = bindings(
        strand, state, input: isJSONata ? strands[strand].input : errorOutput ?? result,
        result: errorOutput == nil ? ownResult(result, state) : nil, errorOutput: errorOutput)
      // All values are as at entry: none is set before all are evaluated.
      var values: [(Int, JSONValue)] = []
      for (number, template) in assign.variables {
        let value = try template.value(in: bindings, entropy: &entropy)
        try checkSize(value, of: state)
        values.append((number, value))
      }
      for (number, value) in values {
        strands[strand].variables[number] = value
        if keepsHistory {
          assigned.append(JSONValue.Member(machine.tables.variables.names[number], .string(DocumentText.of(value))))
        }
      }
    }
    let tables = machine.tables
    record(.exited(tables.states[state].kind.word), strand) {
      let details = [
        JSONValue.Member("name", .string(tables.states[state].name)), JSONValue.Member("output", .string(DocumentText.of(value))),
      ]
      return assigned.isEmpty ? details : details + [JSONValue.Member("assignedVariables", .members(assigned))]
    }
  }
}

extension Path {
  /// What is missing, in the words of the reader that AWS uses.
  ///
  /// - Source: an execution recorded on AWS; the words for the last key are Jayway's.
  func missing(in bindings: borrowing Bindings) -> String {
    var found = "$"
    var value: JSONValue? =
      switch root {
      case .value: bindings.input
      case .context: bindings.context
      case .variable(let number): bindings.variables[number]
      }
    for (index, step) in steps.enumerated() {
      let key =
        switch step {
        case .member(let key): "['\(key)']"
        case .index(let place): "[\(place)]"
        default: "[..]"
        }
      value = value.flatMap { step.one(in: $0) }
      if value == nil {
        return index == steps.count - 1 ? "No results for path: \(found)\(key)" : "Missing property in path \(found)\(key)"
      }
      found += key
    }
    return "No results for path: \(found)"
  }
}
