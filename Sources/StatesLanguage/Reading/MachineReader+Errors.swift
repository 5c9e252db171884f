internal import Documents

/// Retriers and catchers.
extension MachineReader {
  mutating func retriers(_ node: LocatedNode, _ path: String) -> [Retrier] {
    var retriers: [Retrier] = []
    let elements = handlers(node, "Retry", path)
    for (index, element) in elements.enumerated() {
      let elementPath = join(join(path, "Retry"), index)
      checkFields(element, StateFields.retrier, "a retrier", elementPath)
      var retrier = Retrier(errors: errors(element, isLast: index == elements.count - 1, elementPath))
      if let field = element["IntervalSeconds"], let value = integer(field, 1...99_999_999, join(elementPath, "IntervalSeconds")) {
        retrier.interval = Double(value)
      }
      if let field = element["MaxAttempts"], let value = integer(field, 0...99_999_999, join(elementPath, "MaxAttempts")) {
        retrier.attempts = Int(value)
      }
      if let field = element["BackoffRate"], let value = number(field, atLeast: 1, join(elementPath, "BackoffRate")) {
        retrier.rate = value
      }
      if let field = element["MaxDelaySeconds"], let value = integer(field, 1...31_622_400, join(elementPath, "MaxDelaySeconds")) {
        retrier.longest = Double(value)
      }
      if let field = element["JitterStrategy"] {
        retrier.isJittered = word(field, ["FULL", "NONE"], join(elementPath, "JitterStrategy")) == "FULL"
      }
      retriers.append(retrier)
    }
    return retriers
  }

  mutating func catchers(_ node: LocatedNode, number: Int, _ language: QueryLanguage, _ path: String) -> [Catcher] {
    var catchers: [Catcher] = []
    let elements = handlers(node, "Catch", path)
    for (index, element) in elements.enumerated() {
      let elementPath = join(join(path, "Catch"), index)
      checkFields(element, StateFields.catcher, "a catcher", elementPath)
      checkLanguage(element, language, elementPath)
      let errors = errors(element, isLast: index == elements.count - 1, elementPath)
      var next = -1
      if let field = element["Next"] {
        if let target = target(field, in: scope, join(elementPath, "Next")) {
          next = target
          edges.append((number, target))
        }
      } else {
        note(.machineMissing("Next", in: "a catcher"), at: element, elementPath)
      }
      catchers.append(
        Catcher(
          errors: errors, next: next, resultPath: language == .jsonPath ? destination(element, elementPath) : .replace,
          assign: assignment(element, language, elementPath), output: template(element, "Output", language, elementPath)))
    }
    return catchers
  }

  private mutating func handlers(_ node: LocatedNode, _ name: String, _ path: String) -> [LocatedNode] {
    guard let field = node[name] else { return [] }
    if let elements = field.elements { return elements }
    note(.machineKind("a list"), at: field, join(path, name))
    return []
  }

  private mutating func errors(_ node: LocatedNode, isLast: Bool, _ path: String) -> [ErrorPattern] {
    guard let field = node["ErrorEquals"] else {
      note(.machineMissing("ErrorEquals", in: "a retrier or catcher"), at: node, path)
      return []
    }
    let fieldPath = join(path, "ErrorEquals")
    guard let elements = field.elements else {
      note(.machineKind("a list of errors"), at: field, fieldPath)
      return []
    }
    if elements.isEmpty { note(.machineErrors("at least one error must be named"), at: field, fieldPath) }
    var patterns: [ErrorPattern] = []
    for (index, element) in elements.enumerated() {
      if let name = text(element, join(fieldPath, index)) { patterns.append(ErrorPattern(name)) }
    }
    if patterns.contains(.all), patterns.count > 1 || !isLast {
      note(.machineErrors("'States.ALL' stands alone, in the last place"), at: field, fieldPath)
    }
    return patterns
  }
}
