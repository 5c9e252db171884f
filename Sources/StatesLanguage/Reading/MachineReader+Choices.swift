internal import Documents

/// Choices.
extension MachineReader {
  mutating func choice(_ node: LocatedNode, number: Int, _ language: QueryLanguage, _ path: String) -> ChoicePlan {
    var rules: [ChoicePlan.Rule] = []
    let fieldPath = join(path, "Choices")
    if let field = node["Choices"] {
      if let elements = field.elements, !elements.isEmpty {
        for (index, element) in elements.enumerated() {
          rules.append(rule(element, number: number, language, join(fieldPath, index)))
        }
      } else {
        note(.machineKind("a list of rules"), at: field, fieldPath)
      }
    } else {
      note(.machineMissing("Choices", in: "a Choice"), at: node, path)
    }
    var fallback = -1
    if let field = node["Default"], let target = target(field, in: scope, join(path, "Default")) {
      fallback = target
      edges.append((number, target))
    }
    let usesContext = rules.contains {
      $0.condition.usesContext || $0.assign?.usesContext == true || $0.output?.usesContext == true
    }
    return ChoicePlan(rules: rules, fallback: fallback, usesContext: usesContext)
  }

  private mutating func rule(_ node: LocatedNode, number: Int, _ language: QueryLanguage, _ path: String) -> ChoicePlan.Rule {
    checkLanguage(node, language, path)
    var next = -1
    if let field = node["Next"] {
      if let target = target(field, in: scope, join(path, "Next")) {
        next = target
        edges.append((number, target))
      }
    } else {
      note(.machineMissing("Next", in: "a rule"), at: node, path)
    }
    let condition: Condition
    if language == .jsonata {
      checkFields(node, ["Condition", "Next", "Assign", "Output", "Comment"], "a rule", path)
      if let template = template(node, "Condition", language, path) {
        condition = .expression(template)
      } else {
        note(.machineMissing("Condition", in: "a rule"), at: node, path)
        condition = .or([])
      }
    } else {
      condition = self.condition(node, path, isTop: true)
    }
    return ChoicePlan.Rule(
      condition: condition, next: next, assign: assignment(node, language, path), output: template(node, "Output", language, path))
  }

  private mutating func condition(_ node: LocatedNode, _ path: String, isTop: Bool) -> Condition {
    let outer: Set<String> = isTop ? ["Next", "Assign", "Comment", "Output"] : ["Comment"]
    let tests = (node.entries ?? []).filter { !outer.contains($0.key) && $0.key != "Variable" }
    guard let test = tests.first, tests.count == 1 else {
      note(.machineChoice(tests.isEmpty ? "the rule compares nothing" : "the rule compares more than once"), at: node, path)
      return .or([])
    }
    let testPath = join(path, test.key)
    switch test.key {
    case "And", "Or":
      guard let elements = test.value.elements, !elements.isEmpty else {
        note(.machineKind("a list of conditions"), at: test.value, testPath)
        return .or([])
      }
      var conditions: [Condition] = []
      for (index, element) in elements.enumerated() { conditions.append(condition(element, join(testPath, index), isTop: false)) }
      return test.key == "And" ? .and(conditions) : .or(conditions)
    case "Not": return .not(condition(test.value, testPath, isTop: false))
    default: return comparison(node, test, path)
    }
  }

  private mutating func comparison(_ node: LocatedNode, _ test: LocatedNode.Entry, _ path: String) -> Condition {
    let testPath = join(path, test.key)
    guard let comparison = ChoiceOperator.named[test.key] else {
      note(.machineField(test.key, in: "a rule", known: ChoiceOperator.named.keys.sorted()), at: test, testPath)
      return .or([])
    }
    guard let field = node["Variable"] else {
      note(.machineMissing("Variable", in: "a comparison"), at: node, path)
      return .or([])
    }
    guard let variable = self.path(field, join(path, "Variable")) else { return .or([]) }
    guard let operand = operand(comparison, test.value, testPath) else { return .or([]) }
    return .test(variable, comparison, operand)
  }

  private mutating func operand(_ comparison: ChoiceOperator, _ node: LocatedNode, _ path: String) -> Condition.Operand? {
    if comparison.takesPath { return self.path(node, path).map { .path($0) } }
    let value = JSONValue(node)
    switch (comparison.subject, value) {
    case (.kind, .bool), (.boolean, .bool), (.numeric, .integer), (.numeric, .number): return .literal(value)
    case (.string, .string(let text)):
      guard comparison.relation == .matches else { return .literal(value) }
      if let parts = TextPattern.parts(text) { return .pattern(parts) }
      note(.machineChoice("a backslash in a pattern stands before '*' or another backslash"), at: node, path)
    case (.timestamp, .string(let text)):
      if let time = Timestamp.nanoseconds(text) { return .instant(time) }
      note(.machineTimestamp(text), at: node, path)
    case (.kind, _), (.boolean, _): note(.machineKind("true or false"), at: node, path)
    case (.numeric, _): note(.machineKind("a number"), at: node, path)
    default: note(.machineKind("a text"), at: node, path)
    }
    return nil
  }
}
