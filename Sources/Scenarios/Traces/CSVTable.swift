/// The bytes of a CSV file and its header; rows are scanned, not stored.
///
/// - Source: RFC 4180, with `,` as the separator; a quoted field may hold separators and doubled quotes, but no line break.
struct CSVTable {
  private let bytes: [UInt8]
  /// The names of the columns.
  let columns: [String]
  /// Where the first row begins.
  private let start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    (columns, start) = bytes.withUnsafeBufferPointer { buffer in
      let end = CSVTable.lineEnd(buffer, offset)
      var names: [String] = []
      CSVTable.fields(buffer, offset..<end) { names.append(CSVTable.text(buffer, $1)) }
      return (names, min(buffer.count, end + 1))
    }
  }

  /// Calls `body` for every row that is not empty with the line's number, from 2, and the ranges of the wanted columns; stops when it returns false.
  ///
  /// The columns a row is too short for are empty.
  /// - Complexity: O(n) in the bytes.
  func rows(_ wanted: [Int], _ body: (_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: [Range<Int>]) -> Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var line = 2
      var position = start
      var ranges = [Range<Int>](repeating: 0..<0, count: wanted.count)
      while position < buffer.count {
        let end = CSVTable.lineEnd(buffer, position)
        if end > position, !(end == position + 1 && buffer[position] == 0x0D) {
          for slot in ranges.indices { ranges[slot] = end..<end }
          CSVTable.fields(buffer, position..<end) { column, field in
            for slot in wanted.indices where wanted[slot] == column { ranges[slot] = field }
          }
          if !body(line, buffer, ranges) { return }
        }
        line += 1
        position = end + 1
      }
    }
  }

  /// The text of a field, its quotes taken off.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Range<Int>) -> String {
    let text = String(decoding: bytes[field], as: UTF8.self)
    guard text.utf8.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    return text.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// Calls `body` with the number and range of each field of a line, blanks around it dropped.
  private static func fields(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ body: (Int, Range<Int>) -> Void) {
    var column = 0
    var start = line.lowerBound
    var end = line.upperBound
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    while true {
      var index = start
      var quoted = false
      while index < end, quoted || bytes[index] != UInt8(ascii: ",") {
        if bytes[index] == UInt8(ascii: "\"") { quoted.toggle() }
        index += 1
      }
      var low = start
      var high = index
      while low < high, bytes[low] == 0x20 { low += 1 }
      while high > low, bytes[high - 1] == 0x20 { high -= 1 }
      body(column, low..<high)
      if index >= end { return }
      column += 1
      start = index + 1
    }
  }
}
