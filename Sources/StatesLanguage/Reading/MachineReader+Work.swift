internal import Documents

/// Tasks, waits, failures and branches.
extension MachineReader {
  mutating func task(_ node: LocatedNode, number: Int, _ language: QueryLanguage, _ path: String) -> TaskPlan {
    checkExclusive(
      node, [("TimeoutSeconds", "TimeoutSecondsPath"), ("HeartbeatSeconds", "HeartbeatSecondsPath")], path)
    var resource = ""
    if let field = node["Resource"] {
      resource = resourceText(field, join(path, "Resource"))
      if !MachineReader.isResource(resource) { note(.machineResource(resource), at: field, join(path, "Resource")) }
    } else {
      note(.machineMissing("Resource", in: "a Task"), at: node, path)
    }
    let timeout = quantity(node, "TimeoutSeconds", 1...99_999_999, language, path)
    let heartbeat = quantity(node, "HeartbeatSeconds", 1...99_999_999, language, path)
    if case .constant(let timeout) = timeout, case .constant(let heartbeat) = heartbeat, heartbeat >= timeout,
      let field = node["HeartbeatSeconds"]
    {
      note(.machineRange(String(heartbeat), "less than 'TimeoutSeconds'"), at: field, join(path, "HeartbeatSeconds"))
    }
    let credentials = template(node, "Credentials", language, path)
    return TaskPlan(
      resource: resource, integration: Integration(resource: resource), state: number, timeout: timeout, heartbeat: heartbeat,
      credentials: credentials)
  }

  /// The resource's name; a reference of CloudFormation, as templates have it, stays as it is written.
  private mutating func resourceText(_ node: LocatedNode, _ path: String) -> String {
    if let entries = node.entries, entries.count == 1, entries[0].key == "Ref" || entries[0].key.hasPrefix("Fn::") {
      return JSONValue(node).compact
    }
    return text(node, path) ?? ""
  }

  /// Whether a resource that names a Lambda function does so properly; others, and those with placeholders, are not looked at.
  private static func isResource(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 5, parts[0] == "arn", parts[2] == "lambda", parts[5] == "function", !text.contains("${"), !text.contains("<")
    else { return true }
    guard (7...8).contains(parts.count) else { return false }
    func isMade(_ part: Substring, of others: String) -> Bool {
      !part.isEmpty
        && part.unicodeScalars.allSatisfy {
          $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) || others.unicodeScalars.contains($0)
        }
    }
    return isMade(parts[6], of: "-_") && (parts.count == 7 || isMade(parts[7], of: "-_$"))
  }

  mutating func wait(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> WaitPlan {
    let fields = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]
    let given = fields.filter { node[$0] != nil }
    for second in given.dropFirst() { note(.machineExclusive(given[0], second), at: node.entry(second)!, join(path, second)) }
    guard let name = given.first, let field = node[name] else {
      note(.machineMissing("Seconds", in: "a Wait"), at: node, path)
      return .until(0)
    }
    let fieldPath = join(path, name)
    switch name {
    case "Seconds", "SecondsPath":
      return .seconds(quantity(node, "Seconds", 0...99_999_999, language, path) ?? .constant(0))
    case "Timestamp":
      guard let text = text(field, fieldPath) else { return .until(0) }
      if language == .jsonata, text.hasPrefix("{%") {
        return jsonata(text, at: field, fieldPath).map { .untilExpression($0) } ?? .until(0)
      }
      if let time = Timestamp.nanoseconds(text) { return .until(time) }
      note(.machineTimestamp(text), at: field, fieldPath)
      return .until(0)
    default: return self.path(field, fieldPath).map { .untilExpression(.path($0)) } ?? .until(0)
    }
  }

  mutating func fail(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> FailPlan {
    checkExclusive(node, [("Error", "ErrorPath"), ("Cause", "CausePath")], path)
    return FailPlan(error: failText(node, "Error", language, path), cause: failText(node, "Cause", language, path))
  }

  private mutating func failText(_ node: LocatedNode, _ name: String, _ language: QueryLanguage, _ path: String) -> Template? {
    if let field = node[name] {
      _ = text(field, join(path, name))
      return template(field, key: name, language, join(path, name))
    }
    guard let field = node[name + "Path"], let text = text(field, join(path, name + "Path")) else { return nil }
    return expression(text, at: field, join(path, name + "Path")).map { .expression($0, key: name + "Path") }
  }

  mutating func parallel(_ node: LocatedNode, _ path: String) -> ParallelPlan {
    guard let field = node["Branches"] else {
      note(.machineMissing("Branches", in: "a Parallel"), at: node, path)
      return ParallelPlan(branches: [])
    }
    let fieldPath = join(path, "Branches")
    guard let branches = field.elements, !branches.isEmpty else {
      note(.machineKind("a list of branches"), at: field, fieldPath)
      return ParallelPlan(branches: [])
    }
    var scopes: [Int] = []
    for (index, branch) in branches.enumerated() {
      let branchPath = join(fieldPath, index)
      checkFields(branch, StateFields.branch, "a branch", branchPath)
      scopes.append(scope(branch, parent: scope, path: branchPath, what: "a branch"))
    }
    return ParallelPlan(branches: scopes)
  }
}
