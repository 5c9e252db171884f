/// An operator that takes two values.
struct Operation: Expression {
  /// What it does.
  enum Kind: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case join = "&"
    case contains = "in"
    case range = ".."
  }

  let kind: Kind
  let left: any Expression
  let right: any Expression
  let offset: Int

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let left = try run.value(self.left, input, frame)
    let right = try run.value(self.right, input, frame)
    do {
      return try result(left, right, run)
    } catch {
      throw error.located(offset)
    }
  }

  private func result(_ left: Value, _ right: Value, _ run: Evaluation) throws(Failure) -> Value {
    switch kind {
    case .add, .subtract, .multiply, .divide, .remainder: return try calculated(left, right)
    case .equal, .unequal:
      if left.isUndefined || right.isUndefined { return .bool(false) }
      return .bool(left.equals(right) == (kind == .equal))
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return try compared(left, right)
    case .join:
      let text = try (left.text() ?? "") + (right.text() ?? "")
      try run.charge(text.utf8.count / 64)
      return .string(text)
    case .contains:
      if left.isUndefined || right.isUndefined { return .bool(false) }
      return .bool(right.elements.contains { Operation.isSame($0, left) })
    case .range: return try range(left, right, run)
    }
  }

  private func calculated(_ left: Value, _ right: Value) throws(Failure) -> Value {
    let first = try left.numeric()
    if first == nil, !left.isUndefined { throw Failure("T2001", "the left side of \(kind.rawValue) must be a number") }
    let second = try right.numeric()
    if second == nil, !right.isUndefined { throw Failure("T2002", "the right side of \(kind.rawValue) must be a number") }
    guard let first, let second else { return .undefined }
    switch kind {
    case .add: return .number(first + second)
    case .subtract: return .number(first - second)
    case .multiply: return .number(first * second)
    case .divide: return .number(first / second)
    default: return .number(first.truncatingRemainder(dividingBy: second))
    }
  }

  private func compared(_ left: Value, _ right: Value) throws(Failure) -> Value {
    guard left.isComparable, right.isComparable else {
      throw Failure("T2010", "both sides of \(kind.rawValue) must be numbers or texts")
    }
    if left.isUndefined || right.isUndefined { return .undefined }
    let isLess: Bool
    let isMore: Bool
    switch (left, right) {
    case (.number(let left), .number(let right)): (isLess, isMore) = (left < right, left > right)
    case (.string(let left), .string(let right)): (isLess, isMore) = (left.precedes(right), right.precedes(left))
    default: throw Failure("T2009", "both sides of \(kind.rawValue) must be of the same type")
    }
    switch kind {
    case .less: return .bool(isLess)
    case .lessOrEqual: return .bool(!isMore)
    case .greater: return .bool(isMore)
    default: return .bool(!isLess)
    }
  }

  private func range(_ left: Value, _ right: Value, _ run: Evaluation) throws(Failure) -> Value {
    if !left.isUndefined, !left.isWhole { throw Failure("T2003", "the left side of .. must be a whole number") }
    if !right.isUndefined, !right.isWhole { throw Failure("T2004", "the right side of .. must be a whole number") }
    guard case .number(let first) = left, case .number(let last) = right, first <= last else { return .undefined }
    guard last - first < 1e7 else { throw Failure("D2014", "a range may have ten million values") }
    try run.charge(Int(last - first) + 1)
    return .array(List(sequence: (0...Int(last - first)).map { .number(first + Double($0)) }))
  }

  /// Whether both are the same value: arrays, objects and functions are so only if they are one.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.array, _): false
    case (.object(let left), .object(let right)): left === right
    default: left.equals(right)
    }
  }
}

/// A minus sign before an operand.
struct Negation: Expression {
  let operand: any Expression
  let offset: Int

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let value = try run.value(operand, input, frame)
    if value.isUndefined { return value }
    guard let number = try value.numeric() else { throw Failure("D1002", "only a number can be negated", at: offset) }
    return .number(-number)
  }
}

extension Value {
  fileprivate var isComparable: Bool {
    switch self {
    case .undefined, .number, .string: true
    default: false
    }
  }

  fileprivate var isWhole: Bool {
    if case .number(let number) = self { number.isFinite && number.rounded() == number } else { false }
  }
}
