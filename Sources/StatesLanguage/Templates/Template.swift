internal import Documents

/// A compiled payload template: a document in which some values are evaluated.
indirect enum Template: Sendable {
  /// A value that stays as it is, with all below it.
  case constant(JSONValue)
  /// A value that is evaluated; the key under which it stands, for messages.
  case expression(Expression, key: String)
  /// Keys and values.
  case members([Member])
  /// A list.
  case array([Template])

  /// One key of a template and its value.
  struct Member: Sendable {
    /// The key, without `.$`.
    let key: String
    /// The value.
    let value: Template
  }

  /// Whether an expression in it looks at the context object.
  var usesContext: Bool { expressions.contains(where: \.usesContext) }

  /// All expressions in it.
  var expressions: [Expression] {
    switch self {
    case .constant: []
    case .expression(let expression, _): [expression]
    case .members(let members): members.flatMap(\.value.expressions)
    case .array(let values): values.flatMap(\.expressions)
    }
  }

  /// The failure if it makes what its field does not take.
  func failure(of value: JSONValue, wanted: String, _ words: String) -> Failure {
    guard case .expression(let expression, _) = self else { return .runtime(words) }
    return expression.failure(of: value, wanted: wanted, words)
  }

  /// The failure of an expression that finds nothing.
  private func missing(in bindings: borrowing Bindings) -> Failure {
    guard case .expression(let expression, let key) = self else { preconditionFailure("only an expression can find nothing") }
    return .parameterPath(
      "The JSONPath '\(expression.text)' specified for the field '\(key)' could not be found in the input '"
        + DocumentText.of(bindings.input) + "'")
  }

  /// The document that it makes.
  func value(in bindings: borrowing Bindings, entropy: inout Entropy) throws(Failure) -> JSONValue {
    switch self {
    case .constant(let value): return value
    case .expression(let expression, _):
      if let value = try expression.value(in: bindings, entropy: &entropy) { return value }
      throw missing(in: bindings)
    case .members(let members):
      var values: [JSONValue.Member] = []
      values.reserveCapacity(members.count)
      for index in members.indices {
        values.append(JSONValue.Member(members[index].key, try members[index].value.value(in: bindings, entropy: &entropy)))
      }
      return .members(values)
    case .array(let templates):
      var values: [JSONValue] = []
      values.reserveCapacity(templates.count)
      for index in templates.indices { values.append(try templates[index].value(in: bindings, entropy: &entropy)) }
      return .array(values)
    }
  }
}
