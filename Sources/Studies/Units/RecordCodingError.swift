/// Why records could not be written or read.
public enum RecordCodingError: Error, Equatable, Sendable {
  /// A record has something negative, or a count beyond 2^53.
  case notANumber
  /// The bytes are not what this version writes.
  case foreign
  /// The bytes are cut short or altered.
  case damaged
}
