/// `$`, the context.
struct ContextReference: Expression {
  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    if case .array(let list) = input, list.traits.contains(.wrapper), list.count > 0 { return list[0] }
    return input
  }
}

/// `$$`, the whole input.
struct RootReference: Expression {
  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value { run.root }
}

/// A variable, or a function of the library.
struct Variable: Expression {
  /// Where it may be bound, the innermost first.
  let places: [Place]
  /// What it is if it is bound nowhere.
  let native: Native?

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    bound(frame) ?? native.map { .function(Function(.native($0))) } ?? .undefined
  }

  /// What it is bound to.
  func bound(_ frame: Frame) -> Value? {
    for place in places {
      if let value = frame.value(at: place) { return value }
    }
    return nil
  }
}

/// `:=`, which is also the value that it binds.
struct Binding: Expression {
  let place: Place
  let value: any Expression

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let value = try run.value(self.value, input, frame)
    frame.outer(place.hops).slots[place.slot] = value
    return value
  }
}

/// Expressions in parentheses, the last of which is the result.
struct Block: Expression {
  let parts: [any Expression]
  /// How many variables it binds; a block without needs no frame.
  let slots: Int
  /// Whether it hands on what the steps of its last path bound.
  let yieldsTuples: Bool

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    guard let last = parts.last else { return .undefined }
    let inner = slots == 0 ? frame : Frame(frame, count: slots)
    for part in parts.dropLast() { _ = try run.value(part, input, inner) }
    return try yieldsTuples ? run.stream(last, input, inner) : run.value(last, input, inner)
  }
}
