/// The concurrency of the account that the fleet runs in.
public struct AccountSpec: Equatable, Sendable {
  /// The account's concurrency limit, concurrency units, at least 0; nil where the platform has none.
  public var concurrency: Int?
  /// How much of it other fleets use all the time, concurrency units, from 0 to `concurrency`.
  public var usedElsewhere: Int

  /// An account from its parts.
  public init(concurrency: Int?, usedElsewhere: Int = 0) {
    self.concurrency = concurrency
    self.usedElsewhere = usedElsewhere
  }
}
