/// A call of a function.
struct Call: Expression {
  let procedure: any Expression
  let arguments: [any Expression]
  /// The last thing that a function does.
  let isTail: Bool
  /// The function's name in messages.
  let name: String
  /// A function of the library that the name of a field should perhaps have been.
  let suggestion: Bool
  /// Variables that `$eval` sees, if that is what is called.
  let visible: [[String]]?
  let offset: Int

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    try call(with: [], input, frame, run)
  }

  /// The result with some more arguments before the others.
  func call(with first: [Value], _ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    if let variable = procedure as? Variable, let native = variable.native, variable.bound(frame) == nil {
      return try call(native, with: first, input, frame, run)
    }
    guard case .function(let function) = try run.value(procedure, input, frame) else {
      if suggestion { throw Failure("T1005", "\(name) is no function; $\(name) is one", at: offset) }
      throw Failure("T1006", "\(name) is no function", at: offset)
    }
    let arguments = try values(first, input, frame, run)
    if isTail, case .lambda = function.kind { return .pending(TailCall(function, arguments, input)) }
    do {
      return try run.apply(function, arguments, input, name)
    } catch {
      throw error.located(offset)
    }
  }

  private func call(
    _ native: Native, with first: [Value], _ input: Value, _ frame: Frame, _ run: Evaluation
  ) throws(Failure) -> Value {
    let arguments = try values(first, input, frame, run)
    do {
      return try run.invoke(native, arguments, Invocation(run: run, input: input, frame: frame, visible: visible))
    } catch {
      throw error.located(offset)
    }
  }

  private func values(_ first: [Value], _ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> [Value] {
    var values = first
    values.reserveCapacity(first.count + arguments.count)
    for argument in arguments { values.append(try run.value(argument, input, frame)) }
    return values
  }
}

/// A call with some arguments left open: a function of these.
struct PartialCall: Expression {
  let procedure: any Expression
  /// Nil for those left open.
  let arguments: [(any Expression)?]
  let name: String
  let suggestion: Bool
  let offset: Int

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var given: [Value?] = []
    for argument in arguments {
      if let argument { given.append(try run.value(argument, input, frame)) } else { given.append(nil) }
    }
    guard case .function(let function) = try run.value(procedure, input, frame) else {
      if suggestion { throw Failure("T1007", "\(name) is no function; $\(name) is one", at: offset) }
      throw Failure("T1008", "\(name) is no function", at: offset)
    }
    return .function(Function(.partial(function, given)))
  }
}

/// `~>`: the right side called with the left one, or both functions made into one.
///
/// - Source: JSONata, other operators: chain.
struct Application: Expression {
  let left: any Expression
  let right: any Expression
  let offset: Int

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let value = try run.value(left, input, frame)
    if let call = right as? Call { return try call.call(with: [value], input, frame, run) }
    guard case .function(let function) = try run.value(right, input, frame) else {
      throw Failure("T2006", "the right side of ~> must be a function", at: offset)
    }
    if case .function(let first) = value { return .function(Function(.composition(first, function))) }
    do {
      return try run.apply(function, [value], .null)
    } catch {
      throw error.located(offset)
    }
  }
}

/// A function that an expression defines.
struct Lambda: Sendable {
  /// Its parameters have the first slots.
  let parameters: Int
  let slots: Int
  let signature: Signature?
  let body: any Expression
}

/// The definition of a function, which keeps the context and the variables of its place.
struct LambdaDefinition: Expression {
  let lambda: Lambda

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    run.hold(frame)
    return .function(Function(.lambda(lambda, frame, input)))
  }
}
