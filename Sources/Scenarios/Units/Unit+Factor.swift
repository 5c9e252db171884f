extension Unit {
  /// A multiple.
  public static let factor = Unit("factor", example: "3x", [Suffix("x", 1)])
}
