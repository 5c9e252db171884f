import Documents
import Studies

extension JSONValue {
  /// A figure in the unit in which it is printed: a number, null where it is missing, `{"above": x}` where only that is known.
  init(_ figure: Figure, in unit: MetricUnit) {
    switch unit.printed(figure) {
    case .integer(let value): self = .integer(value)
    case .real(let value): self = .number(Digits.rounded(value))
    case .money(let nano): self = .dollars(nano)
    case .above(let bound): self = .object([("above", JSONValue(.integer(bound), in: unit))])
    case .missing: self = .null
    }
  }

  /// Nano-dollars in dollars.
  static func dollars(_ nano: Int64) -> JSONValue { .number(Double(nano) / 1e9) }

  /// A number rounded as all results are.
  static func rounded(_ value: Double) -> JSONValue { .number(Digits.rounded(value)) }

  /// Nanoseconds in seconds.
  static func seconds(_ nanoseconds: Int64) -> JSONValue { .rounded(Double(nanoseconds) / 1e9) }
}
