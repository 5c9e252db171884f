/// The text of one file, or of the command line, that findings can point into.
public final class SourceText: Sendable {
  /// The file's name as the user gave it; what findings begin with.
  public let name: String
  /// The text.
  public let text: String
  /// Sorts the findings of several files: the file named first comes first.
  public let order: Int

  /// The text of one file.
  public init(name: String, text: String, order: Int = 0) {
    self.name = name
    self.text = text
    self.order = order
  }

  /// The line of a number, from 1, without its end; nil beyond the text.
  ///
  /// - Complexity: O(n) in the length of the text.
  public func line(_ number: Int) -> Substring? {
    guard number >= 1 else { return nil }
    var current = 1
    var start = text.utf8.startIndex
    while current < number {
      guard let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = text.utf8.index(after: end)
      current += 1
    }
    var end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.utf8.endIndex
    if end > start, text.utf8[text.utf8.index(before: end)] == UInt8(ascii: "\r") { end = text.utf8.index(before: end) }
    return Substring(text.utf8[start..<end])
  }

  /// The place of a number of bytes after the start.
  ///
  /// - Complexity: O(n) in `offset`.
  public func place(atByte offset: Int) -> Place {
    var line = 1
    var column = 1
    for byte in text.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Place(source: self, line: line, column: column)
  }
}
