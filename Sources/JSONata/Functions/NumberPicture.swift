/// A picture by which `$formatNumber` writes numbers of one sign.
///
/// - Source: XPath and XQuery Functions and Operators 3.1, section 4.7, fn:format-number.
struct NumberPicture {
  /// Characters with a meaning in pictures.
  struct Signs {
    private(set) var decimal: Unicode.Scalar = "."
    private(set) var grouping: Unicode.Scalar = ","
    private(set) var exponent: Unicode.Scalar = "e"
    private(set) var minus = "-"
    private(set) var percent: Unicode.Scalar = "%"
    private(set) var perMille: Unicode.Scalar = "\u{2030}"
    private(set) var zero: Unicode.Scalar = "0"
    private(set) var optional: Unicode.Scalar = "#"
    private(set) var separator: Unicode.Scalar = ";"

    /// The usual ones, but for those that an object names.
    init(_ options: Object?) {
      func text(_ key: String) -> String? {
        if case .string(let text)? = options?[key] { text } else { nil }
      }
      func sign(_ key: String, _ usual: Unicode.Scalar) -> Unicode.Scalar { text(key)?.unicodeScalars.first ?? usual }
      decimal = sign("decimal-separator", decimal)
      grouping = sign("grouping-separator", grouping)
      exponent = sign("exponent-separator", exponent)
      minus = text("minus-sign") ?? minus
      percent = sign("percent", percent)
      perMille = sign("per-mille", perMille)
      zero = sign("zero-digit", zero)
      optional = sign("digit", optional)
      separator = sign("pattern-separator", separator)
    }

    func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= zero.value && scalar.value < zero.value + 10 }

    func isPlace(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || scalar == optional }

    func isActive(_ scalar: Unicode.Scalar) -> Bool {
      isPlace(scalar) || scalar == decimal || scalar == grouping || scalar == exponent
    }

    /// Decimal digits in this family.
    func digits(_ text: some StringProtocol) -> [Unicode.Scalar] {
      text.unicodeScalars.map { Unicode.Scalar($0.value - 48 + zero.value) ?? $0 }
    }
  }

  let signs: Signs
  let whole: [Unicode.Scalar]
  let prefix: [Unicode.Scalar]
  let suffix: [Unicode.Scalar]
  let active: [Unicode.Scalar]
  let mantissa: [Unicode.Scalar]
  let exponent: [Unicode.Scalar]?
  let integer: [Unicode.Scalar]
  let fraction: [Unicode.Scalar]

  /// A number as a picture of one or two parts says; the second part is for negative numbers.
  static func format(_ number: Double, _ picture: String, _ signs: Signs) throws(Failure) -> String {
    let parts = picture.unicodeScalars.split(separator: signs.separator, omittingEmptySubsequences: false)
    if parts.count > 2 { throw Failure("D3080", "a picture has at most two parts") }
    var pictures: [NumberPicture] = []
    for part in parts { pictures.append(try NumberPicture(Array(part), signs)) }
    let isNegative = number < 0
    let chosen = isNegative ? pictures[pictures.count - 1] : pictures[0]
    return (isNegative && pictures.count == 1 ? signs.minus : "") + chosen.format(number.magnitude)
  }

  private init(_ picture: [Unicode.Scalar], _ signs: Signs) throws(Failure) {
    self.signs = signs
    whole = picture
    let isBound = { (scalar: Unicode.Scalar) in signs.isActive(scalar) && scalar != signs.exponent }
    let first = picture.firstIndex(where: isBound) ?? 0
    let last = picture.lastIndex(where: isBound).map { $0 + 1 } ?? picture.count
    prefix = Array(picture[..<first])
    suffix = Array(picture[last...])
    active = Array(picture[first..<last])
    let mark = active.firstIndex(of: signs.exponent)
    mantissa = Array(active[..<(mark ?? active.count)])
    exponent = mark.map { [active] in Array(active[($0 + 1)...]) }
    let point = mantissa.firstIndex(of: signs.decimal) ?? mantissa.count
    integer = Array(mantissa[..<point])
    fraction = Array(mantissa.dropFirst(point + 1))
    if let fault { throw Failure(fault.0, fault.1) }
  }

  /// What is wrong with it; of several faults the last, as JSONata has it.
  private var fault: (String, String)? {
    func count(_ scalar: Unicode.Scalar) -> Int { whole.count { $0 == scalar } }
    let isScaled = count(signs.percent) > 0 || count(signs.perMille) > 0
    var fault: (String, String)?
    if count(signs.decimal) > 1 { fault = ("D3081", "a picture has at most one decimal separator") }
    if count(signs.percent) > 1 { fault = ("D3082", "a picture has at most one percent sign") }
    if count(signs.perMille) > 1 { fault = ("D3083", "a picture has at most one per-mille sign") }
    if count(signs.percent) > 0, count(signs.perMille) > 0 { fault = ("D3084", "a picture has either a percent or a per-mille sign") }
    if !mantissa.contains(where: signs.isPlace) { fault = ("D3085", "a picture wants a digit") }
    if active.contains(where: { !signs.isActive($0) }) { fault = ("D3086", "only digits and separators may stand between digits") }
    if whole.contains(signs.decimal) {
      if integer.last == signs.grouping || fraction.first == signs.grouping {
        fault = ("D3087", "grouping and decimal separators may not be neighbours")
      }
    } else if integer.last == signs.grouping {
      fault = ("D3088", "no grouping separator may end the integer part")
    }
    if zip(whole, whole.dropFirst()).contains(where: { $0 == signs.grouping && $1 == signs.grouping }) {
      fault = ("D3089", "grouping separators may not be neighbours")
    }
    if let place = integer.lastIndex(of: signs.optional), integer[..<place].contains(where: signs.isDigit) {
      fault = ("D3090", "optional digits come first in the integer part")
    }
    if let place = fraction.firstIndex(of: signs.optional), fraction[place...].contains(where: signs.isDigit) {
      fault = ("D3091", "optional digits come last in the fractional part")
    }
    if let exponent {
      if !exponent.isEmpty, isScaled { fault = ("D3092", "no percent or per-mille sign goes with an exponent") }
      if exponent.isEmpty || exponent.contains(where: { !signs.isDigit($0) }) {
        fault = ("D3093", "an exponent has mandatory digits only")
      }
    }
    return fault
  }
}
