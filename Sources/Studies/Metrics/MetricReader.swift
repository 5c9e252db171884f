import Fleet
import Scenarios
import Statistics

/// Reads any statistic of any metric off a run's record: the one place where the words of objectives and tables get their numbers.
struct MetricReader {
  let scenario: Scenario
  let record: RunRecord
  let costs: CostTable

  private let functionIndex: [String: Int]
  private let sourceIndex: [String: Int]

  /// - Parameters:
  ///   - scenario: the scenario that was simulated.
  ///   - record: what its run recorded, functions and sources in the scenario's order.
  ///   - costs: the bill of the run.
  init(scenario: Scenario, record: RunRecord, costs: CostTable) {
    precondition(
      record.functions.count == scenario.functions.count && record.sources.count == scenario.traffic.count,
      "\(record.functions.count) records for \(scenario.functions.count) functions, \(record.sources.count) for \(scenario.traffic.count) sources"
    )
    self.scenario = scenario
    self.record = record
    self.costs = costs
    functionIndex = Dictionary(uniqueKeysWithValues: scenario.functions.enumerated().map { ($1.name, $0) })
    sourceIndex = Dictionary(uniqueKeysWithValues: scenario.traffic.enumerated().map { ($1.name, $0) })
  }

  /// The length of the measured window, in seconds.
  var windowSeconds: Double { Double(record.window.upperBound - record.window.lowerBound) / 1e9 }

  /// Whose metrics are read: a subject with its name looked up.
  enum Scope {
    /// The function of this place in the scenario.
    case function(Int)
    /// The source of this place in the scenario.
    case source(Int)
    case account, all, cost
  }

  /// The scope of a subject; nil where the scenario does not know its name.
  func scope(of subject: Objective.Subject) -> Scope? {
    switch subject {
    case .function(let name): functionIndex[name].map { .function($0) }
    case .source(let name): sourceIndex[name].map { .source($0) }
    case .account: .account
    case .all: .all
    case .cost: .cost
    }
  }

  /// A statistic of a metric; `missing` where the run does not measure it.
  func figure(_ subject: Objective.Subject, _ metric: Metric, _ statistic: Statistic) -> Figure {
    scope(of: subject).map { figures($0, metric, [statistic])[0] } ?? .missing
  }

  /// Statistics of a metric, quantiles in ascending order; `missing` where the run does not measure one.
  ///
  /// - Complexity: O(bins) of the histogram that the metric comes from, if it comes from one.
  func figures(_ scope: Scope, _ metric: Metric, _ statistics: [Statistic]) -> [Figure] {
    if let (histogram, unfinished) = histogram(scope, metric) { return durations(histogram, statistics, unfinished: unfinished) }
    return statistics.map { plain(scope, metric, $0) }
  }

  /// Statistics of one part of a function's cold starts.
  func figures(ofFunction index: Int, part: StartPart, _ statistics: [Statistic]) -> [Figure] {
    durations(record.functions[index].startParts[Int(part.rawValue)], statistics, unfinished: 0)
  }

  /// The histogram that a metric is read off, and how many requests rank above its values.
  private func histogram(_ scope: Scope, _ metric: Metric) -> (LatencyHistogram, unfinished: Int64)? {
    switch (scope, metric) {
    case (.function(let index), .`init`): (record.functions[index].start, 0)
    case (.function(let index), .duration): (record.functions[index].duration, record.functions[index].unfinished)
    case (.function(let index), .latency): (record.functions[index].latency, record.functions[index].unfinished)
    case (.source(let index), .latency): (record.sources[index].latency, record.sources[index].unfinished)
    case (.source(let index), .completion): (record.sources[index].completion, record.sources[index].unfinished)
    default: nil
    }
  }

  private func plain(_ scope: Scope, _ metric: Metric, _ statistic: Statistic) -> Figure {
    switch (scope, metric) {
    case (.function(let index), .monthCost): .money(costs.month(of: scenario.functions[index].name))
    case (.function(let index), _): figure(record.functions[index], metric, statistic)
    case (.source(let index), _): figure(record.sources[index], metric, statistic)
    case (.account, .concurrency): level(record.accountConcurrency, statistic)
    case (.all, _): figureOfAll(metric, statistic)
    case (.cost, .runCost): .money(costs.run)
    case (.cost, .monthCost): .money(costs.month)
    case (.account, _), (.cost, _): .missing
    }
  }

