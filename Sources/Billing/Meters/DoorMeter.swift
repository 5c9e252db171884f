/// What came in through a door.
public struct DoorMeter: ComponentMeter {
  /// Kinds of door, which differ in what they charge for.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A REST API: requests of any size.
    case restApi
    /// An HTTP API: requests by the chunk.
    case httpApi
    /// A function URL, which costs nothing.
    case functionURL
    /// A load balancer: its time and its capacity.
    case loadBalancer
    /// Web sockets: messages by the chunk and the time of connections.
    case webSocket
  }

  /// The door's kind.
  public let kind: Kind
  /// Billed requests or messages.
  public var requests: Usage = 0
  /// Milliseconds for which a load balancer stood, or connections times the milliseconds for which they were open.
  public var milliseconds: Usage = 0
  /// Capacity used by a load balancer: millionths of an LCU-h.
  public var capacity: Usage = 0

  /// A door through which nothing came.
  public init(_ kind: Kind) { self.kind = kind }

  /// The bytes of a request or message that are billed as one; nil where size does not matter.
  ///
  /// - Source: Amazon API Gateway pricing: one for each 512 KB of an HTTP API and each 32 KB of a web socket (both unverified).
  public static func chunk(through kind: Kind) -> Int64? {
    switch kind {
    case .httpApi: 512 << 10
    case .webSocket: 32 << 10
    case .restApi, .functionURL, .loadBalancer: nil
    }
  }

  /// The requests as which one request or message is billed.
  public static func units(bytes: Int64, through kind: Kind) -> Int64 {
    chunk(through: kind).map { Chunk.units(bytes: bytes, of: $0) } ?? 1
  }

  /// Counts a request or message of so many bytes.
  public mutating func add(requestOf bytes: Int64, wasted: Bool = false) {
    requests.add(Self.units(bytes: bytes, through: kind), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    switch kind {
    case .restApi: [(.restRequests, requests)]
    case .httpApi: [(.httpRequests, requests)]
    case .functionURL: []
    case .loadBalancer: [(.balancerTime, milliseconds), (.balancerCapacity, capacity)]
    case .webSocket: [(.webSocketMessages, requests), (.webSocketConnections, milliseconds)]
    }
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: DoorMeter) {
    precondition(kind == other.kind, "a \(kind) and a \(other.kind) can't be merged")
    requests += other.requests
    milliseconds += other.milliseconds
    capacity += other.capacity
  }
}
