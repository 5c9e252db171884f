import Variates

extension FunctionSelection {
  /// The rows that are taken, by volume, the largest first; equal ones by hash.
  ///
  /// - Complexity: O(n log n) in the number of rows.
  func chosen(of rows: [InvocationsFile.Row]) -> [InvocationsFile.Row] {
    let sorted = rows.sorted { $0.total != $1.total ? $0.total > $1.total : $0.key.precedes($1.key) }
    switch self {
    case .all: return sorted
    case .top(let count): return Array(sorted.prefix(count))
    case .sample(let count, let seed):
      // Each function draws a number of its own and the least are taken, so that a larger sample contains a smaller one.
      let start = Key.mix(seed &+ Key.hash("azure2019"))
      let drawn = sorted.enumerated().map { (draw: Key.mix(start ^ Key.hash($1.key.text)), place: $0) }
      let taken = drawn.sorted { $0 < $1 }.prefix(count).map(\.place).sorted()
      return taken.map { sorted[$0] }
    }
  }
}
