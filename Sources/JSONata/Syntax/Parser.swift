/// Reads an expression by the binding powers of its operators.
///
/// - Source: V. R. Pratt, Top down operator precedence, 1973; the powers are JSONata's.
struct Parser {
  /// Brackets, operands and the like in each other.
  static let nesting = 200
  /// Levels of nodes, so that those who walk over them do not run out of stack.
  static let depth = 600

  private var lexer: Lexer
  private(set) var token = Token(kind: .end, offset: 0)
  let dialect: Dialect
  private var levels = 0
  /// Variables bound in the blocks and functions that are open.
  private var bound: [[String]] = [[]]
  private var parents = 0
  /// Where an operand was missing at the end; other mistakes come first.
  private var unfinished: SyntaxFault?

  init(_ text: String, _ dialect: Dialect) {
    lexer = Lexer(text)
    self.dialect = dialect
  }

  /// A whole expression, and the variables that it binds outside of any block.
  static func parse(_ text: String, _ dialect: Dialect) throws(SyntaxFault) -> (node: Node, names: [String]) {
    var parser = Parser(text, dialect)
    try parser.advance(afterOperand: false)
    let node = try parser.expression(0)
    if parser.token.kind != .end {
      throw SyntaxFault("S0201", "unexpected \(parser.token.text)", at: parser.token.offset)
    }
    if let fault = parser.unfinished { throw fault }
    var isParent = false
    if case .parent = node.kind { isParent = true }
    if isParent || !node.seeking.isEmpty { throw SyntaxFault("S0217", "% finds no parent here", at: node.offset) }
    return (node, parser.bound[0])
  }

  mutating func advance(afterOperand: Bool) throws(SyntaxFault) { token = try lexer.next(afterOperand: afterOperand) }

  /// Whether a symbol is next.
  func at(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  /// Takes a symbol if it is next.
  mutating func take(_ symbol: String) throws(SyntaxFault) -> Bool {
    guard at(symbol) else { return false }
    try advance(afterOperand: false)
    return true
  }

  /// Takes a symbol that must be next; an operator may follow those that end an operand.
  mutating func expect(_ symbol: String, afterOperand: Bool = false) throws(SyntaxFault) {
    guard at(symbol) else {
      if token.kind == .end { throw SyntaxFault("S0203", "\(symbol) is missing at the end", at: token.offset) }
      throw SyntaxFault("S0202", "\(symbol) is expected, not \(token.text)", at: token.offset)
    }
    try advance(afterOperand: afterOperand)
  }

  /// An expression whose operators bind more strongly than the one left of it.
  mutating func expression(_ power: Int) throws(SyntaxFault) -> Node {
    levels += 1
    defer { levels -= 1 }
    if levels > Parser.nesting { throw SyntaxFault("D1011", "the expression is nested too deeply", at: token.offset) }
    let first = token
    try advance(afterOperand: Parser.isOperand(first))
    var left = try prefix(first)
    while let symbol = token.symbol, power < Parser.power(symbol) {
      let infix = token
      try advance(afterOperand: false)
      left = try self.infix(infix, symbol, left)
      if left.depth > Parser.depth { throw SyntaxFault("D1011", "the expression is nested too deeply", at: infix.offset) }
    }
    if case .symbol(let symbol) = token.kind, symbol == "!" || symbol == "~" {
      throw SyntaxFault("S0204", "there is no operator \(symbol)", at: token.offset)
    }
    return left
  }

  /// Whether a word that begins an operand is one by itself, so that an operator may follow.
  private static func isOperand(_ token: Token) -> Bool {
    guard let symbol = token.symbol else { return true }
    return ["*", "**", "%", "and", "or", "in"].contains(symbol)
  }

  private static func power(_ symbol: String) -> Int {
    switch symbol {
    case "(", "[", "@", "#": 80
    case ".": 75
    case "{": 70
    case "*", "/", "%": 60
    case "+", "-", "&": 50
    case "=", "!=", "<", "<=", ">", ">=", "in", "~>", "^", "?:", "??": 40
    case "and": 30
    case "or": 25
    case "?": 20
    case ":=": 10
    default: 0
    }
  }

  /// Notes an operand that is missing at the end.
  mutating func missing(at offset: Int) -> Node {
    unfinished = unfinished ?? SyntaxFault("S0207", "the expression ends too early", at: offset)
    return Node(.null, at: offset)
  }

  mutating func openScope() { bound.append([]) }

  mutating func closeScope() -> [String] { bound.removeLast() }

  mutating func bind(_ name: String) {
    if !bound[bound.count - 1].contains(name) { bound[bound.count - 1].append(name) }
  }

  mutating func parent() -> Ancestor {
    parents += 1
    return Ancestor(parents)
  }
}
