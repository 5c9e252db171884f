import Fleet
import Scenarios

extension FunctionRecord {
  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .invocations: .tally(invocations, of: offered)
    case .tasks: .tally(invocations, of: offered)
    case .throttled: .tally(throttles, of: offered)
    case .errors: .tally(errors, of: invocations)
    case .timeouts: .tally(timeouts, of: invocations)
    case .throttles: .tally(throttles, of: offered)
    case .throttleRatio: .share(throttles, of: offered)
    case .coldRatio: .share(coldStarts, of: invocations)
    case .unfinished: .tally(unfinished, of: invocations)
    case .`init`: .durations(start, unfinished: 0)
    case .duration: .durations(duration, unfinished: unfinished)
    case .latency: .durations(latency, unfinished: unfinished)
    case .concurrency: .level(concurrency)
    case .instances: .level(instances)
    case .wasted: .time(wasted)
    default: continuations.reading(of: metric)
    }
  }
}

extension ContinuationRecord {
  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    let continued = onSame + onWarm + onNew
    return switch metric {
    case .continuations: .tally(handedOn, of: handedOn)
    case .continuedSame: .tally(onSame, of: continued)
    case .continuedWarm: .tally(onWarm, of: continued)
    case .continuedNew: .tally(onNew, of: continued)
    case .savedBytes: .tally(saved, of: saved)
    case .lostPasses: .tally(passesLost, of: passesLost)
    default: .missing
    }
  }
}
