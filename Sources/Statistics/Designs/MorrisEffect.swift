/// How much one factor matters, from the elementary effects of a ``MorrisDesign``.
///
/// An elementary effect is what the result changes by over a step of one factor, scaled to the factor's whole range.
///
/// - Source: M. D. Morris, Technometrics 33 (1991) for μ and σ; F. Campolongo, J. Cariboni and A. Saltelli, An effective screening design
///   for sensitivity analysis of large models, Environmental Modelling & Software 22 (2007) for μ*.
public struct MorrisEffect: Sendable, Equatable {
  /// The elementary effects, one a trajectory, in the result's unit.
  public let effects: [Double]

  /// μ: their mean; where the result rises with the factor here and falls there, effects cancel in it.
  public var mean: Double { MeanInterval(effects).mean }

  /// μ*: the mean of their sizes, by which factors are ranked.
  public let size: MeanInterval

  /// σ: their standard deviation; large where the factor's effect is not linear or depends on other factors, 0 for one trajectory.
  public var deviation: Double { MeanInterval(effects).deviation }

  /// The effects of every factor.
  ///
  /// - Parameters:
  ///   - design: the points at which results were found.
  ///   - results: one list a trajectory, one finite result a point.
  ///   - level: the confidence level of the t interval of μ*, between 0 and 1.
  /// - Returns: one a factor.
  /// - Complexity: O(trajectories · factors).
  public static func effects(of design: MorrisDesign, results: [[Double]], level: Double = 0.95) -> [MorrisEffect] {
    precondition(results.count == design.trajectories.count, "\(results.count) lists for \(design.trajectories.count) trajectories")
    var effects = [[Double]](repeating: [], count: design.factors)
    for (walk, values) in zip(design.trajectories, results) {
      precondition(values.count == walk.points.count, "\(values.count) results for \(walk.points.count) points")
      for (place, factor) in walk.order.enumerated() {
        let isUp = walk.points[place + 1][factor] > walk.points[place][factor]
        effects[factor].append((values[place + 1] - values[place]) / (isUp ? design.step : -design.step))
      }
    }
    return effects.map { MorrisEffect($0, level: level) }
  }

  private init(_ effects: [Double], level: Double) {
    self.effects = effects
    size = MeanInterval(effects.map { abs($0) }, level: level)
  }
}
