/// A regular expression as it is written.
indirect enum PatternNode {
  /// Nothing at all.
  case empty
  /// One unit of UTF-16.
  case unit(UInt16)
  /// One unit out of a class.
  case set(UnitSet)
  /// Any unit but the end of a line.
  case any
  /// One after the other.
  case sequence([PatternNode])
  /// The first that fits.
  case choice([PatternNode])
  /// A group and its number.
  case group(PatternNode, Int)
  /// Again and again; `groups` are those inside, which each turn forgets.
  case repetition(PatternNode, least: Int, most: Int?, greedy: Bool, groups: Range<Int>)
  /// What a group has matched.
  case reference(Int)
  /// What a group of this name has matched.
  case namedReference(String)
  /// The begin of the text, or of a line.
  case start
  /// The end of the text, or of a line.
  case end
  /// Where a word begins or ends, or where none does.
  case boundary(Bool)
  /// What must, or must not, follow or precede.
  case look(PatternNode, ahead: Bool, wanted: Bool)
}

/// A class of units of UTF-16.
struct UnitSet: Equatable, Sendable {
  var ranges: [ClosedRange<UInt16>]
  var isInverted = false

  func contains(_ unit: UInt16) -> Bool { ranges.contains { $0.contains(unit) } != isInverted }

  static let digits = UnitSet(ranges: [48...57])
  static let words = UnitSet(ranges: [48...57, 65...90, 95...95, 97...122])
  /// White space and ends of lines.
  ///
  /// - Source: ECMAScript, WhiteSpace and LineTerminator.
  static let spaces = UnitSet(ranges: [
    9...13, 32...32, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    0xFEFF...0xFEFF,
  ])
  static let lineEnds = UnitSet(ranges: [10...10, 13...13, 0x2028...0x2029])

  /// All units that are not in it.
  var inverted: UnitSet {
    var gaps: [ClosedRange<UInt16>] = []
    var next = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < Int(range.lowerBound) { gaps.append(UInt16(next)...range.lowerBound - 1) }
      next = max(next, Int(range.upperBound) + 1)
    }
    if next <= 0xFFFF { gaps.append(UInt16(next)...0xFFFF) }
    return UnitSet(ranges: gaps)
  }
}

/// What is wrong with a regular expression.
struct PatternFault: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// A character of ASCII as a unit of UTF-16.
func ascii(_ character: Unicode.Scalar) -> UInt16 { UInt16(character.value) }

extension UnitSet {
  /// The only unit, if there is one.
  var single: UInt16? {
    ranges.count == 1 && ranges[0].count == 1 && !isInverted ? ranges[0].lowerBound : nil
  }
}
