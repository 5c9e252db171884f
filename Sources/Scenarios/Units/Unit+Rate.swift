extension Unit {
  /// A rate, in events per second.
  public static let rate = Unit("rate", example: "40/s", [Suffix("/h", 1, over: 3600), Suffix("/min", 1, over: 60), Suffix("/s", 1)])
}
