/// The p-values of several comparisons, adjusted so that all that are called different together err with no more than the level's chance.
///
/// It holds whatever the dependence between the comparisons, such as that of variants that share a baseline.
///
/// - Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979); adjusted
///   p-values as in S. P. Wright, Adjusted p-values for simultaneous inference, Biometrics 48 (1992).
public struct HolmAdjustment: Sendable, Equatable {
  /// The adjusted p-values, from 0 to 1, in the order in which the comparisons were given.
  public let pValues: [Double]

  /// The adjustment of some p-values.
  ///
  /// - Parameter raw: one a comparison, from 0 to 1.
  /// - Complexity: O(n log n).
  public init(_ raw: [Double]) {
    precondition(raw.allSatisfy { $0 >= 0 && $0 <= 1 }, "p-values \(raw)")
    var adjusted = raw
    var greatest = 0.0
    for (rank, index) in raw.indices.sorted(by: { (raw[$0], $0) < (raw[$1], $1) }).enumerated() {
      greatest = max(greatest, min(1, Double(raw.count - rank) * raw[index]))
      adjusted[index] = greatest
    }
    pValues = adjusted
  }

  /// Which comparisons show a difference.
  ///
  /// - Parameter error: the greatest chance to call any difference that is none, between 0 and 1.
  public func differs(error: Double = 0.05) -> [Bool] { pValues.map { $0 <= error } }
}
