import Fleet
import Scenarios

extension DoorRecord {
  /// Requests that a limit of doors refused.
  var allThrottled: Int64 { throttled + throttledByAccount }

  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .requests: .tally(requests, of: requests)
    case .throttled: .tally(allThrottled, of: requests)
    case .errors: .tally(errors, of: requests)
    case .timeouts: .tally(timeouts, of: requests)
    case .unfinished: .tally(unfinished, of: requests)
    case .latency: .durations(latency, unfinished: unfinished)
    default: .missing
    }
  }
}
