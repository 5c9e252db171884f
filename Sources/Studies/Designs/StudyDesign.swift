/// The points of a study: which values are varied, and what each of them is at each point.
public struct StudyDesign: Equatable, Sendable {
  /// What is varied, in the syntax of overrides; at least one, no two alike.
  public var paths: [String]
  /// One value a path at each point, as it would be written in the scenario.
  public var points: [[String]]

  /// The most points that a design may have.
  public static let mostPoints = 100_000

  /// A design from its parts.
  ///
  /// - Parameters:
  ///   - paths: what is varied.
  ///   - points: as many values each as there are paths.
  public init(paths: [String], points: [[String]]) {
    precondition(points.allSatisfy { $0.count == paths.count }, "points of a design of \(paths.count) paths")
    self.paths = paths
    self.points = points
  }

  /// Every combination of the values of some factors, the last one's changing fastest; nil where there are more than ``mostPoints``.
  ///
  /// - Parameter factors: with different paths.
  public init?(every factors: [Factor]) {
    var count = 1
    for factor in factors {
      let (product, overflow) = count.multipliedReportingOverflow(by: factor.values.count)
      if overflow || product > Self.mostPoints { return nil }
      count = product
    }
    let points = factors.reduce([[String]]([[]])) { points, factor in points.flatMap { point in factor.values.map { point + [$0] } } }
    self.init(paths: factors.map(\.path), points: points)
  }

  /// The overrides that make a point of the scenario: `functions.api.memory=128 MB`.
  public func overrides(of point: Int) -> [String] { zip(paths, points[point]).map { "\($0)=\($1)" } }
}
