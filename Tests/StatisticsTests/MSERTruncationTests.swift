import Statistics
import Testing
import Variates

@Suite("MSERTruncation")
struct MSERTruncationTests {
  /// The rule as the papers write it: for each truncation, the squares about the mean of what is left, by the square of its length.
  private func brute(_ series: [Double], batch: Int) -> (candidate: Int, statistic: Double)? {
    let means = (0..<series.count / batch).map { series[$0 * batch..<($0 + 1) * batch].reduce(0, +) / Double(batch) }
    var best: (candidate: Int, statistic: Double)?
    for deleted in means.indices where means.count - deleted > 5 {
      let rest = means[deleted...]
      let mean = rest.reduce(0, +) / Double(rest.count)
      let statistic = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rest.count * rest.count)
      if best.map({ statistic < $0.statistic }) ?? true { best = (deleted * batch, statistic) }
    }
    return best
  }

  @Test("it is the rule, written out", arguments: 0..<30)
  func rule(number: Int) throws {
    var draw = Draw(case: number)
    let length = Int(draw.number(in: 20...400))
    var level = draw.uniform() * 20
    let series = (0..<length).map { _ in
      level *= 0.93
      return 3 + level + draw.uniform()
    }
    for batch in [1, 5] {
      let found = MSERTruncation(series, batch: batch)
      guard let expected = brute(series, batch: batch) else {
        #expect(found.truncation == nil && found.statistic.isNaN)
        continue
      }
      #expect(found.candidate == expected.candidate, "case \(number), batches of \(batch)")
      #expect(abs(found.statistic - expected.statistic) <= 1e-9 * expected.statistic)
    }
  }

  @Test("a step at the beginning is deleted, and nothing else")
  func step() {
    var draw = Draw(case: 1)
    let series = (0..<1000).map { ($0 < 100 ? 50 : 10) + draw.uniform() }
    let truncation = MSERTruncation(series).truncation
    #expect(truncation.map { 100...150 ~= $0 } ?? false, "\(String(describing: truncation))")
  }

  @Test("a series that has settled is kept whole")
  func settled() {
    #expect(MSERTruncation([Double](repeating: 4, count: 100)).truncation == 0)
    #expect(MSERTruncation((0..<100).map { Double($0 / 5 % 2) }).truncation == 0)
  }

  @Test("a series that has not settled is too short, and so is one of few batches")
  func unsettled() {
    let late = stride(from: 200.0, to: 50, by: -1) + [Double](repeating: 50, count: 50)
    #expect(MSERTruncation(late).truncation == nil)
    #expect(MSERTruncation([1, 2, 3]).truncation == nil && MSERTruncation([]).truncation == nil)
    #expect(MSERTruncation((0..<29).map(Double.init)).statistic.isNaN)
  }
}