  private func figure(_ function: FunctionRecord, _ metric: Metric, _ statistic: Statistic) -> Figure {
    switch metric {
    case .invocations: tally(function.invocations, of: function.offered, statistic)
    case .errors: tally(function.errors, of: function.invocations, statistic)
    case .timeouts: tally(function.timeouts, of: function.invocations, statistic)
    case .throttles: tally(function.throttles, of: function.offered, statistic)
    case .throttleRatio: .share(function.throttles, of: function.offered)
    case .coldRatio: .share(function.coldStarts, of: function.invocations)
    case .unfinished: tally(function.unfinished, of: function.invocations, statistic)
    case .concurrency: level(function.concurrency, statistic)
    case .instances: level(function.instances, statistic)
    case .wasted: .real(Double(function.wasted) / 1e9)
    default: .missing
    }
  }

  private func figure(_ source: SourceRecord, _ metric: Metric, _ statistic: Statistic) -> Figure {
    switch metric {
    case .requests: tally(source.requests, of: source.requests, statistic)
    case .lost: tally(source.lost.reduce(0, +), of: source.requests, statistic)
    case .unfinished: tally(source.unfinished, of: source.requests, statistic)
    default: .missing
    }
  }

  private func figureOfAll(_ metric: Metric, _ statistic: Statistic) -> Figure {
    func sum(_ count: (FunctionRecord) -> Int64) -> Int64 { record.functions.reduce(0) { $0 + count($1) } }
    func sourceSum(_ count: (SourceRecord) -> Int64) -> Int64 { record.sources.reduce(0) { $0 + count($1) } }
    return switch metric {
    case .requests: tally(sourceSum(\.requests), of: sourceSum(\.requests), statistic)
    case .lost: tally(sourceSum { $0.lost.reduce(0, +) }, of: sourceSum(\.requests), statistic)
    case .unfinished: tally(sourceSum(\.unfinished), of: sourceSum(\.requests), statistic)
    case .invocations: tally(sum(\.invocations), of: sum(\.offered), statistic)
    case .errors: tally(sum(\.errors), of: sum(\.invocations), statistic)
    case .timeouts: tally(sum(\.timeouts), of: sum(\.invocations), statistic)
    case .throttles: tally(sum(\.throttles), of: sum(\.offered), statistic)
    case .throttleRatio: .share(sum(\.throttles), of: sum(\.offered))
    case .coldRatio: .share(sum(\.coldStarts), of: sum(\.invocations))
    case .concurrency: level(record.accountConcurrency, statistic)
    case .instances: instancesOfAll(statistic)
    case .wasted: .real(Double(record.functions.reduce(Int128(0)) { $0 + $1.wasted }) / 1e9)
    case .`init`, .duration, .latency, .completion, .runCost, .monthCost: .missing
    }
  }

  /// Instances of all functions: their peaks lie at different times and have no sum.
  private func instancesOfAll(_ statistic: Statistic) -> Figure {
    switch statistic {
    case .mean: average(record.functions.reduce(0) { $0 + $1.instances.area })
    case .last: .integer(record.functions.reduce(0) { $0 + $1.instances.last })
    default: .missing
    }
  }

  private func tally(_ part: Int64, of whole: Int64, _ statistic: Statistic) -> Figure {
    switch statistic {
    case .count, .total, .last: .integer(part)
    case .ratio: .share(part, of: whole)
    case .mean, .maximum, .quantile: .missing
    }
  }

  /// Statistics of durations; the quantiles among them in ascending order.
  private func durations(_ histogram: LatencyHistogram, _ statistics: [Statistic], unfinished: Int64) -> [Figure] {
    let count = histogram.count
    let shares = statistics.compactMap { if case .quantile(let share) = $0 { share } else { nil } }
    let quantiles = histogram.quantiles(shares, infinite: unfinished)
    let unknown: Figure = unfinished > 0 ? .above(histogram.maximum ?? 0) : .missing
    var next = 0
    return statistics.map { statistic in
      switch statistic {
      case .count: return .integer(count)
      case .mean: return count == 0 ? .missing : .real(Double(histogram.sum) / Double(count))
      case .maximum: return unfinished > 0 ? unknown : histogram.maximum.map(Figure.integer) ?? .missing
      case .quantile:
        next += 1
        return quantiles[next - 1].map(Figure.integer) ?? unknown
      case .ratio, .total, .last: return .missing
      }
    }
  }

  private func level(_ level: LevelRecord, _ statistic: Statistic) -> Figure {
    switch statistic {
    case .mean: average(level.area)
    case .maximum: .integer(level.peak)
    case .last: .integer(level.last)
    default: .missing
    }
  }

  private func average(_ area: Int128) -> Figure {
    windowSeconds > 0 ? .real(Double(area) / 1e9 / windowSeconds) : .missing
  }
}
