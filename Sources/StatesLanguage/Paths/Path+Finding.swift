internal import Documents

extension Path {
  /// What the path finds; nil if it is definite and there is nothing.
  func value(in bindings: borrowing Bindings) -> JSONValue? {
    switch root {
    case .value:
      if steps.isEmpty { return bindings.input }
      return Path.find(steps, isDefinite: isDefinite, in: bindings.input, document: bindings.input)
    case .context: return Path.find(steps, isDefinite: isDefinite, in: bindings.context, document: bindings.context)
    case .variable(let number):
      guard let value = bindings.variables[number] else { return nil }
      return Path.find(steps, isDefinite: isDefinite, in: value, document: value)
    }
  }

  /// What steps find from a value on.
  static func find(_ steps: [Step], isDefinite: Bool, in value: JSONValue, document: JSONValue) -> JSONValue? {
    if isDefinite { return findOne(steps, in: value) }
    var found: [JSONValue] = []
    collect(steps[...], in: value, document: document, into: &found)
    return .array(found)
  }

  /// The one value that keys and places lead to.
  private static func findOne(_ steps: [Step], in value: JSONValue) -> JSONValue? {
    guard steps.count > 0 else { return value }
    guard var current = steps[0].one(in: value) else { return nil }
    for place in 1..<steps.count {
      guard let next = steps[place].one(in: current) else { return nil }
      current = next
    }
    return current
  }

  private static func collect(_ steps: ArraySlice<Step>, in value: JSONValue, document: JSONValue, into found: inout [JSONValue]) {
    guard let step = steps.first else {
      found.append(value)
      return
    }
    let rest = steps.dropFirst()
    if case .descend(let inner) = step {
      descend(inner, rest, in: value, document: document, into: &found)
      return
    }
    step.each(in: value, document: document) { collect(rest, in: $0, document: document, into: &found) }
  }

  private static func descend(
    _ step: Step, _ rest: ArraySlice<Step>, in value: JSONValue, document: JSONValue, into found: inout [JSONValue]
  ) {
    step.each(in: value, document: document) { collect(rest, in: $0, document: document, into: &found) }
    switch value {
    case .array(let values): for value in values { descend(step, rest, in: value, document: document, into: &found) }
    case .members(let members): for member in members { descend(step, rest, in: member.value, document: document, into: &found) }
    default: return
    }
  }
}

extension Path.Step {
  /// The one value that it leads to, if it leads to one at most and is there.
  func one(in value: JSONValue) -> JSONValue? {
    if case .member(let key) = self {
      guard case .members(let members) = value else { return nil }
      for index in members.indices where members[index].key == key { return members[index].value }
      return nil
    }
    switch (self, value) {
    case (.index(let index), .array(let values)):
      let place = index < 0 ? values.count + index : index
      return values.indices.contains(place) ? values[place] : nil
    case (.length, .array(let values)): return .integer(Int64(values.count))
    case (.length, .members(let members)): return .integer(Int64(members.count))
    default: return nil
    }
  }

  /// All values that it leads to, in the order of the document.
  func each(in value: JSONValue, document: JSONValue, _ visit: (JSONValue) -> Void) {
    switch (self, value) {
    case (.members(let keys), .members): for key in keys { if let one = Path.Step.member(key).one(in: value) { visit(one) } }
    case (.indices(let places), .array): for place in places { if let one = Path.Step.index(place).one(in: value) { visit(one) } }
    case (.all, .array(let values)): for value in values { visit(value) }
    case (.all, .members(let members)): for member in members { visit(member.value) }
    case (.slice(let from, let to, let step), .array(let values)):
      for index in Path.Step.places(from, to, step, count: values.count) { visit(values[index]) }
    case (.filter(let condition), .array(let values)):
      for value in values where condition.holds(value, document: document) { visit(value) }
    case (.filter(let condition), .members): if condition.holds(value, document: document) { visit(value) }
    default: if let one = one(in: value) { visit(one) }
    }
  }

  /// The places of a slice; bounds below 0 count from the end.
  private static func places(_ from: Int?, _ to: Int?, _ step: Int, count: Int) -> StrideTo<Int> {
    func bound(_ value: Int) -> Int { min(max(value < 0 ? count + value : value, 0), count) }
    return stride(from: bound(from ?? 0), to: bound(to ?? count), by: step)
  }
}
