import Statistics
import Testing
import Variates

@Suite("BestSubset and ParetoSet")
struct BestSubsetTests {
  /// Student's sleepers with the second drug, moved so that the mean difference to the first is given.
  private func moved(by difference: Double) -> [Double] { DifferenceTests.second.map { $0 - 1.58 + difference } }

  /// - Source: the tabled t for 9 degrees of freedom, one-sided: 1.833 at 95 % and 2.685 at 98.75 %; their standard error is 0.38896.
  @Test("a point goes where the paired t test, shared out among all comparisons, tells it from a better one")
  func reach() {
    let (first, far) = (DifferenceTests.first, DifferenceTests.first.map { $0 + 100 })
    #expect(BestSubset([first, moved(by: 0.71)], better: .smaller).indices == [0, 1])
    #expect(BestSubset([first, moved(by: 0.72)], better: .smaller).indices == [0])
    #expect(BestSubset([first, far, far, far, moved(by: 1.04)], better: .smaller).indices == [0, 4])
    #expect(BestSubset([first, far, far, far, moved(by: 1.05)], better: .smaller).indices == [0])
    #expect(BestSubset([far, first, moved(by: -1.05)].map { $0.map { -$0 } }, better: .larger).indices == [2])
  }

  @Test("estimates of their own decide in place of the means")
  func estimates() {
    let subset = BestSubset([DifferenceTests.first, moved(by: 0)], estimates: [5, 4], better: .smaller)
    #expect(subset.best == 1 && subset.indices == [1])
    #expect(BestSubset([DifferenceTests.first, moved(by: 5)], estimates: [4, 4], better: .smaller).indices == [0, 1])
  }

  @Test("the best is among the subset as often as was asked, and what is far off is not", arguments: [Preference.smaller, .larger])
  func confidence(better: Preference) {
    var draw = Draw(case: 5)
    let macros = 1000
    var (kept, far) = (0, 0)
    for _ in 0..<macros {
      let shared = (0..<10).map { _ in normal(&draw) }
      // The hardest case: none of the first four is better than another.
      let points = (0..<5).map { index in shared.map { 3 * $0 + normal(&draw) + (index == 4 ? (better == .smaller ? 3 : -3) : 0) } }
      let subset = BestSubset(points, better: better)
      if subset.indices.contains(2) { kept += 1 }
      if subset.indices.contains(4) { far += 1 }
    }
    #expect(Double(kept) / Double(macros) >= 0.945, "kept in \(kept) of \(macros)")
    #expect(far < macros / 20, "a point three deviations off was kept in \(far) of \(macros)")
  }

  /// A normal variate, nearly: the sum of twelve uniform ones.
  private func normal(_ draw: inout Draw) -> Double { (0..<12).reduce(-6) { sum, _ in sum + draw.uniform() } }

  @Test("too little to tell points apart keeps all")
  func little() {
    #expect(BestSubset([[3], [2], [9]], better: .smaller) == BestSubset([[3], [2], [9]], better: .smaller))
    #expect(BestSubset([[3], [2], [9]], better: .smaller).indices == [0, 1, 2])
    #expect(BestSubset([[3], [2], [9]], better: .smaller).best == 1)
    #expect(BestSubset([[3, 4]], better: .larger).indices == [0])
    #expect(BestSubset([[3, 3], [3, 3], [4, 4]], better: .smaller).indices == [0, 1])
  }

  @Test("the Pareto set is what no point dominates", arguments: 0..<40)
  func pareto(number: Int) {
    var draw = Draw(case: number)
    let count = Int(draw.number(in: 0...30))
    let scale = draw.one(of: [3, 10, 1000]) as Int64
    func values() -> [Double] { (0..<count).map { _ in draw.chance(0.05) ? .infinity : Double(draw.number(in: 0...scale)) } }
    let first = ParetoSet.Metric(values(), better: draw.one(of: Preference.allCases))
    let second = ParetoSet.Metric(values(), better: draw.one(of: Preference.allCases))
    func better(_ metric: ParetoSet.Metric, _ i: Int, _ j: Int) -> Bool { metric.better.prefers(metric.values[i], to: metric.values[j]) }
    let expected = (0..<count).filter { i in
      !(0..<count).contains { j in
        (better(first, j, i) && !better(second, i, j)) || (better(second, j, i) && !better(first, i, j))
      }
    }
    #expect(ParetoSet(first, second).indices == expected)
  }
}
