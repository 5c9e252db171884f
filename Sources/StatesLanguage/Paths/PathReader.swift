internal import Documents

/// Why a path can't be read, in words.
struct PathFault: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// Reads the text of a path.
struct PathReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private let text: String

  /// The path of a text.
  ///
  /// - Parameter variables: numbers of the machine's variables; a name that is new gets the next number.
  /// - Complexity: O(n) in its length.
  static func path(_ text: String, variables: inout VariableNames) throws(PathFault) -> Path {
    var reader = PathReader(text)
    guard reader.take("$") else { throw PathFault("'\(text)' is no path; a path begins with '$'") }
    var root = Path.Root.value
    if reader.take("$") {
      root = .context
    } else if let name = reader.identifier() {
      root = .variable(variables.number(of: name))
    }
    let steps = try reader.steps(until: { _ in false })
    return Path(root: root, steps: steps, text: text)
  }

  private init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() { while current == " " { position += 1 } }

  private func fault(_ what: String) -> PathFault { PathFault("'\(text)' is no path: \(what) at character \(position + 1)") }

  private mutating func identifier() -> String? {
    guard let first = current, first == "_" || first.properties.isXIDStart else { return nil }
    let start = position
    while let scalar = current, scalar == "_" || scalar.properties.isXIDContinue { position += 1 }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }
}

extension PathReader {
  private mutating func steps(until isEnd: (Unicode.Scalar) -> Bool) throws(PathFault) -> [Path.Step] {
    var steps: [Path.Step] = []
    while let scalar = current, !isEnd(scalar) {
      if scalar == "[" {
        steps.append(try bracket())
      } else if take(".") {
        if take(".") {
          steps.append(.descend(current == "[" ? try bracket() : try dotted(isEnd)))
        } else {
          // `$.[0]` is written too, and means `$[0]`.
          steps.append(current == "[" ? try bracket() : try dotted(isEnd))
        }
      } else {
        throw fault("'.' or '[' is wanted")
      }
    }
    return steps
  }

  private mutating func dotted(_ isEnd: (Unicode.Scalar) -> Bool) throws(PathFault) -> Path.Step {
    if take("*") { return .all }
    var name = String.UnicodeScalarView()
    var isEscaped = false
    while let scalar = current {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
        position += 1
        continue
      } else if scalar == "." || scalar == "[" || isEnd(scalar) {
        break
      } else if "()*'\"".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace && !hasNameAhead {
        if scalar == "(", String(name) == "length", position + 1 < scalars.count, scalars[position + 1] == ")" {
          position += 2
          return .length
        }
        throw fault("'\(scalar)' is not allowed in a name without quotes")
      }
      name.append(scalar)
      position += 1
    }
    if name.isEmpty { throw fault("a name is wanted") }
    return .member(String(name))
  }

  /// Whether a space stands inside of a name, not at its end.
  private var hasNameAhead: Bool { position + 1 < scalars.count && scalars[position + 1].properties.isAlphabetic }

  private mutating func bracket() throws(PathFault) -> Path.Step {
    position += 1
    skipSpace()
    let step: Path.Step
    switch current {
    case "*":
      position += 1
      step = .all
    case "'", "\"": step = try names()
    case "?": step = .filter(try filter())
    default: step = try places()
    }
    skipSpace()
    guard take("]") else { throw fault("']' is wanted") }
    return step
  }

  private mutating func names() throws(PathFault) -> Path.Step {
    var names: [String] = []
    repeat {
      skipSpace()
      guard current == "'" || current == "\"" else { throw fault("a name in quotes is wanted") }
      names.append(try quoted())
      skipSpace()
    } while take(",")
    return names.count == 1 ? .member(names[0]) : .members(names)
  }

  private mutating func quoted() throws(PathFault) -> String {
    let quote = current!
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      if scalar == quote { return String(text) }
      if scalar == "\\", let escaped = current {
        text.append(escaped)
        position += 1
      } else {
        text.append(scalar)
      }
    }
    throw fault("a quote is not closed")
  }

  private mutating func integer() -> Int? {
    skipSpace()
    let start = position
    _ = take("-")
    while let scalar = current, ("0"..."9").contains(scalar) { position += 1 }
    let value = Int(String(String.UnicodeScalarView(scalars[start..<position])))
    if value == nil { position = start }
    skipSpace()
    return value
  }

  private mutating func places() throws(PathFault) -> Path.Step {
    let first = integer()
    if take(":") {
      let second = integer()
      var step = 1
      if take(":"), let third = integer() { step = third }
      guard step > 0 else { throw fault("the step of a slice is at least 1") }
      return .slice(first, second, step)
    }
    guard let first else { throw fault("a place, a name in quotes, '*' or a filter is wanted") }
    var places = [first]
    while take(",") {
      guard let next = integer() else { throw fault("a place is wanted") }
      places.append(next)
    }
    return places.count == 1 ? .index(first) : .indices(places)
  }
}

