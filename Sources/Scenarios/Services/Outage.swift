/// A time during which something does not work.
public struct Outage: Equatable, Sendable {
  /// When it begins.
  public var at: Moment
  /// For how long it lasts, nanoseconds, above 0.
  public var length: Int64
  /// What becomes of requests meanwhile.
  public var manner: Manner

  /// What becomes of requests during an outage.
  public enum Manner: String, Equatable, Hashable, Sendable, CaseIterable {
    /// They are refused.
    case reject
    /// They are never answered.
    case stall
  }

  /// An outage from its parts.
  public init(at: Moment, length: Int64, manner: Manner = .reject) {
    self.at = at
    self.length = length
    self.manner = manner
  }
}
