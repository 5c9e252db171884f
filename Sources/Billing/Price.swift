/// What one unit costs, exactly as a price list prints it.
public struct Price: Hashable, Sendable {
  /// US dollars.
  public let dollars: ExactDecimal
  /// What the dollars are for: `unit.countsOfPrice` counts of it.
  public let unit: MeteredUnit

  /// A price of `dollars` for each `unit`.
  public init(_ dollars: ExactDecimal, per unit: MeteredUnit) {
    self.dollars = dollars
    self.unit = unit
  }

  /// The price that `text` writes, such as `0.20 USD/million` or `0.0000166667 USD/GB-s`; nil if it isn't a price for `unit`.
  public init?(parsing text: some StringProtocol, per unit: MeteredUnit) {
    let suffix = " USD/\(unit.priceSymbol)"
    guard text.hasSuffix(suffix), let dollars = ExactDecimal(text.dropLast(suffix.count)) else { return nil }
    self.init(dollars, per: unit)
  }

  /// What `counts` cost, rounded once to the nearest nano-dollar, halves up.
  ///
  /// - Parameter counts: of `unit`, 0 or more.
  /// - Precondition: the amount is below 9.2 thousand million dollars.
  public func amount(of counts: Int64) -> Money {
    guard let nanodollars = dollars.scaled(by: counts, over: unit.countsOfPrice, shift: 9) else {
      preconditionFailure("\(counts) counts at \(self) cost more than an amount can hold")
    }
    return Money(nanodollars: nanodollars)
  }
}

extension Price: CustomStringConvertible {
  /// The price as a price book writes it: `0.2 USD/million`.
  public var description: String { "\(dollars) USD/\(unit.priceSymbol)" }
}
