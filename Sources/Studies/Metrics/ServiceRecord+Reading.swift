import Fleet
import Scenarios

extension ServiceRecord {
  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .offered: .tally(offered, of: offered)
    case .served: .tally(served, of: offered)
    case .rejected: .tally(rejected.reduce(0, +), of: offered)
    case .errors: .tally(errors, of: offered)
    case .stalled: .tally(stalled, of: offered)
    case .unfinished: .tally(present, of: offered)
    case .connections: .level(connections)
    case .overLimit: .time(Int128(over))
    default: .missing
    }
  }
}
