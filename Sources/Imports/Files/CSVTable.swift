import Documents

/// A table in comma-separated text, read row by row, whose columns are found by name.
///
/// Fields are not quoted; ends of lines are LF or CRLF; empty lines are passed over.
struct CSVTable {
  /// The file.
  let source: SourceText
  /// The columns' names, in the order of the file.
  let header: [String]
  /// The file's bytes.
  let bytes: [UInt8]
  /// The place of each name in the first line.
  private let columns: [String: Int]
  /// Where the header's fields are.
  let headerRow: CSVRow
  /// Where the rows begin.
  private let start: Int

  /// The table of a file.
  ///
  /// - Complexity: O(n) in the length of the text.
  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var row = CSVRow(start: bytes.starts(with: mark) ? mark.count : 0)
    if !row.advance(bytes) { row.fields = [] }
    headerRow = row
    start = row.next
    let bytes = bytes
    header = row.fields.map { String(decoding: bytes[$0], as: UTF8.self) }
    columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the column of a name is, from 0, if there is one.
  func column(_ name: String) -> Int? { columns[name] }

  /// Passes each row to `body`; one with a wrong number of fields is a mistake and passed over.
  func forEachRow(_ findings: inout Findings, _ body: (CSVRow, inout Findings) -> Void) {
    var row = CSVRow(start: start, line: headerRow.line)
    while row.advance(bytes) {
      guard row.fields.count == header.count else {
        let finding = Finding(.importFieldCount, "the row has \(row.fields.count) fields, the first line has \(header.count)")
        findings.add(finding, at: Place(source: source, line: row.line, column: 1))
        continue
      }
      body(row, &findings)
    }
  }

  /// Where a field of a row is.
  func place(_ row: CSVRow, _ column: Int) -> Place {
    let before = bytes[row.start..<row.fields[column].lowerBound]
    return Place(source: source, line: row.line, column: 1 + before.count { $0 & 0xC0 != 0x80 })
  }

  /// The place of the name of a column.
  func headerPlace(_ column: Int) -> Place { place(headerRow, column) }

  /// The text of a field.
  func text(_ row: CSVRow, _ column: Int) -> String { String(decoding: bytes[row.fields[column]], as: UTF8.self) }
}

/// One row of a table as it is passed over: where its fields are.
struct CSVRow {
  /// The row's line, from 1; 0 before the first.
  var line: Int
  /// The first byte of the row.
  var start: Int
  /// The bytes of each field, without spaces around them.
  var fields: [Range<Int>] = []
  /// The first byte after the row.
  var next: Int

  /// Before the row that begins at a byte.
  init(start: Int, line: Int = 0) {
    self.start = start
    self.line = line
    next = start
  }

  /// Goes on to the next row that is not empty; false at the end.
  ///
  /// - Complexity: O(n) in the length of the row.
  mutating func advance(_ bytes: [UInt8]) -> Bool {
    while next < bytes.count {
      line += 1
      start = next
      fields.removeAll(keepingCapacity: true)
      var field = start
      var at = start
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
        if bytes[at] == UInt8(ascii: ",") {
          fields.append(CSVRow.trimmed(field..<at, bytes))
          field = at + 1
        }
        at += 1
      }
      fields.append(CSVRow.trimmed(field..<at, bytes))
      next = min(at + 1, bytes.count)
      if fields.count > 1 || !fields[0].isEmpty { return true }
    }
    return false
  }

  /// A field without the spaces and carriage returns around it.
  private static func trimmed(_ field: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    func blank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t") }
    var low = field.lowerBound
    var high = field.upperBound
    while high > low, blank(bytes[high - 1]) { high -= 1 }
    while low < high, blank(bytes[low]) { low += 1 }
    return low..<high
  }
}
