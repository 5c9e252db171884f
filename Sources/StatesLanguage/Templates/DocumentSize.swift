public import Documents

/// How long documents are in UTF-8.
public enum DocumentSize {
  /// Levels that a document may have; deeper ones count as too long.
  ///
  /// - Source: Jackson, `StreamReadConstraints`, default of `maxNestingDepth`; that AWS has the same limit is unverified.
  static let depth = 1000

  /// Whether the text of a document has more than so many bytes.
  ///
  /// - Complexity: O(n) in the number of values; texts are only looked at when the document may be too long.
  public static func isAbove(_ limit: Int, _ value: JSONValue) -> Bool {
    var left = limit
    guard takeAtMost(value, &left, depth: 1) else { return true }
    if left >= 0 { return false }
    return DocumentText.of(value).utf8.count > limit
  }

  /// The text of a document, as AWS writes it.
  ///
  /// - Complexity: O(n) in the document.
  public static func text(of value: JSONValue) -> String { DocumentText.of(value) }

  /// How many bytes the text of a document has.
  ///
  /// - Complexity: O(n) in the document.
  public static func bytes(of value: JSONValue) -> Int { DocumentText.of(value).utf8.count }

  /// Takes away the most bytes that the document can have: numbers have up to 26, and escapes lengthen texts up to six times.
  ///
  /// - Returns: false if it has too many levels.
  private static func takeAtMost(_ value: JSONValue, _ left: inout Int, depth: Int) -> Bool {
    switch value {
    case .null, .bool: left -= 6
    case .integer, .number: left -= 26
    case .string(let text): left -= 6 * text.utf8.count + 3
    case .array(let values):
      if depth > DocumentSize.depth { return false }
      left -= 3
      for index in values.indices {
        guard takeAtMost(values[index], &left, depth: depth + 1) else { return false }
      }
    case .members(let members):
      if depth > DocumentSize.depth { return false }
      left -= 3
      for index in members.indices {
        left -= 6 * members[index].key.utf8.count + 4
        switch members[index].value {
        case .null, .bool: left -= 6
        case .integer, .number: left -= 26
        case .string(let text): left -= 6 * text.utf8.count + 3
        case .array, .members: guard takeAtMost(members[index].value, &left, depth: depth + 1) else { return false }
        }
      }
    }
    return true
  }
}
