/// The nearest of some names, for "did you mean".
public enum Nearest {
  /// The name that differs least from `word`, if it differs by little: at most a third of its letters, and at least one edit is always allowed.
  ///
  /// The first of equally near ones is taken; case does not count.
  /// - Complexity: O(n · m²) for n names of m letters.
  public static func name(to word: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = Array(name.lowercased().unicodeScalars.prefix(64))
      let allowed = max(1, max(wanted.count, candidate.count) / 3)
      guard abs(wanted.count - candidate.count) <= allowed else { continue }
      let distance = distance(wanted, candidate)
      if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn one word into another.
  ///
  /// - Source: Damerau 1964, in the restricted form (optimal string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + repeatElement(0, count: b.count)
      for j in 1...b.count {
        row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
