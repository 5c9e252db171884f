/// The requests that a service served, at the price that the scenario gives for them.
public struct ServiceMeter: Hashable, Sendable {
  /// The price of a request; nil where the service costs nothing.
  public let price: Price?
  /// Served requests.
  public var requests: Usage

  /// A service that served `requests`.
  public init(price: Price?, requests: Usage = 0) {
    precondition(price.map { $0.unit == .request } ?? true, "a service is priced by its requests")
    self.price = price
    self.requests = requests
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: ServiceMeter) {
    precondition(price == other.price, "services of different prices can't be merged")
    requests += other.requests
  }
}

extension Meter {
  /// Counts what a service served; nothing if it has no price.
  ///
  /// - Precondition: the component has no other price of its own.
  public mutating func add(_ service: ServiceMeter) {
    guard let price = service.price else { return }
    precondition(ownPrice == nil || ownPrice == price, "\(component) has two prices")
    ownPrice = price
    add(service.requests, of: .service)
  }
}
