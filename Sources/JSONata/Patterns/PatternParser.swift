/// Reads a regular expression in JavaScript's syntax, without its flags `u` and `v`.
///
/// - Source: ECMAScript, patterns, with the leniencies of its annex B.
struct PatternParser {
  /// Groups in each other.
  private static let depth = 100

  private let units: [UInt16]
  private var position = 0
  private var levels = 0
  private(set) var groups = 1
  private(set) var names: [String: Int] = [:]

  init(_ text: String) { units = Array(text.utf16) }

  /// The whole pattern.
  ///
  /// - Throws: What is wrong with it, in a few words.
  mutating func parse() throws(PatternFault) -> PatternNode {
    let node = try choice()
    if let next = peek { throw PatternFault(next == ascii(")") ? "a ) without its (" : "unexpected character") }
    return node
  }

  private var peek: UInt16? { position < units.count ? units[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == ascii(character) else { return false }
    position += 1
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    guard units[position...].starts(with: text.utf16) else { return false }
    position += text.utf16.count
    return true
  }

  private mutating func choice() throws(PatternFault) -> PatternNode {
    levels += 1
    defer { levels -= 1 }
    if levels > PatternParser.depth { throw PatternFault("groups are nested too deeply") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternFault) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = peek, next != ascii("|"), next != ascii(")") {
      let first = groups
      let atom = try self.atom()
      parts.append(try quantified(atom, first..<groups))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func quantified(_ atom: PatternNode, _ inside: Range<Int>) throws(PatternFault) -> PatternNode {
    let least: Int
    let most: Int?
    if take("*") {
      (least, most) = (0, nil)
    } else if take("+") {
      (least, most) = (1, nil)
    } else if take("?") {
      (least, most) = (0, 1)
    } else if let bounds = bounds() {
      (least, most) = bounds
    } else {
      return atom
    }
    if let most, most < least { throw PatternFault("the numbers in { } are out of order") }
    switch atom {
    case .start, .end, .boundary, .look(_, ahead: false, _): throw PatternFault("nothing to repeat")
    default: return .repetition(atom, least: least, most: most, greedy: !take("?"), groups: inside)
    }
  }

  /// `{n}`, `{n,}` or `{n,m}`; anything else in braces is meant literally.
  private mutating func bounds() -> (Int, Int?)? {
    let begin = position
    guard take("{"), let least = number() else {
      position = begin
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      position = begin
      return nil
    }
    return (least, most)
  }

  /// A number in decimal digits; what is over a million counts as that.
  private mutating func number() -> Int? {
    var result: Int?
    while let next = peek, UnitSet.digits.contains(next) {
      result = min((result ?? 0) * 10 + Int(next - 48), 1_000_000)
      position += 1
    }
    return result
  }

  private mutating func atom() throws(PatternFault) -> PatternNode {
    let unit = units[position]
    position += 1
    switch Unicode.Scalar(unit) {
    case ".": return .any
    case "^": return .start
    case "$": return .end
    case "(": return try group()
    case "[": return .set(try set())
    case "\\": return try escape()
    case "*", "+", "?": throw PatternFault("nothing to repeat")
    case "{":
      position -= 1
      if bounds() != nil { throw PatternFault("nothing to repeat") }
      position += 1
      return .unit(unit)
    default: return .unit(unit)
    }
  }

  private mutating func group() throws(PatternFault) -> PatternNode {
    let node: PatternNode
    if take("?:") {
      node = try choice()
    } else if take("?=") {
      node = .look(try choice(), ahead: true, wanted: true)
    } else if take("?!") {
      node = .look(try choice(), ahead: true, wanted: false)
    } else if take("?<=") {
      node = .look(try choice(), ahead: false, wanted: true)
    } else if take("?<!") {
      node = .look(try choice(), ahead: false, wanted: false)
    } else {
      let number = groups
      groups += 1
      if take("?<") {
        let name = try self.name()
        if names.updateValue(number, forKey: name) != nil { throw PatternFault("two groups have the same name") }
      } else if peek == ascii("?") {
        throw PatternFault("unknown kind of group")
      }
      node = .group(try choice(), number)
    }
    guard take(")") else { throw PatternFault("a ( without its )") }
    return node
  }

  /// A group's name up to `>`.
  private mutating func name() throws(PatternFault) -> String {
    let begin = position
    while let next = peek, next != ascii(">") { position += 1 }
    let name = String(units: units[begin..<position])
    guard take(">"), !name.isEmpty else { throw PatternFault("a group's name wants < and >") }
    return name
  }

  private mutating func escape() throws(PatternFault) -> PatternNode {
    guard let next = peek else { throw PatternFault("a \\ at the end") }
    if 49...57 ~= next {
      let begin = position
      if let number = number(), number <= total { return .reference(number) }
      position = begin
      return .unit(try unit())
    }
    switch Unicode.Scalar(next) {
    case "b":
      position += 1
      return .boundary(true)
    case "B":
      position += 1
      return .boundary(false)
    case "k" where units[(position + 1)...].first == ascii("<"):
      position += 2
      return .namedReference(try name())
    default:
      if let set = classEscape() { return .set(set) }
      return .unit(try unit())
    }
  }

  /// All groups of the pattern, also those that come later.
  private var total: Int {
    var count = 0
    var place = 0
    var isSet = false
    while place < units.count {
      switch Unicode.Scalar(units[place]) {
      case "\\": place += 1
      case "[": isSet = true
      case "]": isSet = false
      case "(" where !isSet:
        let rest = units[(place + 1)...]
        let isNamed = rest.starts(with: "?<".utf16) && !rest.starts(with: "?<=".utf16) && !rest.starts(with: "?<!".utf16)
        if rest.first != ascii("?") || isNamed { count += 1 }
      default: break
      }
      place += 1
    }
    return count
  }

  /// `\d` and its like.
  private mutating func classEscape() -> UnitSet? {
    guard let next = peek else { return nil }
    let result: UnitSet
    switch Unicode.Scalar(next) {
    case "d": result = .digits
    case "D": result = .digits.inverted
    case "w": result = .words
    case "W": result = .words.inverted
    case "s": result = .spaces
    case "S": result = .spaces.inverted
    default: return nil
    }
    position += 1
    return result
  }

  /// One unit after a backslash.
  private mutating func unit() throws(PatternFault) -> UInt16 {
    guard let next = peek else { throw PatternFault("a \\ at the end") }
    position += 1
    switch Unicode.Scalar(next) {
    case "t": return 9
    case "n": return 10
    case "v": return 11
    case "f": return 12
    case "r": return 13
    case "0": return 0
    case "x": return hexadecimal(2) ?? next
    case "u": return hexadecimal(4) ?? next
    case "c":
      guard let letter = peek, UnitSet(ranges: [65...90, 97...122]).contains(letter) else {
        position -= 1
        return ascii("\\")
      }
      position += 1
      return letter % 32
    default: return next
    }
  }

  private mutating func hexadecimal(_ count: Int) -> UInt16? {
    guard position + count <= units.count else { return nil }
    let digits = units[position..<position + count]
    guard digits.allSatisfy({ UnitSet(ranges: [48...57, 65...70, 97...102]).contains($0) }) else { return nil }
    position += count
    return UInt16(String(units: digits), radix: 16)
  }

  private mutating func set() throws(PatternFault) -> UnitSet {
    var result = UnitSet(ranges: [])
    result.isInverted = take("^")
    while !take("]") {
      guard peek != nil else { throw PatternFault("a [ without its ]") }
      let low = try member()
      guard position + 1 < units.count, peek == ascii("-"), units[position + 1] != ascii("]") else {
        result.ranges += low.ranges
        continue
      }
      position += 1
      let high = try member()
      if let from = low.single, let to = high.single {
        guard from <= to else { throw PatternFault("a range of characters is out of order") }
        result.ranges.append(from...to)
      } else {
        result.ranges += low.ranges + [ascii("-")...ascii("-")] + high.ranges
      }
    }
    return result
  }

  /// One unit or class in brackets.
  private mutating func member() throws(PatternFault) -> UnitSet {
    guard let next = peek else { throw PatternFault("a [ without its ]") }
    if take("\\") {
      if let set = classEscape() { return set }
      if take("b") { return UnitSet(ranges: [8...8]) }
      let unit = try self.unit()
      return UnitSet(ranges: [unit...unit])
    }
    position += 1
    return UnitSet(ranges: [next...next])
  }
}
