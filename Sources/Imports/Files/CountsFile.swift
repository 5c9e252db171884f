/// Arrivals per interval of many sources in the compact form that scenarios read.
///
/// CSV with the header `name,counts`; `counts` is a list with spaces of `c`, one interval with c arrivals, and `c*n`, n of them in a row.
public enum CountsFile {
  /// The file of some rows: names without commas, and counts of at least 0.
  ///
  /// - Complexity: O(n) in the number of counts.
  public static func text(_ rows: [(name: String, counts: [Int])]) -> String {
    var text = "name,counts\n"
    for row in rows {
      text += "\(row.name),\(runLength(row.counts))\n"
    }
    return text
  }

  /// The list of one row.
  static func runLength(_ counts: [Int]) -> String {
    var runs: [String] = []
    var index = 0
    while index < counts.count {
      let count = counts[index]
      var end = index + 1
      while end < counts.count, counts[end] == count { end += 1 }
      let length = end - index
      // Two of a single digit are as short when written out, and easier to read.
      if length == 1 || (length == 2 && count < 10) {
        runs.append(contentsOf: repeatElement(String(count), count: length))
      } else {
        runs.append("\(count)*\(length)")
      }
      index = end
    }
    return runs.joined(separator: " ")
  }
}
