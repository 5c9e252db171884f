extension Unit {
  /// A plain number.
  public static let number = Unit("number", example: "1.5", [Suffix("", 1)], isPlain: true)
  /// A number of things.
  public static let count = Unit("count", example: "10", [Suffix("", 1)], isPlain: true)
}
