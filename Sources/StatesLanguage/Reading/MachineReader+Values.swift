internal import Documents
internal import JSONata

/// Single values of fields.
extension MachineReader {
  /// Notes fields that are not among those of an element, in the order in which they stand.
  mutating func checkFields(_ node: LocatedNode, _ known: Set<String>, _ what: String, _ path: String) {
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      note(.machineField(entry.key, in: what, known: known.sorted()), at: entry, join(path, entry.key))
    }
  }

  /// Notes fields of the language that is not in force.
  mutating func checkLanguage(_ node: LocatedNode, _ language: QueryLanguage, _ path: String) {
    let other = language == .jsonPath ? StateFields.jsonataOnly : StateFields.jsonPathOnly
    for entry in node.entries ?? [] where other.contains(entry.key) {
      note(.machineLanguage(entry.key, language), at: entry, join(path, entry.key))
    }
  }

  /// Notes a second field where only one of two may be.
  mutating func checkExclusive(_ node: LocatedNode, _ pairs: [(String, String)], _ path: String) {
    for (first, second) in pairs where node[first] != nil {
      if let entry = node.entry(second) { note(.machineExclusive(first, second), at: entry, join(path, second)) }
    }
  }

  /// The language that an element names, or the one around it.
  mutating func language(_ node: LocatedNode, _ path: String, inherited: QueryLanguage) -> QueryLanguage {
    guard let field = node["QueryLanguage"] else { return inherited }
    let word = word(field, ["JSONPath", "JSONata"], join(path, "QueryLanguage"))
    return word.flatMap(QueryLanguage.init) ?? inherited
  }

  mutating func text(_ node: LocatedNode, _ path: String) -> String? {
    if case .string(let text) = JSONValue(node) { return text }
    note(.machineKind("a text"), at: node, path)
    return nil
  }

  mutating func word(_ node: LocatedNode, _ known: [String], _ path: String) -> String? {
    guard let word = text(node, path) else { return nil }
    if known.contains(word) { return word }
    note(.machineWord(word, known: known), at: node, path)
    return nil
  }

  mutating func truth(_ node: LocatedNode, _ path: String) -> Bool? {
    if case .bool(let value) = JSONValue(node) { return value }
    note(.machineKind("true or false"), at: node, path)
    return nil
  }

  mutating func integer(_ node: LocatedNode, _ range: ClosedRange<Int64>, _ path: String) -> Int64? {
    switch JSONValue(node) {
    case .integer(let value):
      if range.contains(value) { return value }
      let words = range.upperBound == .max ? "at least \(range.lowerBound)" : "between \(range.lowerBound) and \(range.upperBound)"
      note(.machineRange(String(value), words), at: node, path)
    default: note(.machineKind("a whole number"), at: node, path)
    }
    return nil
  }

  mutating func number(_ node: LocatedNode, atLeast least: Double, _ path: String) -> Double? {
    let value: Double
    switch JSONValue(node) {
    case .integer(let whole): value = Double(whole)
    case .number(let number): value = number
    default:
      note(.machineKind("a number"), at: node, path)
      return nil
    }
    if value >= least { return value }
    note(.machineRange(DocumentText.number(value), "at least \(DocumentText.number(least))"), at: node, path)
    return nil
  }

  /// A number that is given, is a JSONata expression, or is found by the field of the same name with `Path` behind it.
  mutating func quantity(
    _ node: LocatedNode, _ name: String, _ range: ClosedRange<Int64>, _ language: QueryLanguage, _ path: String
  ) -> Quantity? {
    if let field = node[name] {
      let fieldPath = join(path, name)
      if language == .jsonata, case .string(let text) = JSONValue(field) {
        return jsonata(text, at: field, fieldPath).map { .expression($0) }
      }
      return integer(field, range, fieldPath).map { .constant($0) }
    }
    guard let field = node[name + "Path"] else { return nil }
    return self.path(field, join(path, name + "Path")).map { .expression(.path($0)) }
  }

  /// A path; no call.
  mutating func path(_ node: LocatedNode, _ path: String) -> Path? {
    guard let text = text(node, path) else { return nil }
    do throws(PathFault) {
      let found = try PathReader.path(text, variables: &draft.variables)
      use([found], at: node, path)
      return found
    } catch {
      note(.machinePath(error.message), at: node, path)
      return nil
    }
  }

  /// A path or a call of an intrinsic function.
  mutating func expression(_ text: String, at node: LocatedNode, _ path: String) -> Expression? {
    do throws(PathFault) {
      let expression: Expression
      if IntrinsicReader.isCall(text) {
        expression = .call(try IntrinsicReader.call(text, variables: &draft.variables))
      } else {
        expression = .path(try PathReader.path(text, variables: &draft.variables))
      }
      use(expression.paths, at: node, path)
      return expression
    } catch {
      note(IntrinsicReader.isCall(text) ? .machineIntrinsic(error.message) : .machinePath(error.message), at: node, path)
      return nil
    }
  }

  private mutating func use(_ paths: [Path], at node: LocatedNode, _ path: String) {
    for used in paths {
      guard case .variable(let number) = used.root else { continue }
      uses.append((scope, number, node.place, path))
    }
  }

  /// A JSONata expression, which is the whole text between `{% ` and ` %}`.
  mutating func jsonata(_ text: String, at node: LocatedNode, _ path: String) -> Expression? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 5, text.hasPrefix("{%"), text.hasSuffix("%}"), scalars[2].properties.isWhitespace,
      scalars[scalars.count - 3].properties.isWhitespace
    else {
      note(.machineJSONata, at: node, path)
      return nil
    }
    draft.usesJSONata = true
    let written = String(String.UnicodeScalarView(scalars[3..<max(3, scalars.count - 3)]))
    do throws(SyntaxFault) {
      return .jsonata(try Query(written, location: location(path), variables: &draft.variables))
    } catch {
      note(.machineQuery(error.message, code: error.code, at: error.offset + 1), at: node, path)
      return nil
    }
  }

  /// A path below its state, as AWS tells it: keys behind slashes, places of lists in brackets.
  private func location(_ path: String) -> String {
    String(path.dropFirst(statePath.count + 1)).replacing(".", with: "/")
  }
}
