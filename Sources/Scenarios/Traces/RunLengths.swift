/// A list of counts in short form: `c` or `c*n`, separated by spaces; `c*n` is n intervals with c arrivals each.
enum RunLengths {
  /// The most intervals of a list: two centuries of minutes.
  static let most = 100_000_000

  /// The counts of a list; nil if the text is none.
  ///
  /// - Complexity: O(n) in the text and the counts.
  static func counts(_ text: String) -> [Int64]? {
    var counts: [Int64] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      let parts = word.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      guard parts.count <= 2, let count = number(parts[0]), let length = parts.count == 2 ? number(parts[1]) : 1 else { return nil }
      guard Int64(counts.count) + length <= most else { return nil }
      counts.append(contentsOf: repeatElement(count, count: Int(length)))
    }
    return counts
  }

  /// The short form of a list of counts.
  static func text(_ counts: [Int64]) -> String {
    var words: [String] = []
    var index = 0
    while index < counts.count {
      var end = index + 1
      while end < counts.count, counts[end] == counts[index] { end += 1 }
      words.append(end - index == 1 ? String(counts[index]) : "\(counts[index])*\(end - index)")
      index = end
    }
    return words.joined(separator: " ")
  }

  private static func number(_ bytes: Substring.UTF8View) -> Int64? {
    guard (1...12).contains(bytes.count) else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return value
  }
}
