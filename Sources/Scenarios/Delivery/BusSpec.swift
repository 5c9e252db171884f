public import Variates

/// An event bus: what is emitted to it goes to every rule whose filter it matches.
public struct BusSpec: Equatable, Sendable {
  /// The bus's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// From the beginning of emitting to the handler of a function that is a target, nanoseconds.
  public var latency: Distribution
  /// A limit of deliveries, which then wait, if there is one.
  public var throttle: Throttle?
  /// What delivers to it, in the order of the file.
  public var from: [Subscription]

  /// A bus from its parts.
  public init(name: String, label: String? = nil, latency: Distribution, throttle: Throttle? = nil, from: [Subscription] = []) {
    self.name = name
    self.label = label
    self.latency = latency
    self.throttle = throttle
    self.from = from
  }
}
