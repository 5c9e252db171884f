import Testing

@testable import Variates

@Suite("AliasTable")
struct AliasTableTests {
  @Test("the columns add up to the weights", arguments: [[1.0], [1, 0], [0.2, 0.3, 0.5], [0, 0, 1, 0], [90, 9, 1, 0.1, 0.01, 0]])
  func columns(weights: [Double]) {
    let table = AliasTable(weights)
    var shares = weights.map { _ in 0.0 }
    for column in weights.indices {
      shares[column] += table.kept[column] / Double(weights.count)
      shares[table.other[column]] += (1 - table.kept[column]) / Double(weights.count)
    }
    let total = weights.reduce(0, +)
    for (share, weight) in zip(shares, weights) {
      #expect(abs(share - weight / total) < 1e-15)
      #expect(weight > 0 || share == 0, "what has no weight is never chosen")
    }
  }
}
