extension Unit {
  /// A size, in bytes; KB, MB and GB are powers of 1,024, as Lambda counts.
  public static let size = Unit(
    "size", example: "128 MB", [Suffix("B", 1), Suffix("KB", 1 << 10), Suffix("MB", 1 << 20), Suffix("GB", 1 << 30)],
    zero: "B")
}
