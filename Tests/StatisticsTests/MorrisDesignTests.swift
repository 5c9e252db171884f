import Statistics
import Testing
import Variates

@Suite("MorrisDesign and TornadoDesign")
struct MorrisDesignTests {
  @Test("trajectories are steps of half of the levels, each factor once, from all levels alike", arguments: [2, 4, 6, 8])
  func trajectories(levels: Int) {
    var draw = Draw(case: levels)
    let design = MorrisDesign(factors: 5, levels: levels, trajectories: 2000, using: &draw)
    #expect(design.factors == 5 && design.trajectories.allSatisfy { $0.points.count == 6 && $0.order.sorted() == [0, 1, 2, 3, 4] })
    var counts = [[Int]](repeating: [Int](repeating: 0, count: levels), count: 5)
    var firsts = [Int](repeating: 0, count: 5)
    for walk in design.trajectories {
      firsts[walk.order[0]] += 1
      for (place, factor) in walk.order.enumerated() {
        let (before, after) = (design.fractions(walk.points[place]), design.fractions(walk.points[place + 1]))
        for other in 0..<5 {
          #expect(abs(abs(after[other] - before[other]) - (other == factor ? design.step : 0)) < 1e-12)
        }
        for point in [before, after] { #expect(point.allSatisfy { 0...1 ~= $0 }) }
      }
      for factor in 0..<5 { counts[factor][walk.points[0][factor]] += 1 }
    }
    // Five standard errors of a count.
    for count in counts.joined() { #expect(abs(Double(count) - 2000 / Double(levels)) < 5 * (2000 / Double(levels)).squareRoot()) }
    for count in firsts { #expect(abs(count - 400) < 90) }
  }

  @Test("the same seed gives the same design, another one another")
  func seeds() {
    func design(_ seed: Int) -> MorrisDesign {
      var draw = Draw(case: seed)
      return MorrisDesign(factors: 6, using: &draw)
    }
    #expect(design(1) == design(1) && design(1) != design(2))
  }

  @Test("a linear result has its coefficients as effects, without any spread")
  func linear() {
    var draw = Draw(case: 1)
    let design = MorrisDesign(factors: 3, levels: 6, trajectories: 7, using: &draw)
    let coefficients = [4.0, -2, 0]
    let results = design.trajectories.map { $0.points.map { zip(design.fractions($0), coefficients).reduce(10) { $0 + $1.0 * $1.1 } } }
    for (effect, coefficient) in zip(MorrisEffect.effects(of: design, results: results), coefficients) {
      #expect(effect.effects.count == 7 && abs(effect.mean - coefficient) < 1e-12)
      #expect(abs(effect.size.mean - abs(coefficient)) < 1e-12 && effect.deviation < 1e-12)
    }
  }

  /// - Source: SALib 1.6.0, `sample.morris` with 4 factors, 4 levels, 6 trajectories and seed 11, and `analyze.morris` of the same results.
  @Test("SALib finds the same effects on the same trajectories")
  func salib() {
    let points = [
      [[2, 0, 0, 0], [2, 0, 2, 0], [2, 2, 2, 0], [2, 2, 2, 2], [0, 2, 2, 2]],
      [[1, 3, 1, 0], [3, 3, 1, 0], [3, 3, 3, 0], [3, 1, 3, 0], [3, 1, 3, 2]],
      [[0, 3, 0, 3], [2, 3, 0, 3], [2, 3, 2, 3], [2, 1, 2, 3], [2, 1, 2, 1]],
      [[0, 0, 0, 1], [2, 0, 0, 1], [2, 2, 0, 1], [2, 2, 0, 3], [2, 2, 2, 3]],
      [[2, 1, 1, 1], [2, 1, 3, 1], [2, 3, 3, 1], [0, 3, 3, 1], [0, 3, 3, 3]],
      [[0, 2, 1, 3], [0, 0, 1, 3], [0, 0, 3, 3], [2, 0, 3, 3], [2, 0, 3, 1]],
    ]
    let orders = [[2, 1, 3, 0], [0, 2, 1, 3], [0, 2, 1, 3], [0, 1, 3, 2], [2, 1, 0, 3], [1, 2, 0, 3]]
    let design = MorrisDesign(levels: 4, trajectories: zip(points, orders).map { .init(points: $0, order: $1) })
    let results = design.trajectories.map { walk in
      walk.points.map { point in
        let x = design.fractions(point)
        return 2 * x[0] - 3 * x[1] + 4 * x[0] * x[1] + 5 * (x[2] - 0.5) * (x[2] - 0.5)
      }
    }
    let effects = MorrisEffect.effects(of: design, results: results)
    let expected = [
      (4.444444444444444, 4.444444444444444, 1.9626135258506328), (-0.5555555555555557, 0.888888888888889, 1.3109227736669),
      (0, 1.6666666666666663, 1.8257418583505538), (0, 0, 0),
    ]
    for (effect, (mean, size, deviation)) in zip(effects, expected) {
      #expect(abs(effect.mean - mean) < 1e-12 && abs(effect.size.mean - size) < 1e-12 && abs(effect.deviation - deviation) < 1e-12)
    }
  }

  @Test("a tornado's points move one factor each, and its bars come by swing")
  func tornado() {
    let design = TornadoDesign(factors: 3)
    #expect(design.points.count == 7 && design.points[0] == [.base, .base, .base])
    #expect(design.points[3] == [.base, .low, .base] && design.points[6] == [.base, .base, .high])
    // The second factor is best at its base, and the third changes nothing.
    let bars = design.bars([10, 8, 11, 14, 15, 10, 10])
    #expect(bars.map(\.factor) == [1, 0, 2] && bars.map(\.swing) == [5, 3, 0])
    #expect(bars[1].low == 8 && bars[1].high == 11)
    let open = TornadoDesign(factors: 2).bars([10, 10, .infinity, 9, 12])
    #expect(open.map(\.factor) == [0, 1] && open[0].swing == .infinity)
    #expect(TornadoDesign(factors: 2).bars([1, 2, 1, 0, 1]).map(\.factor) == [0, 1])
  }
}
