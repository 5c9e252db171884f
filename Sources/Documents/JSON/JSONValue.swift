/// A JSON document to be written, its keys in the order given.
public enum JSONValue: Equatable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A finite number.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values, in this order.
  case members([Member])

  /// One key and its value.
  public struct Member: Equatable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// One key and its value.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Keys and values, in this order.
  public static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .members(members.map { Member($0.0, $0.1) })
  }

  /// The value of a key of an object, if it is one and has it.
  public subscript(key: String) -> JSONValue? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
