import Fleet
import Scenarios

extension EventRecord {
  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .asyncReceived: .tally(received, of: received)
    case .asyncAge: .durations(age, unfinished: unfinished)
    case .asyncDropped: .tally(dropped.reduce(0, +), of: received)
    default: .missing
    }
  }
}
