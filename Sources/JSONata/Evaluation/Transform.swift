/// `| | |`: a copy in which what a pattern finds is changed.
///
/// - Source: JSONata, other operators: transform.
struct Transform: Sendable {
  let pattern: any Expression
  let update: any Expression
  let delete: (any Expression)?
  let offset: Int

  /// The changed copy of a value.
  ///
  /// - Throws: T2011 or T2012 if the changes are none; T0410 if the value is neither object nor array.
  func apply(_ value: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    switch value {
    case .undefined: return value
    case .object, .array: break
    default: throw Failure("T0410", "a transform wants an object or an array", at: offset)
    }
    let copy = try value.copied()
    let found = try run.value(pattern, copy, frame)
    for match in found.elements { try change(match, frame, run) }
    return copy
  }

  private func change(_ match: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) {
    let changes = try run.value(update, match, frame)
    let target: Object? = if case .object(let object) = match { object } else { nil }
    switch changes {
    case .undefined: break
    case .object(let object):
      switch match {
      case .object, .array: break
      default:
        // JSONata leaves this to the engine that it runs on, and has no code for it.
        if object.count > 0 { throw Failure("X0301", "a transform can change objects only", at: offset) }
      }
      // Copies, so that no object comes to contain itself.
      for (key, value) in zip(object.keys, object.values) { target?.set(key, try value.copied()) }
    default: throw Failure("T2011", "the changes of a transform must be an object", at: offset)
    }
    guard let delete else { return }
    for key in try run.value(delete, match, frame).elements {
      guard case .string(let key) = key else {
        throw Failure("T2012", "what a transform deletes must be a text or an array of texts", at: offset)
      }
      target?.remove(key)
    }
  }
}

/// The definition of a transform, which keeps the variables of its place.
struct TransformDefinition: Expression {
  let transform: Transform

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    run.hold(frame)
    return .function(Function(.transform(transform, frame)))
  }
}
