/// A place in a text: line and column, both from 1; columns count Unicode scalars.
public struct Place: Equatable, Comparable, Sendable {
  /// The text.
  public let source: SourceText
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// A place in a text.
  public init(source: SourceText, line: Int, column: Int) {
    self.source = source
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { "\(source.name):\(line):\(column)" }

  /// Whether two places are the same.
  public static func == (left: Place, right: Place) -> Bool {
    left.source === right.source && left.line == right.line && left.column == right.column
  }

  /// Whether the left place comes first.
  public static func < (left: Place, right: Place) -> Bool {
    (left.source.order, left.line, left.column) < (right.source.order, right.line, right.column)
  }
}
