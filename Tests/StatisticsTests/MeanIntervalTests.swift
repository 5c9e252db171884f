import Statistics
import Testing

@Suite("MeanInterval")
struct MeanIntervalTests {
  /// - Source: A. M. Law, Simulation Modeling and Analysis, 5th ed., example 4.27: 1.34 ± 0.24 at 90 %.
  @Test("a textbook's ten observations give its interval")
  func textbook() {
    let interval = MeanInterval([1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09], level: 0.9)
    #expect(abs(interval.mean - 1.34) < 0.005)
    #expect(abs(interval.standardError * interval.standardError * 10 - 0.17) < 0.005)
    #expect(abs(interval.halfWidth - 0.24) < 0.005)
  }

  /// - Source: the table of critical values of Student's t, NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
  @Test(
    "the half width is the tabled t times the standard error",
    arguments: [
      (1, 0.95, 12.706), (2, 0.95, 4.303), (4, 0.95, 2.776), (9, 0.95, 2.262), (9, 0.99, 3.250), (29, 0.9, 1.699), (99, 0.95, 1.984),
    ])
  func quantiles(freedom: Int, level: Double, tabled: Double) {
    let values = (0...freedom).map { Double($0 * $0 % 17) + 0.25 * Double($0) }
    let interval = MeanInterval(values, level: level)
    #expect(abs(interval.halfWidth / interval.standardError - tabled) < 0.0006)
  }

  @Test("equal values leave no doubt, a single one leaves all")
  func degenerate() {
    let equal = MeanInterval([3, 3, 3, 3])
    #expect(equal.mean == 3 && equal.halfWidth == 0)
    let single = MeanInterval([7])
    #expect(single.mean == 7 && single.standardError == 0 && single.halfWidth == .infinity)
  }

  /// - Source: the critical values of Student's t for 9 degrees of freedom: 2.262 is exceeded to either side by 5 %, 3.250 by 1 %.
  @Test("the p-value is the chance that the table gives", arguments: [(2.262, 0.05), (3.250, 0.01), (0, 1)])
  func pValue(reach: Double, chance: Double) {
    let interval = MeanInterval([1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09])
    #expect(abs(interval.pValue(against: interval.mean - reach * interval.standardError) - chance) < 0.0001)
    #expect(abs(interval.pValue(against: interval.mean + reach * interval.standardError) - chance) < 0.0001)
  }

  @Test("its pieces fit together")
  func pieces() {
    let interval = MeanInterval([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(interval.count == 8 && interval.mean == 5)
    #expect(abs(interval.deviation - (32.0 / 7).squareRoot()) < 1e-12)
    #expect(interval.interval == ConfidenceInterval(center: 5, halfWidth: interval.halfWidth))
    #expect(abs(interval.relativeHalfWidth - interval.halfWidth / 5) < 1e-12)
    #expect(MeanInterval([7]).pValue() == 1 && MeanInterval([7]).interval == .unbounded)
    #expect(MeanInterval([7, 7]).pValue() == 0 && MeanInterval([7, 7]).pValue(against: 7) == 1)
  }
}
