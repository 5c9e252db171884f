/// An amount of US dollars, as an integer count of nano-dollars.
public struct Money: Hashable, Sendable {
  /// Billionths of a dollar; a bill of up to 9.2 thousand million dollars fits.
  public let nanodollars: Int64

  /// An amount of `nanodollars` billionths of a dollar.
  public init(nanodollars: Int64) {
    self.nanodollars = nanodollars
  }

  /// The amount in dollars as binary floating point, for statistics and for printing ratios; not for sums.
  public var dollars: Double { Double(nanodollars) / 1e9 }
}

extension Money: Comparable, AdditiveArithmetic {
  /// No money.
  public static let zero = Money(nanodollars: 0)

  /// Whether `left` is less than `right`.
  public static func < (left: Money, right: Money) -> Bool { left.nanodollars < right.nanodollars }

  /// The sum of both amounts.
  public static func + (left: Money, right: Money) -> Money { Money(nanodollars: left.nanodollars + right.nanodollars) }

  /// What is left of `left` without `right`.
  public static func - (left: Money, right: Money) -> Money { Money(nanodollars: left.nanodollars - right.nanodollars) }
}

extension Money {
  /// The part of the amount that falls to `counts` out of `total`, rounded to the nearest nano-dollar, halves up:
  /// what a bill would be lower by without them, at the mean price.
  ///
  /// - Parameters:
  ///   - counts: 0 to `total`.
  ///   - total: 0 or more; of nothing the part is nothing.
  /// - Precondition: the amount is not below 0.
  public func part(_ counts: Int64, of total: Int64) -> Money {
    precondition(nanodollars >= 0 && counts >= 0 && counts <= total, "the part \(counts) of \(total) of \(self) USD")
    guard total > 0 else { return .zero }
    return Money(nanodollars: Int64((Int128(nanodollars) * Int128(counts) + Int128(total) / 2) / Int128(total)))
  }
}

extension Money: CustomStringConvertible {
  /// The amount to the cent, halves away from zero: `249.49`.
  public var description: String { text(decimals: 2) }

  /// The amount in dollars with `decimals` digits after the point, halves away from zero.
  ///
  /// - Parameter decimals: 0 to 9.
  public func text(decimals: Int) -> String {
    precondition((0...9).contains(decimals), "an amount with \(decimals) decimals is outside 0 to 9")
    let unit = (0..<(9 - decimals)).reduce(UInt64(1)) { power, _ in power * 10 }
    let rounded = (nanodollars.magnitude + unit / 2) / unit
    let sign = nanodollars < 0 && rounded > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(rounded)" }
    let digits = String(rounded)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
