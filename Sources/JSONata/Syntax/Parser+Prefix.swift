/// What stands at the begin of an operand.
extension Parser {
  mutating func prefix(_ token: Token) throws(SyntaxFault) -> Node {
    let offset = token.offset
    switch token.kind {
    case .string(let text): return Node(.string(text), at: offset)
    case .number(let number): return Node(.number(number), at: offset)
    case .bool(let value): return Node(.bool(value), at: offset)
    case .null: return Node(.null, at: offset)
    case .name(let name): return field(name, offset)
    case .variable(let name): return Node(.variable(name), at: offset)
    case .regex(let source, let flags): return try regex(source, flags, offset)
    case .end: return missing(at: offset)
    case .symbol(let symbol): return try prefix(symbol, offset)
    }
  }

  private func field(_ name: String, _ offset: Int) -> Node {
    let step = Node(.name(name), at: offset)
    return Node(.path([step]), at: offset, [step])
  }

  private func regex(_ source: String, _ flags: String, _ offset: Int) throws(SyntaxFault) -> Node {
    do {
      return Node(.regex(try Pattern(source, ignoresCase: flags.contains("i"), isMultiline: flags.contains("m"))), at: offset)
    } catch {
      // JSONata leaves this to the engine that it runs on, and has no code for it.
      throw SyntaxFault("S0303", "the regular expression is not valid: \(error.message)", at: offset)
    }
  }

  private mutating func prefix(_ symbol: String, _ offset: Int) throws(SyntaxFault) -> Node {
    switch symbol {
    case "and", "or", "in": return field(symbol, offset)
    case "*": return Node(.wildcard, at: offset)
    case "**": return Node(.descendants, at: offset)
    case "%": return Node(.parent(parent()), at: offset)
    case "-": return try negation(offset)
    case "(": return try block(offset)
    case "[": return try array(offset)
    case "{":
      let pairs = try self.pairs()
      let parts = pairs.flatMap { [$0.key, $0.value] }
      let node = Node(.object(pairs), at: offset, parts)
      for part in parts { node.seekAlso(part) }
      return node
    case "|": return try transform(offset)
    case "!", "~": throw SyntaxFault("S0204", "there is no operator \(symbol)", at: offset)
    default: throw SyntaxFault("S0211", "\(symbol) needs something on its left", at: offset)
    }
  }

  private mutating func negation(_ offset: Int) throws(SyntaxFault) -> Node {
    let operand = try expression(70)
    if case .number(let number) = operand.kind {
      operand.kind = .number(-number)
      return operand
    }
    let node = Node(.negation(operand), at: offset, [operand])
    node.seekAlso(operand)
    return node
  }

  private mutating func block(_ offset: Int) throws(SyntaxFault) -> Node {
    openScope()
    var parts: [Node] = []
    while !at(")") {
      parts.append(try expression(0))
      guard try take(";") else { break }
    }
    try expect(")", afterOperand: true)
    let node = Node(.block(parts, names: closeScope()), at: offset, parts)
    for part in parts {
      node.seekAlso(part)
      if part.constructsArray || part.steps?[0].constructsArray == true { node.constructsArray = true }
    }
    return node
  }

  private mutating func array(_ offset: Int) throws(SyntaxFault) -> Node {
    var parts: [Node] = []
    if !at("]") {
      repeat { parts.append(try element()) } while try take(",")
    }
    try expect("]", afterOperand: true)
    let node = Node(.array(parts), at: offset, parts)
    for part in parts { node.seekAlso(part) }
    return node
  }

  /// One element of an array, or a range of them.
  private mutating func element() throws(SyntaxFault) -> Node {
    let first = try expression(0)
    guard at("..") else { return first }
    let place = token.offset
    try advance(afterOperand: false)
    let last = try expression(0)
    let range = Node(.binary("..", first, last), at: place, [first, last])
    range.seekAlso(first)
    range.seekAlso(last)
    return range
  }

  /// Keys and values up to the closing brace.
  mutating func pairs() throws(SyntaxFault) -> [(key: Node, value: Node)] {
    var pairs: [(key: Node, value: Node)] = []
    if !at("}") {
      repeat {
        let key = try expression(0)
        try expect(":")
        pairs.append((key, try expression(0)))
      } while try take(",")
    }
    try expect("}", afterOperand: true)
    return pairs
  }

  private mutating func transform(_ offset: Int) throws(SyntaxFault) -> Node {
    let pattern = try expression(0)
    try expect("|")
    let update = try expression(0)
    let delete = try take(",") ? try expression(0) : nil
    try expect("|", afterOperand: true)
    return Node(.transform(pattern: pattern, update: update, delete: delete), at: offset, [pattern, update] + (delete.map { [$0] } ?? []))
  }
}
