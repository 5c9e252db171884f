/// Whether and how text is coloured.
public struct Paint: Equatable, Sendable {
  /// Whether escape codes are written.
  public var isColoured: Bool

  /// Colours, or none.
  public init(isColoured: Bool) { self.isColoured = isColoured }

  func bold(_ text: String) -> String { code("1", text) }
  func dim(_ text: String) -> String { code("2", text) }
  func red(_ text: String) -> String { code("31", text) }
  func green(_ text: String) -> String { code("32", text) }
  func yellow(_ text: String) -> String { code("33", text) }

  /// - Source: ECMA-48, select graphic rendition.
  private func code(_ code: String, _ text: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
