/// A word of an expression.
struct Token {
  /// What it is.
  enum Kind: Equatable {
    case name(String)
    /// A name with a dollar sign, given without it.
    case variable(String)
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
    /// A regular expression and its flags.
    case regex(String, flags: String)
    /// An operator, a bracket, or one of the words `and`, `or` and `in`.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// Where it begins, in scalars.
  let offset: Int

  /// The symbol, if it is one.
  var symbol: String? {
    if case .symbol(let text) = kind { text } else { nil }
  }

  /// How it is named in a message.
  var text: String {
    switch kind {
    case .name(let text), .symbol(let text): text
    case .variable(let name): "$" + name
    case .string(let text): "\"\(text)\""
    case .number(let number): NumberText.shortest(number)
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    case .regex(let source, _): "/\(source)/"
    case .end: "the end"
    }
  }
}
