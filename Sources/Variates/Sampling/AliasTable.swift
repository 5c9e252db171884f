/// Weights arranged so that one integer and one uniform number choose among them in constant time.
///
/// Column i keeps its own choice with chance `kept[i]`, and gives `other[i]` else.
/// - Source: A. J. Walker 1977; M. D. Vose, "A Linear Algorithm for Generating Random Numbers with a Given Distribution", IEEE TSE 17(9), 1991.
struct AliasTable {
  /// With which chance each column gives its own choice.
  private(set) var kept: [Double]

  /// What each column gives otherwise.
  private(set) var other: [Int]

  /// A table of `weights`, which are not negative and not all 0.
  ///
  /// - Complexity: O(n) in the number of weights.
  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    precondition(total > 0, "weights add up to \(total)")
    kept = weights.map { $0 / total * Double(weights.count) }
    other = Array(weights.indices)
    var poor = weights.indices.filter { kept[$0] < 1 }
    var rich = weights.indices.filter { kept[$0] >= 1 }
    while let column = poor.last, let giver = rich.last {
      poor.removeLast()
      other[column] = giver
      kept[giver] -= 1 - kept[column]
      if kept[giver] < 1 {
        rich.removeLast()
        poor.append(giver)
      }
    }
    // What is left differs from 1 by rounding alone; a choice of no weight always found a giver before.
    for column in poor + rich { kept[column] = 1 }
  }
}
