/// Values at equal distances, as `4..40:4` or `30 s..360 s:30 s`; they are computed in decimal and keep the unit as it is written.
struct FactorRange {
  /// The values, ascending: the last one is the upper end if a number of steps leads there, else the last before it.
  let values: [String]

  /// A range; nil where the text is none, since it does not begin with a number and two dots.
  ///
  /// - Throws: `FactorFault` where it begins like a range and is none.
  init?(_ field: FactorField) throws(FactorFault) {
    let scalars = field.scalars
    guard let dots = scalars.indices.first(where: { scalars[$0] == "." && $0 + 1 < scalars.endIndex && scalars[$0 + 1] == "." }),
      let low = try? Decimal(FactorFields.trimmed(scalars[..<dots]))
    else { return nil }
    let colon = scalars[(dots + 2)...].firstIndex(of: ":") ?? scalars.endIndex
    let high = try Decimal(FactorFields.trimmed(scalars[(dots + 2)..<colon]))
    var step = Decimal(one: dots)
    if colon < scalars.endIndex { step = try Decimal(FactorFields.trimmed(scalars[(colon + 1)...])) }
    for other in [low, step] where !other.unit.isEmpty && other.bareUnit != high.bareUnit {
      throw FactorFault(
        "'\(other.bareUnit)' is not the unit of the upper end, which is '\(high.bareUnit)'; write all of a range in one unit",
        at: other.offset)
    }
    values = try Self.values(low, high, step)
  }

  private static func values(_ low: Decimal, _ high: Decimal, _ step: Decimal) throws(FactorFault) -> [String] {
    let places = max(low.places, high.places, step.places)
    let (first, last, width) = (try low.scaled(to: places), try high.scaled(to: places), try step.scaled(to: places))
    if width <= 0 { throw FactorFault("the step must be above 0", at: step.offset) }
    if last < first { throw FactorFault("the upper end is below the lower one", at: high.offset) }
    if (last - first) / width >= Int64(Factor.mostValues) {
      throw FactorFault("these are more than \(Factor.mostValues) values; take a larger step", at: step.offset)
    }
    return stride(from: first, through: last, by: Int(width)).map { Decimal.text($0, places: places) + high.unit }
  }
}

/// A decimal number and the unit behind it, as written.
private struct Decimal {
  /// The digits without the point.
  let digits: Int64
  /// How many of them stand behind the point.
  let places: Int
  /// What stands behind the number, with the space between them if there is one.
  let unit: String
  let offset: Int

  /// The most digits of a number: what is computed with them fits.
  private static let mostDigits = 15

  init(_ field: FactorField) throws(FactorFault) {
    offset = field.offset
    var (number, negative, point, places) = (Int64(0), false, false, 0)
    var rest = field.scalars
    if rest.first == "-" {
      negative = true
      rest.removeFirst()
    }
    var count = 0
    while let scalar = rest.first, scalar == "." && !point || ("0"..."9").contains(scalar) {
      rest.removeFirst()
      if scalar == "." {
        point = true
      } else {
        count += 1
        guard count <= Self.mostDigits else { throw FactorFault("a number of a range has at most \(Self.mostDigits) digits", at: offset) }
        number = number * 10 + Int64(scalar.value - 48)
        if point { places += 1 }
      }
    }
    guard count > 0 else {
      let found = field.scalars.isEmpty ? "nothing" : "'\(field.text)'"
      throw FactorFault("a range is lo..hi or lo..hi:step with numbers, but here is \(found)", at: offset)
    }
    (digits, self.places) = (negative ? -number : number, places)
    unit = FactorField(scalars: rest).text
  }

  /// A step of one.
  init(one offset: Int) {
    (digits, places, unit) = (1, 0, "")
    self.offset = offset
  }

  var bareUnit: String { String(unit.drop { $0 == " " }) }

  /// The digits with so many of them behind the point.
  func scaled(to places: Int) throws(FactorFault) -> Int64 {
    var scaled = digits
    for _ in self.places..<places {
      let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
      // Differences of two such numbers must fit too.
      if overflow || next.magnitude > 1 << 61 { throw FactorFault("the numbers of the range have too many digits together", at: offset) }
      scaled = next
    }
    return scaled
  }

  static func text(_ digits: Int64, places: Int) -> String {
    var text = String(digits.magnitude)
    if places > 0 {
      text = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return (digits < 0 ? "-" : "") + text
  }
}
