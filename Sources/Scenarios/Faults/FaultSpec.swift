/// One fault that is put into a run on purpose.
public struct FaultSpec: Equatable, Sendable {
  /// What goes wrong.
  public var kind: Kind
  /// What it happens to: the name of an element that has such a fault.
  public var of: String
  /// When it begins.
  public var at: Moment

  /// What goes wrong; lengths in nanoseconds, above 0.
  public enum Kind: Equatable, Sendable {
    /// It does not work for a while.
    case outage(length: Int64, manner: Outage.Manner)
    /// It takes so many requests per second for a while, at least 0.
    case throttle(length: Int64, rate: Double)
    /// Its own times are so many times as long for a while, above 0.
    case latency(length: Int64, factor: Double)
    /// So many of the next items that it accepts fail at every attempt, at least 1.
    case poison(count: Int)
    /// It is deployed anew: all its instances are new after it.
    case deploy
  }

  /// A fault from its parts.
  public init(_ kind: Kind, of: String, at: Moment) {
    self.kind = kind
    self.of = of
    self.at = at
  }
}
