/// The points of a study to which no other is preferable in two metrics at once.
///
/// A point is dominated if another is at least as good in both metrics and better in one; of points with equal values none dominates
/// another, and all are kept.
public struct ParetoSet: Sendable, Equatable {
  /// One metric of all points.
  public struct Metric: Sendable, Equatable {
    /// A value a point; infinite ones are allowed, NaN is not.
    public var values: [Double]

    /// Which values are better.
    public var better: Preference

    /// A metric from its values.
    public init(_ values: [Double], better: Preference) { (self.values, self.better) = (values, better) }
  }

  /// The indices of the points that are not dominated, ascending.
  public let indices: [Int]

  /// The set of points with two metrics.
  ///
  /// - Complexity: O(n log n).
  public init(_ first: Metric, _ second: Metric) {
    precondition(first.values.count == second.values.count, "\(first.values.count) values and \(second.values.count)")
    precondition(!(first.values + second.values).contains(where: \.isNaN), "a metric that is not a number")
    let (one, other) = (first.losses, second.losses)
    let order = one.indices.sorted { (one[$0], other[$0], $0) < (one[$1], other[$1], $1) }
    var kept: [Int] = []
    for index in order {
      // In this order, the last one kept has the least of the second metric so far.
      if let last = kept.last, other[index] > other[last] || (other[index] == other[last] && one[index] > one[last]) { continue }
      kept.append(index)
    }
    indices = kept.sorted()
  }
}

extension ParetoSet.Metric {
  /// The values so that less is better.
  fileprivate var losses: [Double] { better == .smaller ? values : values.map { -$0 } }
}
