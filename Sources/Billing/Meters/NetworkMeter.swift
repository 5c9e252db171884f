/// What left the cloud, and the gateways through which it went.
public struct NetworkMeter: ComponentMeter {
  /// Bytes sent to the Internet.
  public var egressBytes: Usage = 0
  /// NAT gateways times the milliseconds for which they stood.
  public var gatewayMilliseconds: Usage = 0
  /// Bytes through NAT gateways, in both directions.
  public var gatewayBytes: Usage = 0

  /// A network that carried nothing.
  public init() {}

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    [(.egress, egressBytes), (.gatewayTime, gatewayMilliseconds), (.gatewayData, gatewayBytes)]
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: NetworkMeter) {
    egressBytes += other.egressBytes
    gatewayMilliseconds += other.gatewayMilliseconds
    gatewayBytes += other.gatewayBytes
  }
}
