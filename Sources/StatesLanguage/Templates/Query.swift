internal import Documents
internal import JSONata

/// A JSONata expression of a definition.
struct Query: Sendable {
  /// As it was written, without its `{%` and `%}`.
  let text: String
  /// Where in its state it stands, as AWS tells it, such as `Output/total` or `Choices[0]/Condition`.
  let location: String
  /// Variables of the machine that it may refer to.
  let variables: [(name: String, number: Int)]
  /// Whether it refers to `$states`.
  let usesStates: Bool
  /// Whether it may look at the context object.
  let usesContext: Bool
  private let program: Program

  /// Reads an expression.
  ///
  /// - Throws: What is wrong with it, and where.
  init(_ text: String, location: String, variables names: inout VariableNames) throws(SyntaxFault) {
    program = try Program(text, dialect: .statesLanguage)
    self.text = text
    self.location = location
    var variables: [(name: String, number: Int)] = []
    for name in program.names where name != "states" { variables.append((name, names.number(of: name))) }
    self.variables = variables
    usesStates = program.names.contains("states")
    usesContext = usesStates && Query.mayUseContext(text)
  }

  /// Whether a text has a `$states` that is not followed by one of the other parts.
  private static func mayUseContext(_ text: String) -> Bool {
    let parts = text.components(separating: "$states").dropFirst()
    return parts.contains { part in ![".input", ".result", ".errorOutput"].contains { part.hasPrefix($0) } }
  }

  /// What it gives.
  ///
  /// - Throws: `States.QueryEvaluationError`, also if it gives nothing.
  func value(in bindings: borrowing Bindings, entropy: inout Entropy) throws(Failure) -> JSONValue {
    var given: [(name: String, value: JSONValue)] = []
    if usesStates { given.append(("states", Query.states(bindings))) }
    for (name, number) in variables {
      if let value = bindings.variables[number] { given.append((name, value)) }
    }
    // The library's functions draw from a sequence of their own, so that what an expression draws moves nothing else.
    var environment = Environment(milliseconds: bindings.now / 1_000_000, seed: entropy.next())
    let found: JSONValue?
    do throws(JSONata.Failure) {
      found = try program.evaluate(input: nil, bindings: given, environment: &environment)
    } catch {
      // AWS puts JSONata's code before its message, and has none for what JSONata does not know.
      let words = error.code.hasPrefix("X") ? ": \(error.message)" : ". \(error.code): \(error.message)"
      throw failure("threw an error during evaluation\(words)")
    }
    if let found { return found }
    throw failure("returned nothing (undefined).")
  }

  /// The failure of the expression, in the words of AWS.
  ///
  /// - Source: what AWS was reported to answer; no execution with such a failure is among the recordings.
  func failure(_ words: String) -> Failure {
    .query("The JSONata expression '\(text)' specified for the field '\(location)' \(words)", at: location)
  }

  /// The failure if it gives another kind of value than its field takes.
  func failure(of value: JSONValue, wanted: String) -> Failure {
    failure(
      "returned an unexpected result type. Expected '\(wanted)', but was '\(value.kindName)' for value: \(DocumentText.of(value))")
  }

  private static func states(_ bindings: borrowing Bindings) -> JSONValue {
    var members = [JSONValue.Member("input", bindings.input)]
    if let result = bindings.result { members.append(JSONValue.Member("result", result)) }
    if let output = bindings.errorOutput { members.append(JSONValue.Member("errorOutput", output)) }
    members.append(JSONValue.Member("context", bindings.context))
    return .members(members)
  }
}

extension JSONValue {
  /// The kind of value, as JSON names it.
  fileprivate var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .members: "object"
    }
  }
}

extension String {
  /// The parts between occurrences of another text.
  fileprivate func components(separating separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
