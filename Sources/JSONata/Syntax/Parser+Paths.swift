/// Steps of paths and what may follow them.
extension Parser {
  mutating func path(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let right = try expression(75)
    let result = left.steps == nil ? Node(.path([left]), at: left.offset, [left]) : left
    if case .parent(let ancestor) = left.kind { result.seeking = [ancestor] }
    var steps = result.steps ?? []
    if let more = right.steps {
      steps += more
    } else {
      right.stages += right.predicates.map { .filter($0) }
      right.predicates = []
      steps.append(right)
    }
    result.contain(right)
    for step in steps {
      switch step.kind {
      case .number, .bool, .null: throw SyntaxFault("S0213", "\(step.title) cannot be a step of a path", at: step.offset)
      case .string(let text): step.kind = .name(text)
      default: break
      }
    }
    result.kind = .path(steps)
    if steps.contains(where: \.keepsArray) { result.keepsSingleton = true }
    for step in [steps[0], steps[steps.count - 1]] {
      if case .array = step.kind { step.constructsArray = true }
    }
    try result.resolveParents()
    return result
  }

  mutating func filter(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    if at("]") {
      try advance(afterOperand: true)
      left.keepsArray = true
      if let last = left.steps?.last {
        left.keepsSingleton = true
        last.keepsArray = true
      }
      return left
    }
    let predicate = try expression(0)
    try expect("]", afterOperand: true)
    let step = left.steps?.last ?? left
    if step.group != nil { throw SyntaxFault("S0209", "a predicate cannot follow a grouping", at: offset) }
    if !predicate.seeking.isEmpty {
      for ancestor in predicate.seeking {
        if ancestor.level == 1 { try step.become(ancestor) } else { ancestor.level -= 1 }
      }
      step.seekAlso(predicate)
    }
    if left.steps == nil { step.predicates.append(predicate) } else { step.stages.append(.filter(predicate)) }
    left.contain(predicate)
    return left
  }

  mutating func group(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let pairs = try self.pairs()
    if left.group != nil { throw SyntaxFault("S0210", "a step can be grouped only once", at: offset) }
    left.group = Node.Group(pairs: pairs, offset: offset)
    for pair in pairs {
      left.contain(pair.key)
      left.contain(pair.value)
    }
    return left
  }

  mutating func sort(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    try expect("(")
    var terms: [Node.Term] = []
    repeat {
      let isDescending = at(">")
      if isDescending || at("<") { try advance(afterOperand: false) }
      terms.append(Node.Term(expression: try expression(0), isDescending: isDescending))
    } while try take(",")
    try expect(")", afterOperand: true)
    let result = left.steps == nil ? Node(.path([left]), at: left.offset, [left]) : left
    let step = Node(.sort(terms), at: offset, terms.map(\.expression))
    for term in terms { step.seekAlso(term.expression) }
    result.kind = .path((result.steps ?? []) + [step])
    result.contain(step)
    try result.resolveParents()
    return result
  }

  mutating func focus(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let name = try variable("@", offset)
    let step = left.steps?.last ?? left
    if !step.stages.isEmpty || !step.predicates.isEmpty {
      throw SyntaxFault("S0215", "a variable is bound to the context before predicates, not after", at: offset)
    }
    if case .sort = step.kind { throw SyntaxFault("S0216", "a variable is bound to the context before sorting, not after", at: offset) }
    step.focus = name
    step.isTuple = true
    return left
  }

  mutating func index(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let name = try variable("#", offset)
    let step = left.steps?.last ?? left
    var result = left
    if left.steps == nil {
      result = Node(.path([left]), at: left.offset, [left])
      step.stages = step.predicates.map { .filter($0) }
      step.predicates = []
    }
    if step.stages.isEmpty { step.index = name } else { step.stages.append(.index(name)) }
    step.isTuple = true
    return result
  }

  private mutating func variable(_ symbol: String, _ offset: Int) throws(SyntaxFault) -> String {
    let right = try expression(80)
    guard case .variable(let name) = right.kind else {
      throw SyntaxFault("S0214", "the right side of \(symbol) must be a variable, not \(right.title)", at: right.offset)
    }
    return name
  }
}
