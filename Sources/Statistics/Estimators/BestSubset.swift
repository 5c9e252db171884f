/// The points of a study that cannot be told from the best one.
///
/// A point is left out if any other is better by more than chance explains: by the paired t test of the two at a level that is shared out
/// among the comparisons (Bonferroni), so that it holds for replications with common random numbers. With the given confidence
/// the truly best point is in the set.
///
/// - Source: B. L. Nelson, J. Swann, D. Goldsman and W. Song, Simple procedures for selecting the best simulated system when the number of
///   alternatives is large, Operations Research 49 (2001), the screening; with the variance of the differences and Bonferroni's quantile
///   for dependent systems, as in B. L. Nelson and F. J. Matejcik, Using common random numbers for indifference-zone selection and multiple
///   comparisons in simulation, Management Science 41 (1995).
public struct BestSubset: Sendable, Equatable {
  /// The index of the best estimate; the first of equals.
  public let best: Int

  /// The indices of all that cannot be told from the best, ascending, ``best`` among them.
  public let indices: [Int]

  /// The subset of some points.
  ///
  /// - Parameters:
  ///   - points: at least one; each with a value a replication, at least one, all finite. The n-th values of all belong together.
  ///   - estimates: what is reported of each point where that is not the mean of its values: for pseudo-values, the pooled quantile.
  ///   - better: which values are better.
  ///   - level: the confidence that the best point is in the set, between 0 and 1.
  /// - Complexity: O(points² · replications).
  public init(_ points: [[Double]], estimates: [Double]? = nil, better: Preference, level: Double = 0.95) {
    let centers = estimates ?? points.map { MeanInterval($0).mean }
    precondition(!points.isEmpty && centers.count == points.count, "\(points.count) points with \(centers.count) estimates")
    let best = points.indices.dropFirst().reduce(0) { better.prefers(centers[$1], to: centers[$0]) ? $1 : $0 }
    self.best = best
    let count = points[0].count
    guard points.count > 1, count > 1 else {
      indices = Array(points.indices)
      return
    }
    let error = (1 - level) / Double(points.count - 1)
    let reach = StudentT.quantile(1 - error, freedom: Double(count - 1))
    indices = points.indices.filter { index in
      points.indices.allSatisfy { other in
        guard better.prefers(centers[other], to: centers[index]) else { return true }
        let difference = PairedDifference(points[index], minus: points[other])
        return abs(centers[index] - centers[other]) <= reach * difference.standardError
      }
    }
  }
}
