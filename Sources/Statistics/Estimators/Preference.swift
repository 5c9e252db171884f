/// Which of two values of a metric is the better one.
public enum Preference: String, Sendable, Equatable, CaseIterable {
  /// Latency, cost, losses.
  case smaller
  /// Throughput.
  case larger

  /// Whether a value is better than another; none is better than itself.
  public func prefers(_ value: Double, to other: Double) -> Bool {
    switch self {
    case .smaller: value < other
    case .larger: value > other
    }
  }
}
