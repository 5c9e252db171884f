extension Unit {
  /// A speed of transfer, in bytes per second.
  public static let bandwidth = Unit(
    "bandwidth", example: "50 MB/s", [Suffix("B/s", 1), Suffix("KB/s", 1 << 10), Suffix("MB/s", 1 << 20), Suffix("GB/s", 1 << 30)])
}
