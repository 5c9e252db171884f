/// Turns what the parser read into a program: variables become slots, functions of the library are found.
struct Resolver {
  private let dialect: Dialect
  /// Where names belong that nothing inside binds: they come from outside, or from the library.
  private let top: Scope
  /// The scopes of paths that hand on what their steps bind.
  private var exports: [ObjectIdentifier: Scope] = [:]

  init(_ dialect: Dialect, top: Scope) {
    self.dialect = dialect
    self.top = top
  }

  /// A part with all that follows it.
  ///
  /// - Parameter hasContext: Whether fields mean anything here; in state machines they do not outside of paths.
  mutating func resolve(
    _ node: Node, _ scope: Scope, hasContext: Bool, isTail: Bool = false
  ) throws(SyntaxFault) -> any Expression {
    let isPlain = node.predicates.isEmpty && node.group == nil && !node.keepsArray
    return try followed(core(node, scope, hasContext, isTail && isPlain), node, scope)
  }

  /// A part's predicates, grouping and brackets around what it finds itself.
  private mutating func followed(_ base: any Expression, _ node: Node, _ scope: Scope) throws(SyntaxFault) -> any Expression {
    var result = base
    if !node.predicates.isEmpty {
      let exported = exports[ObjectIdentifier(node)]
      let inner = exported.map { Scope(scope, $0.names) } ?? scope
      var filters: [Filter] = []
      for predicate in node.predicates { filters.append(try filter(predicate, inner)) }
      result = Filtered(base: result, filters: filters, hasBindings: exported != nil)
    }
    // Paths group what they find themselves, since they know what their steps have bound.
    if node.steps == nil, let group = node.group {
      result = Grouped(base: result, grouping: try grouping(group, scope, hasContext: true))
    }
    return node.keepsArray ? Kept(base: result) : result
  }

  private mutating func core(
    _ node: Node, _ scope: Scope, _ hasContext: Bool, _ isTail: Bool
  ) throws(SyntaxFault) -> any Expression {
    switch node.kind {
    case .string(let text): return TextLiteral(text: text)
    case .number(let number): return NumberLiteral(number: number)
    case .bool(let value): return WordLiteral(truth: value)
    case .null: return WordLiteral(truth: nil)
    case .regex(let pattern): return PatternLiteral(pattern: pattern)
    case .variable(let name): return try variable(name, node, scope, hasContext)
    case .name, .wildcard, .descendants, .parent, .sort: return try step(node, scope, hasContext)
    case .path(let steps): return try path(node, steps, scope, hasContext)
    case .binary(let symbol, let left, let right): return try operation(symbol, left, right, node.offset, scope, hasContext)
    case .negation(let operand):
      return Negation(operand: try resolve(operand, scope, hasContext: hasContext), offset: node.offset)
    case .array(let parts): return try array(node, parts, scope, hasContext)
    case .object(let pairs):
      let group = Node.Group(pairs: pairs, offset: node.offset)
      return ObjectConstructor(grouping: try grouping(group, scope, hasContext: hasContext))
    case .condition, .fallback: return try condition(node, scope, hasContext, isTail)
    case .block(let parts, let names): return try block(node, parts, names, scope, hasContext, isTail)
    case .bind(let name, let value):
      let value = try resolve(value, scope, hasContext: hasContext)
      guard let place = scope.places(of: name).first else { preconditionFailure("nothing binds \(name)") }
      return Binding(place: place, value: value)
    case .call, .partial, .apply: return try call(node, scope, hasContext, isTail)
    case .lambda(let parameters, let signature, let body, let names):
      return try lambda(parameters, signature, body, names, scope, hasContext)
    case .transform(let pattern, let update, let delete):
      let transform = Transform(
        pattern: try resolve(pattern, scope, hasContext: true), update: try resolve(update, scope, hasContext: true),
        delete: try optional(delete, scope, hasContext: true), offset: node.offset)
      return TransformDefinition(transform: transform)
    }
  }

  private mutating func optional(_ node: Node?, _ scope: Scope, hasContext: Bool) throws(SyntaxFault) -> (any Expression)? {
    guard let node else { return nil }
    return try resolve(node, scope, hasContext: hasContext)
  }

  // MARK: Names

  private func variable(_ name: String, _ node: Node, _ scope: Scope, _ hasContext: Bool) throws(SyntaxFault) -> any Expression {
    switch name {
    case "" where !hasContext:
      throw SyntaxFault("X0101", "a state machine has no input document: $ means nothing here; write $states.input", at: node.offset)
    case "": return ContextReference()
    case "$" where dialect == .statesLanguage:
      throw SyntaxFault("X0101", "a state machine has no input document: $$ means nothing; write $states.input", at: node.offset)
    case "$": return RootReference()
    case "eval" where dialect == .statesLanguage && scope.places(of: name).isEmpty:
      throw SyntaxFault("X0103", "Step Functions has no $eval; $parse reads JSON", at: node.offset)
    default: return reference(name, scope)
    }
  }

