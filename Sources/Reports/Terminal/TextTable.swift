/// A table of aligned columns: the first column to the left, numbers to the right.
struct TextTable {
  /// The names of the columns.
  var header: [String]
  /// The rows, each as long as the header.
  var rows: [[String]] = []

  /// The widest that a line gets, and that a first column gets within it.
  static let widestLine = 100
  static let widestName = 30

  /// The lines: the header, whose first word is the table's title, then the rows, indented.
  func lines(_ paint: Paint) -> [String] {
    let numbers = header.indices.dropFirst()
    let widths = numbers.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    let room = Self.widestLine - 2 - widths.reduce(0) { $0 + $1 + 2 }
    let names = rows.map { "  " + TextTable.shortened($0[0], to: max(8, min(Self.widestName, room))) }
    let nameWidth = ([header[0]] + names).map(\.count).max() ?? 0
    func line(_ name: String, _ row: [String]) -> String {
      ([TextTable.left(name, nameWidth)] + zip(numbers, widths).map { TextTable.right(row[$0], $1) }).joined(separator: "  ")
    }
    return [paint.bold(line(header[0], header))] + zip(names, rows).map { line($0, $1) }
  }

  static func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
  static func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

  /// A name that fits, its middle left out where it is too long.
  static func shortened(_ name: String, to width: Int = widestName) -> String {
    guard name.count > width else { return name }
    return "\(name.prefix(width / 2))…\(name.suffix(width - width / 2 - 1))"
  }
}
