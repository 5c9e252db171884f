/// A text that is written out.
struct TextLiteral: Expression {
  let text: String

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value { .string(text) }
}

/// A number that is written out.
struct NumberLiteral: Expression {
  let number: Double

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value { .number(number) }
}

/// True, false or null.
struct WordLiteral: Expression {
  /// Nil for null.
  let truth: Bool?

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value { truth.map { .bool($0) } ?? .null }
}

/// A regular expression, which is a function.
struct PatternLiteral: Expression {
  let pattern: Pattern

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value { .function(Function(.pattern(pattern))) }
}

/// Elements in brackets; ranges and sequences among them are joined, arrays written in brackets are elements.
///
/// - Source: JSONata, result structures: array constructors.
struct ArrayConstructor: Expression {
  let elements: [(expression: any Expression, isArray: Bool)]
  /// Whether its array is one value in a path.
  let isConstructed: Bool

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var list = List([])
    for element in elements {
      let value = try run.value(element.expression, input, frame)
      if case .array(let inner) = value, !element.isArray {
        list.append(contentsOf: inner)
      } else if !value.isUndefined {
        list.append(value)
      }
    }
    if isConstructed { list.traits.insert(.constructed) }
    return .array(list)
  }
}