  private func reference(_ name: String, _ scope: Scope) -> Variable {
    _ = top.declare(name)
    return Variable(places: scope.places(of: name), native: Library.function(name, dialect))
  }

  /// What finds the values of a step.
  private mutating func step(_ node: Node, _ scope: Scope, _ hasContext: Bool) throws(SyntaxFault) -> any Expression {
    if !hasContext {
      let name = if case .name(let name) = node.kind { name } else { "a wildcard" }
      throw SyntaxFault("X0102", "a state machine has no input document: \(name) means nothing here; write $states.input", at: node.offset)
    }
    switch node.kind {
    case .name(let name): return Field(name: name)
    case .wildcard: return Wildcard()
    case .descendants: return Descendants()
    case .parent(let ancestor): return Variable(places: scope.places(of: ancestor.label), native: nil)
    default: preconditionFailure("a sort is no expression")
    }
  }

  // MARK: Operators

  private mutating func operation(
    _ symbol: String, _ left: Node, _ right: Node, _ offset: Int, _ scope: Scope, _ hasContext: Bool
  ) throws(SyntaxFault) -> any Expression {
    let left = try resolve(left, scope, hasContext: hasContext)
    let right = try resolve(right, scope, hasContext: hasContext)
    if symbol == "and" || symbol == "or" { return Logic(left: left, right: right, isAnd: symbol == "and") }
    guard let kind = Operation.Kind(rawValue: symbol) else { preconditionFailure("no operator \(symbol)") }
    return Operation(kind: kind, left: left, right: right, offset: offset)
  }

  private mutating func condition(
    _ node: Node, _ scope: Scope, _ hasContext: Bool, _ isTail: Bool
  ) throws(SyntaxFault) -> any Expression {
    switch node.kind {
    case .condition(let test, let then, let otherwise):
      let test = try resolve(test, scope, hasContext: hasContext)
      let then = try resolve(then, scope, hasContext: hasContext, isTail: isTail)
      guard let otherwise else { return Condition(test: test, then: then, otherwise: nil) }
      return Condition(test: test, then: then, otherwise: try resolve(otherwise, scope, hasContext: hasContext, isTail: isTail))
    case .fallback(let value, let otherwise, let ifUndefined):
      return Fallback(
        value: try resolve(value, scope, hasContext: hasContext),
        otherwise: try resolve(otherwise, scope, hasContext: hasContext, isTail: isTail), ifUndefined: ifUndefined)
    default: preconditionFailure("no condition")
    }
  }

  private mutating func block(
    _ node: Node, _ parts: [Node], _ names: [String], _ scope: Scope, _ hasContext: Bool, _ isTail: Bool
  ) throws(SyntaxFault) -> any Expression {
    let inner = names.isEmpty ? scope : Scope(scope, names)
    var resolved: [any Expression] = []
    for (index, part) in parts.enumerated() {
      resolved.append(try resolve(part, inner, hasContext: hasContext, isTail: isTail && index == parts.count - 1))
    }
    if node.isTuple, let last = parts.last { exports[ObjectIdentifier(node)] = exports[ObjectIdentifier(last)] }
    return Block(parts: resolved, slots: names.count, yieldsTuples: node.isTuple)
  }

  private mutating func array(
    _ node: Node, _ parts: [Node], _ scope: Scope, _ hasContext: Bool
  ) throws(SyntaxFault) -> any Expression {
    var elements: [(expression: any Expression, isArray: Bool)] = []
    for part in parts {
      let isArray = if case .array = part.kind { true } else { false }
      elements.append((try resolve(part, scope, hasContext: hasContext), isArray))
    }
    return ArrayConstructor(elements: elements, isConstructed: node.constructsArray)
  }

  // MARK: Functions

  private mutating func call(
    _ node: Node, _ scope: Scope, _ hasContext: Bool, _ isTail: Bool
  ) throws(SyntaxFault) -> any Expression {
    switch node.kind {
    case .call(let procedure, let arguments):
      let target = try self.procedure(procedure, scope, hasContext)
      var resolved: [any Expression] = []
      for argument in arguments { resolved.append(try resolve(argument, scope, hasContext: hasContext)) }
      let isEval = (target as? Variable)?.native?.name == "eval"
      return Call(
        procedure: target, arguments: resolved, isTail: isTail, name: procedure.title, suggestion: suggests(procedure),
        visible: isEval ? scope.chain : nil, offset: node.offset)
    case .partial(let procedure, let arguments):
      let target = try self.procedure(procedure, scope, hasContext)
      var resolved: [(any Expression)?] = []
      for argument in arguments { resolved.append(try optional(argument, scope, hasContext: hasContext)) }
      return PartialCall(
        procedure: target, arguments: resolved, name: procedure.title, suggestion: suggests(procedure), offset: node.offset)
    case .apply(let left, let right):
      let value = try resolve(left, scope, hasContext: hasContext)
      guard case .call = right.kind else {
        return Application(left: value, right: try resolve(right, scope, hasContext: hasContext), offset: node.offset)
      }
      // The call alone: predicates and groupings behind it have no effect in JSONata, though its pages do not say so.
      return Application(left: value, right: try core(right, scope, hasContext, false), offset: node.offset)
    default: preconditionFailure("no call")
    }
  }

