public import Documents

/// An expression of JSONata, ready to be evaluated as often as is wanted.
///
/// - Source: JSONata 2.x, docs.jsonata.org.
public struct Program: Sendable {
  /// As it was written.
  public let text: String
  private let body: any Expression
  /// The variables that it names, without dollar sign, those of its own and functions included: what may be bound from outside.
  public let names: [String]
  private let dialect: Dialect

  /// Reads an expression.
  ///
  /// - Throws: What is wrong with it, and where.
  public init(_ text: String, dialect: Dialect = .plain) throws(SyntaxFault) {
    let (node, bound) = try Parser.parse(text, dialect)
    let scope = Scope(nil, bound)
    var resolver = Resolver(dialect, top: scope)
    body = try resolver.resolve(node, scope, hasContext: dialect == .plain)
    names = scope.names
    self.text = text
    self.dialect = dialect
  }

  /// What the expression finds in an input; nil if that is nothing.
  ///
  /// - Parameter input: Nil if there is none, as in state machines.
  /// - Parameter bindings: Variables by their names without dollar sign; they hide functions of the same names.
  /// - Throws: What went wrong, as JSONata names it.
  public func evaluate(
    input: JSONValue?, bindings: [(name: String, value: JSONValue)] = [], environment: inout Environment
  ) throws(Failure) -> JSONValue? {
    let whole = input.map { Value($0) } ?? .undefined
    let values = bindings.map { (name: $0.name, value: Value($0.value)) }
    let run = Evaluation(environment, root: whole, bindings: values, dialect: dialect)
    defer {
      environment.seed = run.environment.seed
      run.end()
    }
    let frame = Frame(nil, count: names.count)
    for (name, value) in values {
      if let slot = names.firstIndex(of: name) { frame.slots[slot] = value }
    }
    return try run.value(body, Program.context(whole), frame).json()
  }

  /// The input as a context: an array as a whole is one value.
  static func context(_ input: Value) -> Value {
    guard case .array(let list) = input, !list.isSequence else { return input }
    return .array(List([input], [.sequence, .wrapper]))
  }
}
