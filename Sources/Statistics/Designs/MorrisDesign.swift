/// Random walks through a grid of factors in which each step changes one factor: a screening of many factors with few runs.
///
/// Each trajectory visits (factors + 1) points and gives one elementary effect a factor, so that a study needs trajectories · (factors + 1)
/// points. A step is half of the levels, rounded so that every level is as likely as every other.
///
/// - Source: M. D. Morris, Factorial sampling plans for preliminary computational experiments, Technometrics 33 (1991).
public struct MorrisDesign: Sendable, Equatable {
  /// One walk.
  public struct Trajectory: Sendable, Equatable {
    /// The points in their order, one more than there are factors: a level a factor, from 0 to `levels` - 1.
    public var points: [[Int]]

    /// The factor that each step changes: every factor once.
    public var order: [Int]

    /// A walk from its points and the factors that its steps change.
    public init(points: [[Int]], order: [Int]) { (self.points, self.order) = (points, order) }
  }

  /// How many factors there are, at least 1.
  public let factors: Int

  /// How many levels a factor has, even.
  public let levels: Int

  /// The walks, in the order in which they were drawn.
  public let trajectories: [Trajectory]

  /// How far a step goes on a factor's range of 0 to 1: p / (2 (p - 1)) for p levels.
  public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

  /// A design from its walks.
  ///
  /// - Parameters:
  ///   - levels: even, at least 2.
  ///   - trajectories: each step changes one factor by half of the levels, and each factor once.
  public init(levels: Int, trajectories: [Trajectory]) {
    precondition(levels >= 2 && levels.isMultiple(of: 2) && !trajectories.isEmpty, "\(trajectories.count) walks on \(levels) levels")
    factors = trajectories[0].order.count
    (self.levels, self.trajectories) = (levels, trajectories)
    for walk in trajectories {
      precondition(walk.points.count == factors + 1 && walk.order.sorted() == Array(0..<factors), "a walk that changes \(walk.order)")
      for (place, factor) in walk.order.enumerated() {
        var expected = walk.points[place]
        expected[factor] = walk.points[place + 1][factor]
        let isStep = abs(walk.points[place + 1][factor] - walk.points[place][factor]) == levels / 2
        precondition(isStep && walk.points[place + 1] == expected, "step \(place) of \(walk.points) is not one of factor \(factor)")
      }
    }
  }

  /// A random design.
  ///
  /// - Parameters:
  ///   - factors: at least 1.
  ///   - levels: even, at least 2; 4 is usual.
  ///   - trajectories: how many, at least 1; 10 are usual, and fewer than 2 give no spread.
  ///   - generator: the same one in the same state gives the same design, with every version of the standard library.
  /// - Complexity: O(trajectories · factors²).
  public init(factors: Int, levels: Int = 4, trajectories: Int = 10, using generator: inout some RandomNumberGenerator) {
    precondition(factors > 0 && trajectories > 0, "\(trajectories) walks through \(factors) factors")
    self.init(
      levels: levels, trajectories: (0..<trajectories).map { _ in Self.walk(factors: factors, levels: levels, using: &generator) })
  }

  /// The values of a point's factors on their ranges, from 0 to 1.
  public func fractions(_ point: [Int]) -> [Double] { point.map { Double($0) / Double(levels - 1) } }

  private static func walk(factors: Int, levels: Int, using generator: inout some RandomNumberGenerator) -> Trajectory {
    let half = levels / 2
    let start = (0..<factors).map { _ in below(levels, using: &generator) }
    var order = Array(0..<factors)
    for place in stride(from: factors - 1, to: 0, by: -1) { order.swapAt(place, below(place + 1, using: &generator)) }
    var points = [start]
    for factor in order {
      var next = points[points.count - 1]
      // Levels of the lower half can only go up, those of the upper half only down.
      next[factor] += next[factor] < half ? half : -half
      points.append(next)
    }
    return Trajectory(points: points, order: order)
  }

  /// A number from 0 to just below a bound.
  ///
  /// Its bias, bound by 2^64, is nothing for the sizes of designs.
  private static func below(_ bound: Int, using generator: inout some RandomNumberGenerator) -> Int {
    Int(generator.next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
