extension JSONValue {
  /// The value in a JSON text; nil if it is no JSON or has a key twice.
  ///
  /// - Complexity: O(n) in its length.
  public init?(json text: String) {
    let (root, diagnostics) = JSONReader.read(SourceText(name: "", text: text))
    guard let root, diagnostics.isEmpty else { return nil }
    self.init(root)
  }

  /// The value of a tree without its places.
  ///
  /// Scalars without quotes are null, truth values and numbers where JSON has them so, and texts otherwise.
  /// - Complexity: O(n) in the number of values.
  public init(_ node: LocatedNode) {
    switch node.content {
    case .scalar(let text, .plain): self = JSONValue(plain: text)
    case .scalar(let text, _): self = .string(text)
    case .sequence(let elements): self = .array(elements.map { JSONValue($0) })
    case .mapping(let entries): self = .members(entries.map { Member($0.key, JSONValue($0.value)) })
    }
  }

  private init(plain text: String) {
    switch text {
    case "", "~", "null": self = .null
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default: self = JSONValue(number: text) ?? .string(text)
    }
  }

  /// The number that a text is, or nil if JSON does not allow it; whole ones stay whole as long as 64 bits hold them.
  public init?(number text: String) {
    guard JSONValue.isNumber(text) else { return nil }
    if let whole = Int64(text) {
      self = .integer(whole)
    } else if let value = Double(text), value.isFinite {
      self = .number(value)
    } else {
      return nil
    }
  }

  /// Whether a text is a number as JSON writes it.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func skipDigits(_ rest: inout Substring) -> Int {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    if rest.first == "-" { rest.removeFirst() }
    let startsWithZero = rest.first == "0"
    let whole = skipDigits(&rest)
    guard whole > 0, whole == 1 || !startsWithZero else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard skipDigits(&rest) > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
      guard skipDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }
}
