import Statistics
import Testing
import Variates

@Suite("HolmAdjustment")
struct HolmAdjustmentTests {
  /// - Source: the worked example of "Holm-Bonferroni method", Wikipedia: of these, the first and the last are rejected at 5 %.
  @Test("a worked example of four hypotheses")
  func example() {
    let holm = HolmAdjustment([0.01, 0.04, 0.03, 0.005])
    for (found, expected) in zip(holm.pValues, [0.03, 0.06, 0.06, 0.02]) { #expect(abs(found - expected) < 1e-15) }
    #expect(holm.differs() == [true, false, false, true])
    #expect(holm.differs(error: 0.02) == [false, false, false, true])
  }

  /// - Source: R. Marcus, E. Peritz and K. R. Gabriel, On closed testing procedures, Biometrika 63 (1976): Holm's procedure is the closed
  ///   test that judges each set of hypotheses by Bonferroni.
  @Test("it is the closed test of Bonferroni", arguments: 0..<40)
  func closedTest(number: Int) {
    var draw = Draw(case: number)
    let raw = (0..<draw.number(in: 1...7)).map { _ in draw.chance(0.3) ? 0.01 : draw.uniform() * draw.one(of: [0.02, 0.2, 1]) }
    let found = HolmAdjustment(raw).pValues
    for index in raw.indices {
      let sets = (1..<1 << raw.count).filter { $0 >> index & 1 == 1 }
      let closed = sets.map { set in
        min(1, Double(set.nonzeroBitCount) * raw.indices.filter { set >> $0 & 1 == 1 }.map { raw[$0] }.min()!)
      }
      #expect(abs(found[index] - closed.max()!) < 1e-15, "\(raw)")
    }
  }

  @Test("nothing and a single comparison are left as they are")
  func few() {
    #expect(HolmAdjustment([]).pValues == [] && HolmAdjustment([0.04]).pValues == [0.04])
    #expect(HolmAdjustment([0.6, 0.7, 1]).pValues == [1, 1, 1])
  }
}
