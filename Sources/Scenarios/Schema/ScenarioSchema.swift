public import Documents

/// The JSON Schema (draft-07) of scenarios and of test files, for editors; made from the definitions that read them.
///
/// A schema can't say all that reading checks; `fleetsim check` does.
public enum ScenarioSchema {
  /// The schema.
  public static var json: JSONValue {
    let scenario = Definitions.scenario
    let required = scenario.keys.filter(\.isRequired).map { JSONValue.string($0.key) }
    guard case .members(let members) = object(scenario, isMergeable: true) else { preconditionFailure("a section is an object") }
    let definitions = Definitions.all.map { ($0.name, described(schema($0.form, isMergeable: false), $0.doc)) }
    let head: [JSONValue.Member] = [
      .init("$schema", .string("http://json-schema.org/draft-07/schema#")), .init("title", .string("fleetsim scenario")),
    ]
    // A variant leaves out what its base has.
    let variant: [JSONValue.Member] = [
      .init("if", .object([("required", .array([.string("extends")]))])), .init("then", .object([])),
      .init("else", .object([("required", .array(required))])), .init("definitions", .object(definitions)),
    ]
    return .members(head + members + variant)
  }

  /// The schema of test files.
  public static var ofTestFiles: JSONValue {
    guard case .members(let members) = object(Fields.describe(TestFile.read), isMergeable: false) else {
      preconditionFailure("a section is an object")
    }
    return .members(
      [
        .init("$schema", .string("http://json-schema.org/draft-07/schema#")), .init("title", .string("fleetsim test file")),
      ] + members)
  }

  /// The schema of a form; `isMergeable` where a variant may give a part of it.
  private static func schema(_ form: Form, isMergeable: Bool) -> JSONValue {
    switch form {
    case .quantity(let unit, let bounds): return unit.isPlain ? range("number", bounds) : quantity(unit, bounds)
    case .integer(let bounds): return range("integer", bounds)
    case .text(let kind, let pattern, let example):
      let pattern = pattern.map { [("pattern", JSONValue.string($0))] } ?? []
      return .object([("type", .string("string"))] + pattern + [("description", .string(kind)), ("examples", .array([.string(example)]))])
    case .flag: return .object([("type", .string("boolean"))])
    case .word(let words): return .object([("enum", .array(words.map { .string($0) }))])
    case .list(let element): return .object([("type", .string("array")), ("items", schema(element, isMergeable: false))])
    case .section(let section): return object(section, isMergeable: isMergeable)
    case .map(let keys, let value):
      let names = keys == "name" ? [("propertyNames", JSONValue.object([("pattern", .string(Names.pattern))]))] : []
      return .object([("type", .string("object"))] + names + [("additionalProperties", schema(value, isMergeable: isMergeable))])
    case .anything: return .members([])
    case .any(let forms): return .object([("anyOf", .array(forms.map { schema($0, isMergeable: isMergeable) }))])
    case .reference(let name): return .object([("$ref", .string("#/definitions/\(name)"))])
    }
  }

  private static func object(_ section: SectionForm, isMergeable: Bool) -> JSONValue {
    let properties = section.keys.map { key -> (String, JSONValue) in
      let standard = key.standard.map { " Default: \($0)." } ?? ""
      return (key.key, described(schema(key.form, isMergeable: isMergeable), key.doc + "." + standard))
    }
    var members: [(String, JSONValue)] = [("type", .string("object")), ("properties", .object(properties))]
    let required = section.keys.filter(\.isRequired).map { JSONValue.string($0.key) }
    if !isMergeable, !required.isEmpty { members.append(("required", .array(required))) }
    if let others = section.others {
      members.append(("patternProperties", .object([(others.pattern, described(schema(others.form, isMergeable: false), others.doc))])))
    }
    return .object(members + [("additionalProperties", .bool(false))])
  }

  /// A schema with a description; a reference stands inside `allOf`, as draft-07 ignores what stands beside it.
  private static func described(_ schema: JSONValue, _ doc: String) -> JSONValue {
    guard case .members(let members) = schema else { return schema }
    let description = JSONValue.Member("description", .string(doc))
    if members.contains(where: { $0.key == "$ref" }) { return .members([description, .init("allOf", .array([schema]))]) }
    return .members([description] + members.filter { $0.key != "description" })
  }

  private static func range(_ type: String, _ bounds: Bounds) -> JSONValue {
    func number(_ value: Double) -> JSONValue { Int64(exactly: value).map { .integer($0) } ?? .number(value) }
    var members: [(String, JSONValue)] = [("type", .string(type))]
    if let low = bounds.low { members.append((bounds.excludesLow ? "exclusiveMinimum" : "minimum", number(low))) }
    if let high = bounds.high { members.append(("maximum", number(high))) }
    return .object(members)
  }

  private static func quantity(_ unit: Unit, _ bounds: Bounds) -> JSONValue {
    let suffixes = unit.suffixes.map(\.text).joined(separator: "|")
    let pattern = "^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? *(\(suffixes))$"
    let range = bounds.text(unit).map { ", \($0)" } ?? ""
    return .object([
      ("type", .string("string")), ("pattern", .string(pattern)), ("description", .string("a \(unit.name)\(range)")),
      ("examples", .array([.string(unit.example)])),
    ])
  }
}
