import Statistics
import Testing
import Variates

@Suite("QuantileJackknife")
struct QuantileJackknifeTests {
  static let shares = [0.99, 0.5, 0, 1, 0.55, 0.9]

  private func latencies(_ draw: inout Draw, _ count: Int) -> [Int64] {
    let scale = draw.number(in: 1...3)
    return (0..<count).map { _ in draw.chance(0.1) ? 0 : draw.number(in: 1...1_000_000_000) * scale }
  }

  /// The interpolated quantile, from a histogram that was merged anew.
  private func brute(_ parts: [LatencyHistogram], _ share: Double, infinite: Int64, maximum: Int64, zerosOnly: Bool) -> Double {
    var sum = LatencyHistogram()
    for part in parts { sum.add(part) }
    let all = sum.count + infinite
    if all == 0 { return .nan }
    if sum.quantile(share, infinite: infinite) == nil { return .infinity }
    var below: Int64 = 0
    for entry in sum.bins {
      if Double(below + entry.count) >= share * Double(all) - 1e-9 {
        if entry.bin == 0 && zerosOnly { return 0 }
        let lower = Double(LatencyBins.lowerBound(entry.bin))
        let upper = min(lower + Double(LatencyBins.width(entry.bin)), Double(maximum))
        return lower + (upper - lower) * min(1, (share * Double(all) - Double(below)) / Double(entry.count))
      }
      below += entry.count
    }
    return .infinity
  }

