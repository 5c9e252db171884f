public import Variates

/// A topic: what is published to it goes to everything that subscribes.
public struct TopicSpec: Equatable, Sendable {
  /// The topic's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// Whether it keeps an order; then it delivers to FIFO queues only.
  public var kind: QueueSpec.Kind
  /// From the beginning of publishing to the handler of a function that subscribes, nanoseconds.
  public var latency: Distribution
  /// What delivers to it, in the order of the file.
  public var from: [Subscription]

  /// A topic from its parts.
  public init(name: String, label: String? = nil, kind: QueueSpec.Kind, latency: Distribution, from: [Subscription] = []) {
    self.name = name
    self.label = label
    self.kind = kind
    self.latency = latency
    self.from = from
  }
}
