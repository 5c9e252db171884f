extension Unit {
  /// An amount of money, in US dollars.
  public static let money = Unit("amount of money", example: "12 USD", [Suffix("USD", 1)])
}
