import Fleet
import Scenarios
import Statistics

/// Reads off a run's record where latency went.
enum CauseList {
  /// The causes of each source, schedule and function, in the scenario's order; causes that took no time are left out.
  static func shares(_ scenario: Scenario, _ record: RunRecord) -> [CauseShare] {
    var shares: [CauseShare] = []
    for (spec, source) in zip(scenario.traffic, record.sources) { shares += self.shares(of: .source(spec.name), source) }
    for (spec, source) in zip(scenario.schedules, record.schedules) {
      shares += self.shares(of: .element(.schedule, spec.name), source)
    }
    for (spec, function) in zip(scenario.functions, record.functions) {
      shares += self.shares(.element(spec.section, spec.name), function.latency, function.causes)
    }
    return shares
  }

  /// The causes of a source's latency, and of the completion where it has causes of its own.
  private static func shares(of subject: Objective.Subject, _ source: SourceRecord) -> [CauseShare] {
    shares(subject, source.latency, source.causes)
      + (source.isFollowed ? shares(subject, source.completion, source.completionCauses, of: .completion) : [])
  }

  /// The causes of some latencies, of all and of the slowest.
  ///
  /// The slowest begin at the coarse bin of the 99th percentile, since causes are kept by coarse bin. Running is what the other
  /// causes leave of the latencies' sum.
  static func shares(
    _ subject: Objective.Subject, _ latency: LatencyHistogram, _ causes: CauseTable, of metric: CauseShare.Span = .latency
  ) -> [CauseShare] {
    guard let percentile = latency.quantile(0.99) else { return [] }
    let slowest = LatencyBins.coarse(LatencyBins.index(of: percentile))
    return [(CauseShare.Requests.all, 0), (.slowest, slowest)].flatMap { requests, first in
      let total = latency.coarseSums.reduce(Int128(0)) { $0 + ($1.bin >= first ? $1.sum : 0) }
      let count = latency.bins.reduce(Int64(0)) { $0 + (LatencyBins.coarse($1.bin) >= first ? $1.count : 0) }
      let waits = Cause.allCases.filter { $0 != .running }.map { ($0, causes.spent(on: $0, fromBin: first)) }
      let running = total - waits.reduce(0) { $0 + $1.1 }
      return ([(.running, running)] + waits).filter { $0.1 != 0 }.map { cause, spent in
        CauseShare(subject: subject, metric: metric, requests: requests, cause: cause, count: count, spent: spent, total: total)
      }
    }
  }
}
