internal import Documents

/// What a quantity is measured in: the suffixes that may follow its number, and what each is worth in the base unit.
///
/// A quantity is read exactly, by integers, and rounded once.
public struct Unit: Equatable, Sendable {
  /// What such a quantity is called, such as `duration`.
  public let name: String
  /// One as it is written, such as `250 ms`.
  public let example: String
  /// The suffixes from small to large.
  public let suffixes: [Suffix]
  /// Whether a number without suffix is meant.
  public let isPlain: Bool
  /// The suffix of nothing; nil: the largest.
  let zero: String?

  /// One suffix and its worth in the base unit, as a fraction.
  public struct Suffix: Equatable, Sendable {
    /// The suffix, such as `ms`.
    public let text: String
    /// Its worth is `numerator` / `denominator` base units.
    public let numerator: Int64
    /// See `numerator`.
    public let denominator: Int64

    /// A suffix worth a fraction of base units.
    init(_ text: String, _ numerator: Int64, over denominator: Int64 = 1) {
      self.text = text
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// A unit from its suffixes, from small to large.
  init(_ name: String, example: String, _ suffixes: [Suffix], isPlain: Bool = false, zero: String? = nil) {
    self.name = name
    self.example = example
    self.suffixes = suffixes
    self.isPlain = isPlain
    self.zero = zero
  }

  /// A number and the worth of what follows it.
  func parse(_ text: String) -> Result<(Decimal, Suffix), QuantityFault> {
    guard let (number, rest) = Decimal.prefix(of: text[...]) else { return .failure(.noNumber) }
    if rest.isEmpty, !isPlain { return .failure(.noUnit) }
    if isPlain { return rest.isEmpty ? .success((number, suffixes[0])) : .failure(.unknownUnit(String(rest))) }
    guard let suffix = suffixes.first(where: { $0.text == rest }) else { return .failure(.unknownUnit(String(rest))) }
    return .success((number, suffix))
  }

  /// The quantity in base units, rounded to a whole number.
  func integer(_ text: String) -> Result<Int64, QuantityFault> {
    parse(text).flatMap { number, suffix in
      number.integer(times: suffix.numerator, over: suffix.denominator).map { .success($0) } ?? .failure(.tooLarge)
    }
  }

  /// The quantity in base units.
  func double(_ text: String) -> Result<Double, QuantityFault> {
    parse(text).map { number, suffix in number.double(times: suffix.numerator, over: suffix.denominator) }
  }

  /// A quantity of base units as it would be written: in the largest suffix that leaves at most three decimals.
  func text(_ value: Double) -> String {
    for suffix in suffixes.reversed() {
      if value == 0, let zero, suffix.text != zero { continue }
      let scaled = value * Double(suffix.denominator) / Double(suffix.numerator)
      guard abs(scaled) >= 1 || value == 0 || suffix == suffixes[0] else { continue }
      let thousandths = (scaled * 1000).rounded()
      guard abs(thousandths - scaled * 1000) < 1e-6 || suffix == suffixes[0] else { continue }
      let digits = JSONValue.digits(thousandths / 1000)
      if isPlain { return digits }
      return suffix.text == "%" || suffix.text == "x" || suffix.text.hasPrefix("/") ? digits + suffix.text : "\(digits) \(suffix.text)"
    }
    return JSONValue.digits(value)
  }
}

/// Why a text is no quantity of a unit.
enum QuantityFault: Error, Equatable {
  /// It does not begin with a number.
  case noNumber
  /// The number stands alone.
  case noUnit
  /// What follows the number is no suffix of the unit.
  case unknownUnit(String)
  /// It does not fit.
  case tooLarge
}
