/// How a call's bytes are turned into billed units of a fixed size.
///
/// A kilobyte is 1,024 bytes.
enum Chunk {
  /// The units of `size` bytes that a call of `bytes` is billed as: at least one, so that an empty call is one.
  static func units(bytes: Int64, of size: Int64) -> Int64 {
    precondition(bytes >= 0, "a call of \(bytes) bytes")
    return max(1, DurationRule.roundedUp(bytes, to: size) / size)
  }
}
