extension Unit {
  /// A length of time, in nanoseconds.
  public static let duration = Unit(
    "duration", example: "250 ms",
    [
      Suffix("ns", 1), Suffix("us", 1000), Suffix("ms", 1_000_000), Suffix("s", 1_000_000_000), Suffix("min", 60_000_000_000),
      Suffix("h", 3_600_000_000_000), Suffix("d", 86_400_000_000_000),
    ], zero: "s")
}
