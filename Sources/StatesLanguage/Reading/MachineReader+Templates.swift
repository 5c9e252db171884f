internal import Documents

/// Templates, selections and destinations.
extension MachineReader {
  /// The template that a field holds, if it is there.
  mutating func template(_ node: LocatedNode, _ name: String, _ language: QueryLanguage, _ path: String) -> Template? {
    node[name].map { template($0, key: name, language, join(path, name)) }
  }

  /// A payload template of JSONPath, or a value of JSONata with expressions in it.
  mutating func template(_ node: LocatedNode, key: String, _ language: QueryLanguage, _ path: String) -> Template {
    switch node.content {
    case .scalar(let text, let style):
      if language == .jsonata, style != .plain || !text.isEmpty, text.hasPrefix("{%") {
        return jsonata(text, at: node, path).map { .expression($0, key: key) } ?? .constant(.null)
      }
      return .constant(JSONValue(node))
    case .sequence(let elements):
      var templates: [Template] = []
      for (index, element) in elements.enumerated() {
        templates.append(template(element, key: "\(index)", language, join(path, index)))
      }
      let constants = templates.compactMap(\.constantValue)
      return constants.count == templates.count ? .constant(.array(constants)) : .array(templates)
    case .mapping(let entries): return members(entries, language, path)
    }
  }

  private mutating func members(_ entries: [LocatedNode.Entry], _ language: QueryLanguage, _ path: String) -> Template {
    var members: [Template.Member] = []
    var keys: Set<String> = []
    for entry in entries {
      let member = member(entry, language, path)
      if !keys.insert(member.key).inserted { note(.machineTemplateKey(member.key), at: entry, join(path, entry.key)) }
      members.append(member)
    }
    let constants = members.compactMap { member in member.value.constantValue.map { JSONValue.Member(member.key, $0) } }
    return constants.count == members.count ? .constant(.members(constants)) : .members(members)
  }

  /// A key and its value; a key that ends in `.$` holds the text of an expression.
  private mutating func member(_ entry: LocatedNode.Entry, _ language: QueryLanguage, _ path: String) -> Template.Member {
    let entryPath = join(path, entry.key)
    guard language == .jsonPath, entry.key.hasSuffix(".$") else {
      return Template.Member(key: entry.key, value: template(entry.value, key: entry.key, language, entryPath))
    }
    let key = String(entry.key.dropLast(2))
    guard case .string(let text) = JSONValue(entry.value) else {
      note(.machineTemplateValue(entry.key), at: entry.value, entryPath)
      return Template.Member(key: key, value: .constant(.null))
    }
    let found = expression(text, at: entry.value, entryPath)
    return Template.Member(key: key, value: found.map { .expression($0, key: entry.key) } ?? .constant(.null))
  }

  /// What a path field selects: everything if it is not there, nothing if it is null.
  mutating func selection(_ node: LocatedNode, _ name: String, _ path: String) -> DataFlow.Selection {
    guard let field = node[name] else { return .whole }
    if JSONValue(field) == .null { return .nothing }
    guard let found = self.path(field, join(path, name)) else { return .whole }
    return found.isWhole ? .whole : .path(found)
  }

  /// Where `ResultPath` puts the result.
  mutating func destination(_ node: LocatedNode, _ path: String) -> DataFlow.Destination {
    guard let field = node["ResultPath"] else { return .replace }
    if JSONValue(field) == .null { return .discard }
    let fieldPath = join(path, "ResultPath")
    guard let text = text(field, fieldPath) else { return .replace }
    do throws(PathFault) {
      var none = VariableNames()
      let found = try PathReader.path(text, variables: &none)
      guard found.root == .value, found.isReference else {
        note(.machinePath("'\(text)' names no place in the input"), at: field, fieldPath)
        return .replace
      }
      return found.isWhole ? .replace : .place(found.steps, text: text)
    } catch {
      note(.machinePath(error.message), at: field, fieldPath)
      return .replace
    }
  }

  /// The variables that `Assign` sets.
  mutating func assignment(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) -> Assignment? {
    guard let field = node["Assign"] else { return nil }
    let fieldPath = join(path, "Assign")
    guard let entries = field.entries else {
      note(.machineKind("an object of variables"), at: field, fieldPath)
      return nil
    }
    var variables: [(number: Int, value: Template)] = []
    var keys: Set<String> = []
    for entry in entries {
      let member = member(entry, language, fieldPath)
      if !keys.insert(member.key).inserted { note(.machineTemplateKey(member.key), at: entry, join(fieldPath, entry.key)) }
      if member.key == "states" || member.key.unicodeScalars.count > 80 {
        note(.machineVariable("'\(member.key)' is no name of a variable"), at: entry, join(fieldPath, entry.key))
      } else if !MachineReader.isIdentifier(member.key) {
        note(.machineUnnamable(member.key), at: entry, join(fieldPath, entry.key))
      }
      let number = draft.variables.number(of: member.key)
      if assigned[scope][number] == nil { assigned[scope][number] = entry.place }
      variables.append((number, member.value))
    }
    return Assignment(variables: variables)
  }

  private static func isIdentifier(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return scalars.dropFirst().allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }
}

extension Template {
  /// The document, if nothing in it is evaluated.
  var constantValue: JSONValue? {
    guard case .constant(let value) = self else { return nil }
    return value
  }
}