  /// What is called; a field's name in its place is most likely a function's without its dollar sign, so it is left for the run to refuse.
  private mutating func procedure(_ node: Node, _ scope: Scope, _ hasContext: Bool) throws(SyntaxFault) -> any Expression {
    try resolve(node, scope, hasContext: hasContext || node.steps != nil)
  }

  private func suggests(_ procedure: Node) -> Bool {
    guard case .name(let name)? = procedure.steps?.first?.kind else { return false }
    return Library.function(name, dialect) != nil
  }

  private mutating func lambda(
    _ parameters: [String], _ signature: Signature?, _ body: Node, _ names: [String], _ scope: Scope, _ hasContext: Bool
  ) throws(SyntaxFault) -> any Expression {
    let inner = Scope(scope, parameters)
    for name in names { _ = inner.declare(name) }
    let body = try resolve(body, inner, hasContext: hasContext, isTail: true)
    return LambdaDefinition(
      lambda: Lambda(parameters: parameters.count, slots: inner.names.count, signature: signature, body: body))
  }

  // MARK: Paths

  private mutating func filter(_ node: Node, _ scope: Scope) throws(SyntaxFault) -> Filter {
    if case .number(let number) = node.kind, node.predicates.isEmpty, node.group == nil { return .place(number) }
    return .condition(try resolve(node, scope, hasContext: true))
  }

  private mutating func grouping(_ group: Node.Group, _ scope: Scope, hasContext: Bool) throws(SyntaxFault) -> Grouping {
    var pairs: [(key: any Expression, value: any Expression)] = []
    for pair in group.pairs {
      pairs.append((try resolve(pair.key, scope, hasContext: hasContext), try resolve(pair.value, scope, hasContext: hasContext)))
    }
    return Grouping(pairs: pairs, offset: group.offset)
  }

  private mutating func path(
    _ node: Node, _ steps: [Node], _ scope: Scope, _ hasContext: Bool
  ) throws(SyntaxFault) -> any Expression {
    let inner = Scope(scope)
    var isTuple = false
    var resolved: [Step] = []
    for (index, step) in steps.enumerated() {
      let wasTuple = isTuple
      isTuple = isTuple || step.isTuple
      resolved.append(
        try self.step(step, isFirst: index == 0, isTuple, wasTuple, scope, inner, hasContext: hasContext || index > 0))
    }
    var group: Grouping?
    if let braces = node.group { group = try grouping(braces, isTuple ? inner : scope, hasContext: true) }
    if node.isTuple { exports[ObjectIdentifier(node)] = inner }
    let startsWithVariable = if case .variable = steps[0].kind { true } else { false }
    return Path(
      steps: resolved, startsWithVariable: startsWithVariable, keepsSingleton: node.keepsSingleton,
      yieldsTuples: node.isTuple && isTuple, slots: inner.names.count, group: group)
  }

  private mutating func step(
    _ node: Node, isFirst: Bool, _ isTuple: Bool, _ wasTuple: Bool, _ outer: Scope, _ inner: Scope, hasContext: Bool
  ) throws(SyntaxFault) -> Step {
    let scope = isTuple ? inner : outer
    var sorting: Sorting?
    var expression: any Expression = ContextReference()
    if case .sort(let terms) = node.kind {
      sorting = try self.sorting(terms, node.offset, wasTuple ? inner : outer)
    } else {
      expression = try resolve(node, scope, hasContext: hasContext)
    }
    let merged = exports[ObjectIdentifier(node)]?.names.map { inner.declare($0) } ?? []
    let focus = node.focus.map { inner.declare($0) }
    let index = node.index.map { inner.declare($0) }
    let ancestor = node.ancestor.map { inner.declare($0.label) }
    var stages: [Step.Stage] = []
    for stage in node.stages {
      switch stage {
      case .filter(let predicate): stages.append(.filter(try filter(predicate, scope)))
      case .index(let name): stages.append(.index(inner.declare(name)))
      }
    }
    return Step(
      expression: expression, sorting: sorting, stages: stages, isTuple: isTuple, isConstructor: isFirst && node.constructsArray,
      focus: focus, index: index, ancestor: ancestor, merged: merged)
  }

  private mutating func sorting(_ terms: [Node.Term], _ offset: Int, _ scope: Scope) throws(SyntaxFault) -> Sorting {
    var resolved: [(expression: any Expression, isDescending: Bool)] = []
    for term in terms { resolved.append((try resolve(term.expression, scope, hasContext: true), term.isDescending)) }
    return Sorting(terms: resolved, offset: offset)
  }
}
