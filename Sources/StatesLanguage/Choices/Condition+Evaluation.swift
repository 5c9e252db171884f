internal import Documents

extension Condition {
  /// Whether it holds.
  func holds(in bindings: borrowing Bindings, entropy: inout Entropy) throws(Failure) -> Bool {
    switch self {
    case .and(let conditions):
      for condition in conditions where try !condition.holds(in: bindings, entropy: &entropy) { return false }
      return true
    case .or(let conditions):
      for condition in conditions where try condition.holds(in: bindings, entropy: &entropy) { return true }
      return false
    case .not(let condition): return try !condition.holds(in: bindings, entropy: &entropy)
    case .test(let path, let comparison, let operand):
      return try Condition.test(path, comparison, operand, bindings)
    case .expression(let template):
      let value = try template.value(in: bindings, entropy: &entropy)
      guard case .bool(let holds) = value else {
        throw template.failure(of: value, wanted: "boolean", "A condition must be true or false")
      }
      return holds
    }
  }

  private static func test(
    _ path: Path, _ comparison: ChoiceOperator, _ operand: Operand, _ bindings: borrowing Bindings
  ) throws(Failure) -> Bool {
    let found = path.value(in: bindings)
    if comparison.relation == .present {
      guard case .literal(.bool(let wanted)) = operand else { return false }
      return (found != nil) == wanted
    }
    guard let found else { throw missing(path) }
    switch operand {
    case .literal(let value): return holds(comparison, found, value)
    case .path(let other):
      guard let value = other.value(in: bindings) else { throw missing(other) }
      return holds(comparison, found, value)
    case .instant(let instant):
      guard case .string(let text) = found, let time = Timestamp.nanoseconds(text) else { return false }
      return holds(comparison.relation, time < instant ? -1 : (time == instant ? 0 : 1))
    case .pattern(let parts):
      guard case .string(let text) = found else { return false }
      return TextPattern.matches(Array(text.utf8), parts)
    }
  }

  private static func missing(_ path: Path) -> Failure {
    .runtime("Invalid path '\(path.text)': The choice state's condition path references an invalid value.")
  }

  private static func holds(_ comparison: ChoiceOperator, _ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (comparison.subject, left, right) {
    case (.numeric, .integer, .integer), (.numeric, .integer, .number), (.numeric, .number, .integer), (.numeric, .number, .number),
      (.string, .string, .string):
      guard let order = Ordering.of(left, right) else { return false }
      return holds(comparison.relation, order)
    case (.boolean, .bool(let left), .bool(let right)): return left == right
    case (.timestamp, .string(let left), .string(let right)):
      guard let left = Timestamp.nanoseconds(left), let right = Timestamp.nanoseconds(right) else { return false }
      return holds(comparison.relation, left < right ? -1 : (left == right ? 0 : 1))
    case (.kind, _, .bool(let wanted)): return isKind(comparison.relation, left) == wanted
    default: return false
    }
  }

  private static func holds(_ relation: ChoiceOperator.Relation, _ order: Int) -> Bool {
    switch relation {
    case .equals: order == 0
    case .lessThan: order < 0
    case .greaterThan: order > 0
    case .lessThanEquals: order <= 0
    case .greaterThanEquals: order >= 0
    default: false
    }
  }

  private static func isKind(_ kind: ChoiceOperator.Relation, _ value: JSONValue) -> Bool {
    switch (kind, value) {
    case (.null, .null), (.numeric, .integer), (.numeric, .number), (.string, .string), (.boolean, .bool): true
    case (.timestamp, .string(let text)): Timestamp.nanoseconds(text) != nil
    default: false
    }
  }
}

/// Patterns with asterisks.
enum TextPattern {
  /// The parts of a pattern between its asterisks; `\*` and `\\` stand for themselves.
  ///
  /// - Returns: nil if a backslash stands before anything else.
  static func parts(_ pattern: String) -> [[UInt8]]? {
    var parts: [[UInt8]] = [[]]
    var bytes = pattern.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "*"): parts.append([])
      case UInt8(ascii: "\\"):
        guard let escaped = bytes.next(), escaped == UInt8(ascii: "*") || escaped == byte else { return nil }
        parts[parts.count - 1].append(escaped)
      default: parts[parts.count - 1].append(byte)
      }
    }
    return parts
  }

  /// Whether a text begins with the first part, ends with the last, and has the others between, in order.
  ///
  /// - Complexity: O(n · m) in the lengths of the text and the longest part.
  static func matches(_ text: [UInt8], _ parts: [[UInt8]]) -> Bool {
    guard parts.count > 1 else { return text == parts[0] }
    guard text.starts(with: parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts[1..<parts.count - 1] {
      guard let found = first(part, in: rest) else { return false }
      rest = rest[(found + part.count)...]
    }
    let last = parts[parts.count - 1]
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func first(_ part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard text.count >= part.count else { return nil }
    return (text.startIndex...text.endIndex - part.count).first { text[$0...].starts(with: part) }
  }
}
