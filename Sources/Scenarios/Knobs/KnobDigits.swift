internal import Documents

/// Numbers of knobs as they are written.
enum KnobDigits {
  /// A number to the millionth.
  static func text(_ number: Double) -> String { JSONValue.digits((number * 1e6).rounded() / 1e6) }
}
