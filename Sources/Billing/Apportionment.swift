/// Sharing out an integer so that the shares add up to it.
public enum Apportionment {
  /// `total` shared out in proportion to `weights`, by largest remainder: each share is its exact part rounded down,
  /// and what is left goes one by one to those that lost most, of equals to the first.
  ///
  /// - Parameters:
  ///   - total: 0 or more.
  ///   - weights: each 0 or more; if all are 0, `total` must be 0.
  /// - Returns: a share for each weight; their sum is `total`.
  /// - Complexity: O(n log n) for n weights.
  /// - Source: Hamilton's method, M. Balinski and H. P. Young, Fair Representation, 1982.
  public static func shares(of total: Int64, by weights: [Int64]) -> [Int64] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(total >= 0 && weights.allSatisfy { $0 >= 0 }, "\(total) can't be shared out by \(weights)")
    precondition(sum > 0 || total == 0, "\(total) can't be shared out by weights that are all 0")
    guard sum > 0 else { return weights.map { _ in 0 } }
    let parts = weights.map { (Int128(total) * Int128($0)).quotientAndRemainder(dividingBy: sum) }
    var shares = parts.map { Int64($0.quotient) }
    let left = Int(total - shares.reduce(0, +))
    let order = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
    for index in order.prefix(left) { shares[index] += 1 }
    return shares
  }
}
