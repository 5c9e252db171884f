/// A picture by which whole numbers are written and read.
///
/// - Source: XPath and XQuery Functions and Operators 3.1, section 4.6, fn:format-integer; JSONata, `$formatInteger`.
struct IntegerPicture {
  enum Primary {
    case decimal
    case letters
    case roman
    case words
    /// A numbering that is not supported, by the token that asks for it.
    case sequence
  }

  enum Letters {
    case upper
    case lower
    case title
  }

  private(set) var primary = Primary.decimal
  private(set) var letters = Letters.lower
  private(set) var isOrdinal = false
  private let token: String
  /// The zero of the family of digits.
  private var zero: UInt32 = 0x30
  /// Digits that are written at least.
  var mandatory = 0
  private(set) var optional = 0
  /// Separators, and how many digits are right of each, from the right to the left.
  private(set) var separators: [(position: Int, scalar: Unicode.Scalar)] = []
  /// How many digits are read, if others follow at once.
  var width: Int?

  /// Zeros of the families of decimal digits.
  ///
  /// - Source: Unicode, general category Nd, in the basic plane.
  private static let zeros: [UInt32] = [
    0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20,
    0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0,
    0xAA50, 0xABF0, 0xFF10,
  ]

  /// A picture with its modifier behind a semicolon.
  ///
  /// - Throws: D3131 if digits are of several families.
  init(_ picture: String) throws(Failure) {
    let scalars = Array(picture.unicodeScalars)
    let semicolon = scalars.lastIndex(of: ";") ?? scalars.count
    isOrdinal = scalars[semicolon...].dropFirst().first == "o"
    token = String(scalars: scalars[..<semicolon])
    switch token {
    case "A": (primary, letters) = (.letters, .upper)
    case "a": primary = .letters
    case "I": (primary, letters) = (.roman, .upper)
    case "i": primary = .roman
    case "W": (primary, letters) = (.words, .upper)
    case "Ww": (primary, letters) = (.words, .title)
    case "w": primary = .words
    default: try readDigits(scalars[..<semicolon])
    }
  }

  private mutating func readDigits(_ scalars: ArraySlice<Unicode.Scalar>) throws(Failure) {
    var family: UInt32?
    for scalar in scalars.reversed() {
      if let zero = IntegerPicture.zeros.first(where: { $0...$0 + 9 ~= scalar.value }) {
        guard family == nil || family == zero else { throw Failure("D3131", "the digits of a picture are of one family") }
        family = zero
        mandatory += 1
      } else if scalar == "#" {
        optional += 1
      } else {
        separators.append((mandatory + optional, scalar))
      }
    }
    zero = family ?? zero
    if mandatory == 0 { primary = .sequence }
  }

  private var unsupported: Failure { Failure("D3130", "numbering by \(token) is not supported") }

  /// The interval of the separators, if they are regular and all the same; otherwise 0.
  var interval: Int {
    guard let first = separators.first, separators.allSatisfy({ $0.scalar == first.scalar }) else { return 0 }
    return regularInterval(separators.map(\.position))
  }

  /// A whole number as text.
  ///
  /// - Throws: D3130 if the numbering is not supported.
  func format(_ number: Double) throws(Failure) -> String {
    let size = number.magnitude
    let text: String
    switch primary {
    case .letters: text = cased(Numerals.letters(size))
    case .roman: text = cased(Numerals.roman(size))
    case .words: text = cased(Numerals.words(size, isOrdinal: isOrdinal))
    case .decimal: text = decimal(size)
    case .sequence: throw unsupported
    }
    return number < 0 ? "-" + text : text
  }

  private func cased(_ text: String) -> String {
    switch letters {
    case .upper: text.uppercased()
    case .lower: text.lowercased()
    case .title: text
    }
  }

  private func decimal(_ number: Double) -> String {
    let digits = NumberText.shortest(number)
    let padded = String(repeating: "0", count: max(0, mandatory - digits.utf8.count)) + digits
    let scalars = padded.unicodeScalars.map { "0"..."9" ~= $0 ? Unicode.Scalar($0.value - 0x30 + zero) ?? $0 : $0 }
    let interval = self.interval
    var result: [Unicode.Scalar] = []
    for (place, scalar) in scalars.enumerated() {
      let rest = scalars.count - place
      if place > 0, interval > 0, rest % interval == 0 { result.append(separators[0].scalar) }
      if place > 0, interval == 0, let separator = separators.first(where: { $0.position == rest }) { result.append(separator.scalar) }
      result.append(scalar)
    }
    return String(scalars: result) + (isOrdinal ? Numerals.suffix(padded) : "")
  }

  /// A regular expression for texts of this picture.
  ///
  /// - Throws: D3130 if the numbering is not supported.
  func pattern() throws(Failure) -> String {
    switch primary {
    case .letters: return letters == .upper ? "[A-Z]+" : "[a-z]+"
    case .roman: return letters == .upper ? "[MDCLXVI]+" : "[mdclxvi]+"
    case .words: return Numerals.wordPattern
    case .decimal: return "[0-9]" + (width.map { "{\($0)}" } ?? "+") + (isOrdinal ? "(?:th|st|nd|rd)" : "")
    case .sequence: throw unsupported
    }
  }

  /// The number that a text of this picture stands for, if it stands for one.
  ///
  /// - Throws: D3130 if the numbering is not supported.
  func parse(_ text: String) throws(Failure) -> Double? {
    switch primary {
    case .letters: return Numerals.number(letters: text.lowercased())
    case .roman: return Numerals.number(roman: text.lowercased())
    case .words: return Numerals.number(words: text.lowercased())
    case .sequence: throw unsupported
    case .decimal:
      let skipped = Set(separators.map(\.scalar))
      let scalars = text.unicodeScalars.dropLast(isOrdinal ? 2 : 0).filter { !skipped.contains($0) }
      return Double(String(scalars: scalars.map { zero...zero + 9 ~= $0.value ? Unicode.Scalar($0.value - zero + 0x30) ?? $0 : $0 }))
    }
  }
}
