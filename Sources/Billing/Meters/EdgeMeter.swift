/// What a function at the edge of the network used.
public struct EdgeMeter: ComponentMeter {
  /// Requests.
  public var requests: Usage = 0
  /// Billed milliseconds times MB.
  public var memoryMilliseconds: Usage = 0

  /// A function that did nothing.
  public init() {}

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(.edgeRequests, requests), (.edgeDuration, memoryMilliseconds)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: EdgeMeter) {
    requests += other.requests
    memoryMilliseconds += other.memoryMilliseconds
  }
}
