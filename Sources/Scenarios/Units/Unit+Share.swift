extension Unit {
  /// A share or probability, of 1.
  public static let share = Unit("share", example: "0.1%", [Suffix("%", 1, over: 100)])
}