extension PathReader {
  private mutating func filter() throws(PathFault) -> PathCondition {
    position += 1
    skipSpace()
    guard take("(") else { throw fault("a filter is written '?( .. )'") }
    let condition = try alternatives()
    skipSpace()
    guard take(")") else { throw fault("')' is wanted") }
    return condition
  }

  private mutating func take(word: String) -> Bool {
    skipSpace()
    let wanted = Array(word.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    let end = position + wanted.count
    let isWord = wanted[0].properties.isAlphabetic
    if isWord, end < scalars.count, scalars[end].properties.isAlphabetic { return false }
    position = end
    return true
  }

  private mutating func alternatives() throws(PathFault) -> PathCondition {
    var condition = try conjunction()
    while take(word: "||") { condition = .or(condition, try conjunction()) }
    return condition
  }

  private mutating func conjunction() throws(PathFault) -> PathCondition {
    var condition = try term()
    while take(word: "&&") { condition = .and(condition, try term()) }
    return condition
  }

  private mutating func term() throws(PathFault) -> PathCondition {
    skipSpace()
    if take("(") {
      let condition = try alternatives()
      skipSpace()
      guard take(")") else { throw fault("')' is wanted") }
      return condition
    }
    if current == "!" {
      position += 1
      return .not(try term())
    }
    let left = try operand()
    for comparison in PathComparison.allCases where take(word: comparison.rawValue) {
      return .compare(left, comparison, try operand())
    }
    skipSpace()
    guard current == ")" || current == "&" || current == "|" else { throw fault("a comparison is wanted") }
    return .exists(left)
  }

  private mutating func operand() throws(PathFault) -> PathOperand {
    skipSpace()
    switch current {
    case "@", "$":
      let isCurrent = current == "@"
      position += 1
      let steps = try steps(until: { " )=!<>&|,]".unicodeScalars.contains($0) })
      let isDefinite = steps.allSatisfy(\.isDefinite)
      return isCurrent ? .current(steps, isDefinite: isDefinite) : .document(steps, isDefinite: isDefinite)
    case "'", "\"": return .literal(.string(try quoted()))
    case "[":
      position += 1
      var values: [JSONValue] = []
      repeat {
        guard case .literal(let value) = try operand() else { throw fault("a list in a filter holds literals") }
        values.append(value)
        skipSpace()
      } while take(",")
      guard take("]") else { throw fault("']' is wanted") }
      return .literal(.array(values))
    default: return .literal(try word())
    }
  }

  /// A number, `true`, `false`, `null`, or a text without quotes.
  private mutating func word() throws(PathFault) -> JSONValue {
    let start = position
    while let scalar = current, !" )=!<>&|,]/".unicodeScalars.contains(scalar) { position += 1 }
    let word = String(String.UnicodeScalarView(scalars[start..<position]))
    switch word {
    case "": throw fault("a value is wanted")
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return JSONValue(number: word) ?? .string(word)
    }
  }
}
