import Fleet
import Scenarios

extension WorkflowRecord {
  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .executions: .tally(started, of: started)
    case .succeeded: .tally(succeeded, of: started)
    case .failed: .tally(failed, of: started)
    case .timedOut: .tally(timedOut, of: started)
    case .transitions: .tally(transitions, of: transitions)
    case .throttled: .tally(throttled, of: offered)
    case .unfinished: .tally(unfinished, of: started)
    case .duration: .durations(duration, unfinished: unfinished)
    default: .missing
    }
  }
}