  @Test("what is left out is what merging the others gives", arguments: 0..<30)
  func leftOut(number: Int) {
    var draw = Draw(case: number)
    let parts = (0..<Int(draw.number(in: 1...8))).map { _ in
      LatencyHistogram(latencies(&draw, Int(draw.one(of: [0, 1, 7, 100, 400]))))
    }
    let infinite = parts.map { _ in draw.one(of: [0, 0, 0, 1, 30]) as Int64 }
    var pool = LatencyHistogram()
    for part in parts { pool.add(part) }
    guard let maximum = pool.maximum else { return }
    let zerosOnly = pool.bins[0].bin == 0 && pool.coarseSums[0].bin == 0 && pool.coarseSums[0].sum == 0
    let lost = infinite.reduce(0, +)
    for found in QuantileJackknife.quantiles(Self.shares, of: parts, infinite: infinite) {
      #expect(found.pooled == pool.quantile(found.share, infinite: lost))
      #expect(near(found.interpolated, brute([pool], found.share, infinite: lost, maximum: maximum, zerosOnly: zerosOnly)))
      if let pooled = found.pooled { #expect(abs(found.interpolated - Double(pooled)) <= max(1024, 0.008 * Double(pooled))) }
      for index in parts.indices {
        let others = parts.indices.filter { $0 != index }.map { parts[$0] }
        let expected = brute(others, found.share, infinite: lost - infinite[index], maximum: maximum, zerosOnly: zerosOnly)
        #expect(near(found.leftOut[index], expected), "case \(number), \(found.share) without \(index)")
      }
    }
  }

  private func near(_ found: Double, _ expected: Double) -> Bool {
    found == expected || (found.isNaN && expected.isNaN) || abs(found - expected) <= 1e-9 * abs(expected)
  }

  @Test("the interval is Student's of the pseudo-values, around the pooled quantile")
  func interval() throws {
    var draw = Draw(case: 7)
    let parts = (0..<10).map { _ in LatencyHistogram(latencies(&draw, 500)) }
    let found = try #require(QuantileJackknife.quantiles([0.9], of: parts, level: 0.9).first)
    let pooled = Double(try #require(found.pooled))
    let pseudo = try #require(found.pseudoValues)
    for (value, rest) in zip(pseudo, found.leftOut) { #expect(abs(value - (10 * found.interpolated - 9 * rest)) < 1) }
    // The classic form of the standard error: sqrt((R - 1) / R · sum of squares of the left-out values about their mean).
    let mean = found.leftOut.reduce(0, +) / 10
    let classic = (0.9 * found.leftOut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot()
    #expect(abs(found.standardError / classic - 1) < 1e-6)
    // - Source: 1.833, the tabled t for 9 degrees of freedom and 90 %.
    #expect(abs(found.interval.halfWidth / classic - 1.833) < 0.001)
    #expect(abs((found.interval.lower + found.interval.upper) / 2 - pooled) < 1)
  }

  /// Independent values know their own error: the density at the quantile gives the deviation of the order statistic.
  @Test("for independent latencies the standard error is that of an order statistic, though bins are coarse")
  func independent() {
    var draw = Draw(case: 11)
    // Uniform on 1 to 2 s: the density is 1 a second, and the error of p90 of 20,000 is sqrt(0.9 · 0.1 / 20,000) s = 2.12 ms, a
    // quarter of a bin of 7.8 ms.
    let errors = (0..<60).map { _ in
      let parts = (0..<20).map { _ in LatencyHistogram((0..<1000).map { _ in 1_000_000_000 + draw.number(in: 0...999_999_999) }) }
      return QuantileJackknife.quantiles([0.9], of: parts)[0].standardError
    }
    let squares = MeanInterval(errors.map { $0 * $0 })
    #expect(abs(squares.mean.squareRoot() / 2_121_320 - 1) < 0.1, "\(squares.mean.squareRoot())")
    #expect(errors.min()! > 500_000)
  }

  @Test("replications without any difference leave none")
  func equal() {
    let parts = [LatencyHistogram](repeating: LatencyHistogram((1...100).map { $0 * 1_000_000 }), count: 5)
    for found in QuantileJackknife.quantiles([0.5, 0.99], of: parts) {
      // Leaving out a fifth keeps every share, up to the rounding of sums.
      #expect(found.standardError < 1 && found.interval.contains(Double(found.pooled!)))
    }
    let zeros = QuantileJackknife.quantiles([0.5], of: [LatencyHistogram([0, 0, 0]), LatencyHistogram([0, 0])])[0]
    #expect(zeros.pooled == 0 && zeros.interval == ConfidenceInterval(lower: 0, upper: 0))
  }

  @Test("where some rest is infinitely late there is no upper end, and the lower one is that of the reciprocals")
  func infinite() {
    let parts = (0..<10).map { index in LatencyHistogram((1...100).map { ($0 + Int64(index)) * 1_000_000 }) }
    // 10 of 1,010 are lost: p99 is the last finite one with all, and infinite without the first and with the losses of the others.
    let open = QuantileJackknife.quantiles([0.99], of: parts, infinite: [0, 2, 2, 2, 2, 0, 0, 1, 0, 1])[0]
    #expect(open.pooled != nil && open.leftOut.contains(.infinity) && open.pseudoValues == nil)
    #expect(open.interval.upper == .infinity && open.interval.lower > 0 && open.interval.lower < 100_000_000)
    let lost = QuantileJackknife.quantiles([0.99, 0.5], of: parts, infinite: [Int64](repeating: 5, count: 10))
    #expect(lost[0].pooled == nil && lost[0].interval == ConfidenceInterval(lower: .infinity, upper: .infinity))
    #expect(lost[1].pooled != nil && lost[1].interval.upper.isFinite)
    // All is lost in one replication: without it, the quantile is finite, so it is open below as well as the reciprocal tells.
    let one = QuantileJackknife.quantiles([0.95], of: parts, infinite: [200] + [Int64](repeating: 0, count: 9))[0]
    #expect(one.pooled == nil && one.leftOut[0].isFinite && one.interval.upper == .infinity)
    #expect(one.interval.lower > 0 && one.interval.lower < 100_000_000)
  }

  @Test("too little gives no interval")
  func little() {
    let single = QuantileJackknife.quantiles([0.5], of: [LatencyHistogram([5, 6])])[0]
    #expect(single.pooled != nil && single.interval == .unbounded && single.pseudoValues == nil)
    let lonely = QuantileJackknife.quantiles([0.5], of: [LatencyHistogram([5, 6]), LatencyHistogram()])[0]
    #expect(lonely.pooled != nil && lonely.leftOut[0].isNaN && lonely.interval == .unbounded)
    let empty = QuantileJackknife.quantiles([0.5], of: [LatencyHistogram(), LatencyHistogram()])[0]
    #expect(empty.pooled == nil && empty.interval == .unbounded)
  }

  @Test("the difference of quantiles is that of their pseudo-values")
  func difference() throws {
    var draw = Draw(case: 3)
    let values = (0..<8).map { _ in latencies(&draw, 400) }
    let first = QuantileJackknife.quantiles([0.9], of: values.map { LatencyHistogram($0.map { $0 + 50_000_000 }) })[0]
    let second = QuantileJackknife.quantiles([0.9], of: values.map { LatencyHistogram($0) })[0]
    let difference = try #require(PairedDifference(first, minus: second))
    let pseudo = zip(try #require(first.pseudoValues), try #require(second.pseudoValues)).map { $0 - $1 }
    #expect(difference.estimate == Double(first.pooled! - second.pooled!))
    #expect(abs(difference.standardError - MeanInterval(pseudo).standardError) < 1)
    #expect(difference.interval.halfWidth < first.interval.halfWidth / 4, "what both share cancels")
    let lost = QuantileJackknife.quantiles([0.9], of: values.map { LatencyHistogram($0) }, infinite: [Int64](repeating: 900, count: 8))[0]
    #expect(PairedDifference(first, minus: lost) == nil)
  }
}
