/// A value of a document with its place.
public struct LocatedNode: Equatable, Sendable {
  /// What it is.
  public var content: Content
  /// Where it begins.
  public var place: Place

  /// What a value of a document is.
  public enum Content: Equatable, Sendable {
    /// A text; numbers are texts too until somebody reads them.
    case scalar(String, ScalarStyle)
    /// A list.
    case sequence([LocatedNode])
    /// Keys and values, in the order of the file.
    case mapping([Entry])
  }

  /// How a scalar was written.
  public enum ScalarStyle: Equatable, Sendable {
    /// Without quotes.
    case plain
    /// In quotes.
    case quoted
    /// As a block after `|` or `>`.
    case block
  }

  /// One key of a mapping, its place and its value.
  public struct Entry: Equatable, Sendable {
    /// The key.
    public var key: String
    /// Where the key is.
    public var place: Place
    /// The value.
    public var value: LocatedNode

    /// One key of a mapping.
    public init(key: String, place: Place, value: LocatedNode) {
      self.key = key
      self.place = place
      self.value = value
    }
  }

  /// A value with its place.
  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }
}

extension LocatedNode {
  /// The text, if it is a scalar.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether it is an empty value: nothing, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The entries, if it is a mapping.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The elements, if it is a sequence.
  public var elements: [LocatedNode]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The entry of a key, if it is a mapping and has it.
  ///
  /// - Complexity: O(n) in the number of keys.
  public func entry(_ key: String) -> Entry? {
    entries?.first { $0.key == key }
  }

  /// The value of a key, if it is a mapping and has it.
  ///
  /// - Complexity: O(n) in the number of keys.
  public subscript(key: String) -> LocatedNode? { entry(key)?.value }

  /// How many scalars of its line it takes, as far as one line shows it.
  public var length: Int {
    switch content {
    case .scalar(let text, .plain): max(1, text.unicodeScalars.count)
    case .scalar(let text, .quoted): text.unicodeScalars.count + 2
    default: 1
    }
  }
}
