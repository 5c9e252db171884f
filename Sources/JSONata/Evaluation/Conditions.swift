/// `a ? b : c`; undefined if there is no c.
struct Condition: Expression {
  let test: any Expression
  let then: any Expression
  let otherwise: (any Expression)?

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    if try run.value(test, input, frame).isTrue() { return try run.value(then, input, frame) }
    guard let otherwise else { return .undefined }
    return try run.value(otherwise, input, frame)
  }
}

/// `a ?: b`, and `a ?? b` where only what is undefined is replaced.
struct Fallback: Expression {
  let value: any Expression
  let otherwise: any Expression
  let ifUndefined: Bool

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let value = try run.value(self.value, input, frame)
    let isGood = try ifUndefined ? !value.isUndefined : value.isTrue()
    return try isGood ? value : run.value(otherwise, input, frame)
  }
}

/// `and` and `or`; the right side is evaluated only if it matters.
struct Logic: Expression {
  let left: any Expression
  let right: any Expression
  let isAnd: Bool

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let first = try run.value(left, input, frame).isTrue()
    if first != isAnd { return .bool(first) }
    return .bool(try run.value(right, input, frame).isTrue())
  }
}
