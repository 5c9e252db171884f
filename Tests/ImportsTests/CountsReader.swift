/// Reads a counts file by its definition alone, as an oracle for what is written.
enum CountsReader {
  /// The rows in their order; nil if the text is no counts file.
  static func rows(_ text: String) -> [(name: String, counts: [Int])]? {
    let lines = text.split(separator: "\n")
    guard lines.first == "name,counts" else { return nil }
    var rows: [(name: String, counts: [Int])] = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 2 else { return nil }
      var counts: [Int] = []
      for run in fields[1].split(separator: " ") {
        let parts = run.split(separator: "*").compactMap { Int($0) }
        guard parts.count == run.split(separator: "*").count, let count = parts.first, parts.count <= 2 else { return nil }
        counts += [Int](repeating: count, count: parts.count == 2 ? parts[1] : 1)
      }
      rows.append((String(fields[0]), counts))
    }
    return rows
  }
}
