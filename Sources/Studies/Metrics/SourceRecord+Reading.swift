import Fleet
import Scenarios

extension SourceRecord {
  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .requests: .tally(requests, of: requests)
    case .lost: .tally(lost.reduce(0, +), of: requests)
    case .unfinished: .tally(unfinished, of: requests)
    case .latency: .durations(latency, unfinished: unfinished)
    case .completion: .durations(completion, unfinished: unfinished)
    default: .missing
    }
  }
}
