/// What arguments a function takes.
///
/// - Source: JSONata, programming constructs: function signatures.
struct Signature: Sendable {
  /// Kinds of values.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let bool = Kinds(rawValue: 1)
    static let number = Kinds(rawValue: 2)
    static let string = Kinds(rawValue: 4)
    static let null = Kinds(rawValue: 8)
    static let array = Kinds(rawValue: 16)
    static let object = Kinds(rawValue: 32)
    static let function = Kinds(rawValue: 64)
    static let missing = Kinds(rawValue: 128)
    static let json: Kinds = [.bool, .number, .string, .null, .array, .object]
    static let any: Kinds = [.json, .function]
  }

  struct Parameter: Sendable {
    var kinds: Kinds
    /// Takes an array; a single value is made one.
    var isArray = false
    /// What the elements of the array must be, if that is said.
    var elements: Kinds?
    /// May be left out.
    var isOptional = false
    /// Takes one or more arguments.
    var isRepeated = false
    /// Takes the context if it is left out.
    var takesContext = false
  }

  private(set) var parameters: [Parameter] = []

  /// What is wrong with a signature, and where in it.
  struct Fault: Error {
    let code: String
    let message: String
    let offset: Int
  }

  /// Reads a signature with its angle brackets.
  ///
  /// What follows the colon, the result, is not checked.
  init(_ text: String) throws(Fault) {
    let symbols = Array(text.unicodeScalars)
    var place = 1
    while place < symbols.count, symbols[place] != ":", symbols[place] != ">" {
      try read(symbols, &place)
      place += 1
    }
  }

  private mutating func read(_ symbols: [Unicode.Scalar], _ place: inout Int) throws(Fault) {
    switch symbols[place] {
    case "-": change { $0.takesContext = true }
    case "?": change { $0.isOptional = true }
    case "+": change { $0.isRepeated = true }
    case "(":
      let end = Signature.close(symbols, place, "(", ")")
      let choice = symbols[min(place + 1, end)..<end]
      if choice.contains("<") { throw Fault(code: "S0402", message: "a choice of types may have no parameters", offset: place) }
      parameters.append(Parameter(kinds: choice.reduce(into: [.missing]) { $0.formUnion(Signature.kinds($1)) }))
      place = end
    case "<":
      guard let last = parameters.last, last.isArray || last.kinds == [.function] else {
        throw Fault(code: "S0401", message: "only arrays and functions have type parameters", offset: place)
      }
      let end = Signature.close(symbols, place, "<", ">")
      if last.isArray, place + 1 < end { change { $0.elements = Signature.kinds(symbols[place + 1]) } }
      place = end
    case let symbol:
      let kinds = Signature.kinds(symbol)
      guard !kinds.isEmpty else { return }
      if symbol == "a" {
        parameters.append(Parameter(kinds: [.any, .missing], isArray: true))
      } else {
        parameters.append(Parameter(kinds: symbol == "f" ? kinds : kinds.union(.missing)))
      }
    }
  }

  private mutating func change(_ change: (inout Parameter) -> Void) {
    if !parameters.isEmpty { change(&parameters[parameters.count - 1]) }
  }

  private static func close(_ symbols: [Unicode.Scalar], _ begin: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Int {
    var depth = 0
    for place in begin..<symbols.count {
      if symbols[place] == open { depth += 1 }
      if symbols[place] == close { depth -= 1 }
      if depth == 0 { return place }
    }
    return symbols.count
  }

  private static func kinds(_ symbol: Unicode.Scalar) -> Kinds {
    switch symbol {
    case "b": .bool
    case "n": .number
    case "s": .string
    case "l": .null
    case "a": .array
    case "o": .object
    case "f": .function
    case "u": [.bool, .number, .string, .null]
    case "j": .json
    case "x": .any
    default: []
    }
  }
}

extension Signature.Kinds {
  /// The kind of a value.
  init(_ value: Value) {
    switch value {
    case .undefined, .pending: self = .missing
    case .null: self = .null
    case .bool: self = .bool
    case .number: self = .number
    case .string: self = .string
    case .array, .tuples: self = .array
    case .object: self = .object
    case .function: self = .function
    }
  }
}
