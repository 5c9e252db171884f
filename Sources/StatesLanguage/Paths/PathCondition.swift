internal import Documents

/// A condition in a path's filter, `[?( .. )]`.
indirect enum PathCondition: Sendable {
  /// All of these hold.
  case and(PathCondition, PathCondition)
  /// One of these holds.
  case or(PathCondition, PathCondition)
  /// It does not hold.
  case not(PathCondition)
  /// A path finds something.
  case exists(PathOperand)
  /// Two values compare so.
  case compare(PathOperand, PathComparison, PathOperand)
}

/// How two values of a filter compare.
enum PathComparison: String, Sendable, CaseIterable {
  case equal = "=="
  case unequal = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  /// In an array.
  case isIn = "in"
  /// Not in an array.
  case isNotIn = "nin"
}

/// A value in a filter.
enum PathOperand: Sendable {
  /// A literal.
  case literal(JSONValue)
  /// A path from the value under test.
  case current([Path.Step], isDefinite: Bool)
  /// A path from the document.
  case document([Path.Step], isDefinite: Bool)

  /// What it is for a value under test; nil if there is nothing.
  func value(_ current: JSONValue, document: JSONValue) -> JSONValue? {
    switch self {
    case .literal(let value): value
    case .current(let steps, let isDefinite): Path.find(steps, isDefinite: isDefinite, in: current, document: document)
    case .document(let steps, let isDefinite): Path.find(steps, isDefinite: isDefinite, in: document, document: document)
    }
  }
}

extension PathCondition {
  /// Whether it holds for a value.
  func holds(_ value: JSONValue, document: JSONValue) -> Bool {
    switch self {
    case .and(let left, let right): return left.holds(value, document: document) && right.holds(value, document: document)
    case .or(let left, let right): return left.holds(value, document: document) || right.holds(value, document: document)
    case .not(let condition): return !condition.holds(value, document: document)
    case .exists(let operand):
      guard let found = operand.value(value, document: document) else { return false }
      if case .current(_, isDefinite: false) = operand, case .array(let all) = found { return !all.isEmpty }
      return true
    case .compare(let left, let comparison, let right):
      let leftValue = left.value(value, document: document)
      let rightValue = right.value(value, document: document)
      return PathCondition.compare(leftValue, comparison, rightValue)
    }
  }

  private static func compare(_ left: JSONValue?, _ comparison: PathComparison, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return comparison == .unequal && (left != nil || right != nil) }
    switch comparison {
    case .equal: return left.matches(right)
    case .unequal: return !left.matches(right)
    case .isIn, .isNotIn:
      guard case .array(let values) = right else { return false }
      return values.contains { $0.matches(left) } == (comparison == .isIn)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = Ordering.of(left, right) else { return false }
      switch comparison {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
  }
}

/// Which of two values of the same kind comes first.
enum Ordering {
  /// Negative if the left one is less, 0 if they are equal; nil if they are not both numbers or both texts.
  static func of(_ left: JSONValue, _ right: JSONValue) -> Int? {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right ? -1 : (left == right ? 0 : 1)
    case (.integer(let left), .number(let right)): sign(Double(left), right)
    case (.number(let left), .integer(let right)): sign(left, Double(right))
    case (.number(let left), .number(let right)): sign(left, right)
    case (.string(let left), .string(let right)): texts(left, right)
    default: nil
    }
  }

  private static func sign(_ left: Double, _ right: Double) -> Int { left < right ? -1 : (left == right ? 0 : 1) }

  /// Texts by their scalars, one after the other.
  static func texts(_ left: String, _ right: String) -> Int {
    if JSONValue.isSameText(left, right) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }
}
