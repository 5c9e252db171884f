/// What stands between or after operands.
extension Parser {
  mutating func infix(_ token: Token, _ symbol: String, _ left: Node) throws(SyntaxFault) -> Node {
    let offset = token.offset
    switch symbol {
    case "+", "-", "*", "/", "%", "=", "!=", "<", "<=", ">", ">=", "&", "and", "or", "in":
      return try binary(symbol, left, offset)
    case ".": return try path(left, offset)
    case "[": return try filter(left, offset)
    case "{": return try group(left, offset)
    case "^": return try sort(left, offset)
    case "@": return try focus(left, offset)
    case "#": return try index(left, offset)
    case "(": return try call(left, offset)
    case "~>": return try apply(left, offset)
    case "?": return try condition(left, offset)
    case "?:", "??": return try fallback(symbol, left, offset)
    case ":=": return try bind(left, offset)
    default: throw SyntaxFault("S0201", "unexpected \(symbol)", at: offset)
    }
  }

  private mutating func binary(_ symbol: String, _ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let power =
      switch symbol {
      case "*", "/", "%": 60
      case "+", "-", "&": 50
      case "and": 30
      case "or": 25
      default: 40
      }
    let right = try expression(power)
    let node = Node(.binary(symbol, left, right), at: offset, [left, right])
    node.seekAlso(left)
    node.seekAlso(right)
    return node
  }

  private mutating func apply(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let right = try expression(40)
    let node = Node(.apply(left, right), at: offset, [left, right])
    node.keepsArray = left.keepsArray || right.keepsArray
    return node
  }

  private mutating func condition(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    let then = try expression(0)
    let otherwise = try take(":") ? try expression(0) : nil
    let parts = [left, then] + (otherwise.map { [$0] } ?? [])
    let node = Node(.condition(left, then: then, otherwise: otherwise), at: offset, parts)
    for part in parts { node.seekAlso(part) }
    return node
  }

  private mutating func fallback(_ symbol: String, _ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    if dialect == .statesLanguage {
      throw SyntaxFault("S0211", "\(symbol) came with JSONata 2.1; Step Functions has 2.0.6", at: offset)
    }
    let right = try expression(0)
    let node = Node(.fallback(left, otherwise: right, ifUndefined: symbol == "??"), at: offset, [left, right])
    node.seekAlso(left)
    node.seekAlso(right)
    return node
  }

  private mutating func bind(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    guard case .variable(let name) = left.kind, !name.isEmpty, name != "$", left.predicates.isEmpty, left.group == nil else {
      throw SyntaxFault("S0212", "the left side of := must be a variable, not \(left.title)", at: left.offset)
    }
    bind(name)
    let value = try expression(9)
    let node = Node(.bind(name, value), at: offset, [value])
    node.seekAlso(value)
    return node
  }

  private mutating func call(_ left: Node, _ offset: Int) throws(SyntaxFault) -> Node {
    var arguments: [Node?] = []
    if !at(")") {
      repeat {
        if at("?") {
          try advance(afterOperand: true)
          arguments.append(nil)
        } else {
          arguments.append(try expression(0))
        }
      } while try take(",")
    }
    try expect(")", afterOperand: true)
    if let steps = left.steps, steps.count == 1, case .name(let name) = steps[0].kind, name == "function" || name == "λ" {
      return try lambda(arguments, left.offset)
    }
    let given = arguments.compactMap { $0 }
    let kind = given.count == arguments.count ? Node.Kind.call(left, given) : .partial(left, arguments)
    let node = Node(kind, at: offset, [left] + given)
    for argument in given { node.seekAlso(argument) }
    return node
  }

  private mutating func lambda(_ arguments: [Node?], _ offset: Int) throws(SyntaxFault) -> Node {
    var parameters: [String] = []
    for (index, argument) in arguments.enumerated() {
      guard let argument, case .variable(let name) = argument.kind else {
        throw SyntaxFault("S0208", "parameter \(index + 1) of the function must be a variable", at: argument?.offset ?? offset)
      }
      parameters.append(name)
    }
    let signature = try self.signature()
    try expect("{")
    openScope()
    let body = try expression(0)
    let names = closeScope()
    try expect("}", afterOperand: true)
    return Node(.lambda(parameters: parameters, signature: signature, body: body, names: names), at: offset, [body])
  }

  private mutating func signature() throws(SyntaxFault) -> Signature? {
    guard at("<") else { return nil }
    let begin = token.offset
    var text = "<"
    var depth = 1
    while depth > 0, !at("{"), token.kind != .end {
      try advance(afterOperand: false)
      if at(">") { depth -= 1 }
      if at("<") { depth += 1 }
      text += token.text
    }
    try expect(">")
    do {
      return try Signature(text)
    } catch {
      throw SyntaxFault(error.code, error.message, at: begin + error.offset)
    }
  }
}
