extension NumberPicture {
  /// A number that is not negative, by this picture.
  func format(_ number: Double) -> String {
    var sizes = self.sizes
    let scaled =
      whole.contains(signs.percent)
      ? NumberText.shifted(number, 2) : whole.contains(signs.perMille) ? NumberText.shifted(number, 3) : number
    var mantissa = scaled
    var power = 0
    if exponent != nil, scaled != 0 {
      // As many digits before the point as are mandatory there.
      power = NumberText.significant(scaled).point - integer.count { signs.isDigit($0) }
      mantissa = NumberText.shifted(scaled, -power)
    }
    if sizes.most < sizes.least { sizes.most = sizes.least }
    let text = Decimal(Library.rounded(mantissa, sizes.most)).fixed(sizes.most).split(separator: ".")
    var before = Array(text[0].drop { $0 == "0" })
    var after = text.count > 1 ? Array(text[1]) : []
    while after.last == "0", after.count > sizes.least { after.removeLast() }
    before = Array(repeating: "0", count: max(0, sizes.integer - before.count)) + before
    var result = prefix + grouped(signs.digits(String(before)))
    if !after.isEmpty { result += [signs.decimal] + fractionGrouped(signs.digits(String(after))) }
    if let exponent {
      let digits = String(power.magnitude)
      let padding = String(repeating: "0", count: max(0, exponent.count - digits.count))
      result += [signs.exponent] + (power < 0 ? Array(signs.minus.unicodeScalars) : []) + signs.digits(padding + digits)
    }
    return String(scalars: result + suffix)
  }

  /// Least digits before the point, least and most behind it.
  private var sizes: (integer: Int, least: Int, most: Int) {
    var integer = self.integer.count { signs.isDigit($0) }
    var least = fraction.count { signs.isDigit($0) }
    var most = fraction.count { signs.isPlace($0) }
    if integer == 0, most == 0 {
      if exponent != nil { (least, most) = (1, 1) } else { integer = 1 }
    }
    if exponent != nil, integer == 0, self.integer.contains(signs.optional) { integer = 1 }
    if integer == 0, least == 0 { least = 1 }
    return (integer, least, most)
  }

  /// How many digits are right of each separator in the integer part, or left of it in the fractional part.
  private func positions(_ part: [Unicode.Scalar], fromLeft: Bool) -> [Int] {
    part.indices.filter { part[$0] == signs.grouping }.map { place in
      (fromLeft ? part[..<place] : part[place...]).count { signs.isPlace($0) }
    }
  }

  private func grouped(_ digits: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let positions = positions(integer, fromLeft: false)
    let regular = regularInterval(positions)
    var result: [Unicode.Scalar] = []
    for (place, digit) in digits.enumerated() {
      let rest = digits.count - place
      if place > 0, regular > 0 ? rest % regular == 0 : positions.contains(rest) { result.append(signs.grouping) }
      result.append(digit)
    }
    return result
  }

  private func fractionGrouped(_ digits: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let positions = positions(fraction, fromLeft: true)
    var result: [Unicode.Scalar] = []
    for (place, digit) in digits.enumerated() {
      if positions.contains(place) { result.append(signs.grouping) }
      result.append(digit)
    }
    return result
  }
}

/// The interval at which separators stand, if they are where its multiples are and nowhere else; otherwise 0.
func regularInterval(_ positions: [Int]) -> Int {
  var interval = 0
  for position in positions {
    var (larger, smaller) = (interval, position)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    interval = larger
  }
  guard interval > 0, !positions.isEmpty else { return 0 }
  return (1...positions.count).allSatisfy { positions.contains($0 * interval) } ? interval : 0
}
