import Fleet
import Scenarios

extension QueueRecord {
  /// Messages that it had to see to: those at the start and those that it took.
  var taken: Int64 { initial + accepted }

  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .accepted: .tally(accepted, of: accepted + refused)
    case .processed: .tally(processed, of: taken)
    case .messages: .level(messages)
    case .age: .durations(age, unfinished: present)
    case .deadLettered: .tally(deadLettered, of: taken)
    case .expired: .tally(expired, of: taken)
    case .receives: .tally(receives, of: receives)
    case .duplicates: .tally(duplicates, of: receives)
    case .unfinished: .tally(present, of: taken)
    default: .missing
    }
  }
}
