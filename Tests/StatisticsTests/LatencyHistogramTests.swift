import Statistics
import Testing
import Variates

@Suite("LatencyHistogram")
struct LatencyHistogramTests {
  static let shares = [0, 0.01, 0.1, 0.25, 0.5, 0.55, 0.9, 0.95, 0.99, 0.999, 1]

  /// Latencies over many octaves, ties and zeros among them.
  private func latencies(_ draw: inout Draw, _ count: Int) -> [Int64] {
    (0..<count).map { _ in
      switch draw.below(8) {
      case 0: 0
      case 1: 100_000_000
      case 2: draw.number(in: 0...200_000)
      default: draw.number(in: 1...(2 << draw.number(in: 1...60)))
      }
    }
  }

  private func isNear(_ found: Int64, _ exact: Int64) -> Bool {
    Double(abs(found - exact)) <= max(512, 0.004 * Double(exact))
  }

  @Test("quantiles are the order statistics within 0.4 %", arguments: 0..<12)
  func quantiles(number: Int) throws {
    var draw = Draw(case: number)
    let values = latencies(&draw, draw.one(of: [1, 2, 10, 100, 1000, 3000]))
    let histogram = LatencyHistogram(values)
    let sorted = values.sorted()
    for share in Self.shares {
      // Thousandths of the count in whole numbers, so that the rank is exact.
      let rank = max(1, (Int((share * 1000).rounded()) * values.count + 999) / 1000)
      let found = try #require(histogram.quantile(share))
      #expect(isNear(found, sorted[rank - 1]), "case \(number): \(share) of \(values.count)")
      #expect(found <= sorted[sorted.count - 1])
    }
  }

  @Test("a share that is a whole number of values is that value and not the next")
  func wholeRanks() throws {
    let histogram = LatencyHistogram((1...100).map { $0 * 1_000_000 })
    for percent in 1...100 {
      let found = try #require(histogram.quantile(Double(percent) / 100))
      #expect(isNear(found, Int64(percent) * 1_000_000), "\(percent) %")
    }
  }

  @Test("adding in any order equals recording together", arguments: 0..<8)
  func adding(number: Int) {
    var draw = Draw(case: number)
    let parts = (0..<5).map { _ in latencies(&draw, Int(draw.number(in: 0...400))) }
    let together = LatencyHistogram(parts.joined())
    for _ in 0..<5 {
      var sum = LatencyHistogram()
      for part in parts.shuffled(using: &draw) { sum.add(LatencyHistogram(part)) }
      #expect(sum == together)
    }
  }

  @Test("count, sum, mean and maximum are exact", arguments: 0..<8)
  func exact(number: Int) throws {
    var draw = Draw(case: number)
    let values = latencies(&draw, 2000)
    let histogram = LatencyHistogram(values)
    let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
    #expect(histogram.count == 2000)
    #expect(histogram.sum == sum)
    #expect(histogram.maximum == values.max())
    #expect(try #require(histogram.mean) == Double(sum) / 2000)
    let threshold = LatencyBins.lowerBound(LatencyBins.index(of: draw.one(of: values)))
    #expect(histogram.count(from: threshold) == Int64(values.count { $0 >= threshold }))
  }

  @Test("ranks among what is infinitely late have no value")
  func infinite() throws {
    let histogram = LatencyHistogram((1...90).map { $0 * 1_000_000 })
    let median = try #require(histogram.quantile(0.5, infinite: 10))
    #expect(isNear(median, 50_000_000))
    let last = try #require(histogram.quantile(0.9, infinite: 10))
    #expect(isNear(last, 90_000_000))
    #expect(histogram.quantile(0.91, infinite: 10) == nil)
    #expect(histogram.quantile(1, infinite: 1) == nil)
  }

  @Test("quantiles among zeros are 0, and near zero they are not")
  func zeros() {
    let zeros = [Int64](repeating: 0, count: 90)
    for rest in [[], [20_000, 1_000_000_000]] as [[Int64]] {
      let histogram = LatencyHistogram(zeros + rest)
      #expect(histogram.quantile(0.5) == 0 && histogram.quantiles([0.01, 0.9]) == [0, 0])
    }
    #expect(LatencyHistogram([Int64](repeating: 900, count: 90) + [5_000]).quantile(0.5) == 512)
  }

  @Test("several quantiles in one pass are what each is by itself", arguments: 0..<8)
  func together(number: Int) {
    var draw = Draw(case: number)
    let histogram = LatencyHistogram(latencies(&draw, draw.one(of: [1, 20, 100, 1000])))
    for infinite in [0, 5] as [Int64] {
      #expect(histogram.quantiles(Self.shares, infinite: infinite) == Self.shares.map { histogram.quantile($0, infinite: infinite) })
    }
  }

  @Test("an empty histogram has neither mean nor quantile nor maximum")
  func empty() {
    let histogram = LatencyHistogram()
    #expect(histogram.count == 0 && histogram.sum == 0 && histogram.maximum == nil && histogram.mean == nil)
    #expect(histogram.quantile(0.5) == nil && histogram.quantile(0.5, infinite: 3) == nil)
    var sum = LatencyHistogram([5])
    sum.add(histogram)
    #expect(sum == LatencyHistogram([5]))
  }
}
