/// One evaluation of a program.
final class Evaluation {
  var environment: Environment
  /// The whole input, `$$`.
  let root: Value
  /// The time of `$now`, which stays the same throughout.
  let milliseconds: Double
  /// What was bound from outside, for `$eval`.
  let bindings: [(name: String, value: Value)]
  /// Which functions there are.
  let dialect: Dialect
  /// Steps that are left.
  var steps: Int
  private var depth = 0
  private var held: [Frame] = []

  init(_ environment: Environment, root: Value, bindings: [(name: String, value: Value)], dialect: Dialect) {
    self.environment = environment
    self.root = root
    self.bindings = bindings
    self.dialect = dialect
    milliseconds = Double(environment.milliseconds)
    steps = environment.limits.steps
  }

  /// The value of an expression in a context.
  ///
  /// - Throws: D1011 if expressions are nested more deeply than they may be, D1012 if no step is left, and what the expression throws.
  func value(_ expression: any Expression, _ input: Value, _ frame: Frame) throws(Failure) -> Value {
    let found = try stream(expression, input, frame)
    switch found {
    case .array(let list):
      if Int(list.nesting) > Limits.nesting { throw Failure.tooDeep }
      guard list.isSequence, list.count < 2 else { return found }
      if list.count == 0 { return .undefined }
      return list.traits.contains(.keepsSingleton) ? found : list[0]
    case .object(let object):
      if object.nesting > Limits.nesting { throw Failure.tooDeep }
    case .function(let function):
      if function.nesting > Limits.nesting { throw Failure.tooDeep }
    case .tuples(let stream):
      let contexts = stream.items.map(\.context)
      return contexts.count > 1 ? stream.contexts : contexts.first ?? .undefined
    default: break
    }
    return found
  }

  /// The same, as it comes: with bindings, and with sequences of one or none.
  func stream(_ expression: any Expression, _ input: Value, _ frame: Frame) throws(Failure) -> Value {
    steps -= 1
    if steps <= 0 { throw Failure.tooLong }
    depth += 1
    defer { depth -= 1 }
    if depth > environment.limits.depth { throw Failure.tooDeep }
    return try expression.evaluate(input, frame, self)
  }

  /// Takes away steps for work that is no expression.
  func charge(_ count: Int) throws(Failure) {
    steps -= min(count, steps)
    if steps <= 0 { throw Failure.tooLong }
  }

  /// Keeps a frame until the end, since a function holds it.
  func hold(_ frame: Frame) {
    var next: Frame? = frame
    while let current = next, !current.isHeld {
      current.isHeld = true
      held.append(current)
      next = current.parent
    }
  }

  /// Lets go of all frames, one after the other, so that neither circles nor long chains of them remain.
  func end() {
    for frame in held { frame.slots.removeAll() }
    held.removeAll()
  }

  /// The result of a function.
  ///
  /// A lambda that ends in a call hands that call back, and it is made here: so calls in tail position need no stack.
  func apply(_ function: Function, _ arguments: [Value], _ input: Value, _ name: String = "the function") throws(Failure) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > environment.limits.depth { throw Failure.tooDeep }
    var (function, arguments, input) = (function, arguments, input)
    while true {
      switch function.kind {
      case .lambda(let lambda, let frame, let context):
        let result = try self.call(lambda, frame, context, arguments, input, name)
        guard case .pending(let call) = result else { return result }
        (function, arguments, input) = (call.function, call.arguments, call.input)
      case .partial(let base, let given):
        var rest = arguments[...]
        arguments = given.map { $0 ?? rest.popFirst() ?? .undefined }
        function = base
      case .composition(let first, let second):
        arguments = [try self.collapsed(apply(first, arguments, input, name))]
        function = second
      case .native(let native): return try invoke(native, arguments, Invocation(run: self, input: input))
      case .pattern(let pattern): return try pattern.firstMatch(of: arguments.first ?? .undefined, self)
      case .next(let pattern, let text, let begin): return try pattern.match(in: text, from: begin, isFirst: false, self)
      case .transform(let transform, let frame): return try transform.apply(arguments.first ?? .undefined, frame, self)
      }
    }
  }

  /// The result of a function of the library, its arguments checked.
  func invoke(_ native: Native, _ arguments: [Value], _ invocation: Invocation) throws(Failure) -> Value {
    steps -= 1
    if steps <= 0 { throw Failure.tooLong }
    let checked = try native.signature?.checked(arguments, context: invocation.input, of: "$" + native.name) ?? arguments
    return try native.body(Arguments(checked), invocation)
  }

  private func call(
    _ lambda: Lambda, _ frame: Frame, _ context: Value, _ arguments: [Value], _ input: Value, _ name: String
  ) throws(Failure) -> Value {
    let checked = try lambda.signature?.checked(arguments, context: input, of: name) ?? arguments
    let inner = Frame(frame, count: lambda.slots)
    for slot in 0..<lambda.parameters { inner.slots[slot] = slot < checked.count ? checked[slot] : .undefined }
    return try value(lambda.body, context, inner)
  }

  /// A sequence of one or none as a value.
  private func collapsed(_ value: Value) -> Value {
    guard case .array(let list) = value, list.isSequence, list.count < 2 else { return value }
    if list.count == 0 { return .undefined }
    return list.traits.contains(.keepsSingleton) ? value : list[0]
  }
}
