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
      "\(record.functions.count) records for \(scenario.functions.count) functions, \(record.sources.count) for \(scenario.traffic.count) sources")
    self.scenario = scenario
    self.record = record
    self.costs = costs
    functionIndex = Dictionary(uniqueKeysWithValues: scenario.functions.enumerated().map { ($1.name, $0) })
    sourceIndex = Dictionary(uniqueKeysWithValues: scenario.traffic.enumerated().map { ($1.name, $0) })
  }

  /// The length of the measured window, in seconds.
  var windowSeconds: Double { Double(record.window.upperBound - record.window.lowerBound) / 1e9 }

  /// Statistics of a metric; `missing` where the run does not measure one.
  ///
  /// - Complexity: O(bins) of the histogram that the metric comes from, if it comes from one.
  func figures(_ subject: Objective.Subject, _ metric: Metric, _ statistics: [Statistic]) -> [Figure] {
    if let (histogram, unfinished) = histogram(subject, metric) { return durations(histogram, statistics, unfinished: unfinished) }
    return statistics.map { plain(subject, metric, $0) }
  }

  /// A statistic of a metric; `missing` where the run does not measure it.
  func figure(_ subject: Objective.Subject, _ metric: Metric, _ statistic: Statistic) -> Figure {
    figures(subject, metric, [statistic])[0]
  }

  /// Statistics of one part of a function's cold starts.
  func figures(ofFunction name: String, part: StartPart, _ statistics: [Statistic]) -> [Figure] {
    guard let index = functionIndex[name] else { return statistics.map { _ in .missing } }
    return durations(record.functions[index].startParts[Int(part.rawValue)], statistics, unfinished: 0)
  }

  /// The histogram that a metric is read off, and how many requests rank above its values.
  private func histogram(_ subject: Objective.Subject, _ metric: Metric) -> (LatencyHistogram, unfinished: Int64)? {
    switch subject {
    case .function(let name):
      guard let function = functionIndex[name].map({ record.functions[$0] }) else { return nil }
      switch metric {
      case .`init`: return (function.start, 0)
      case .duration: return (function.duration, function.unfinished)
      case .latency: return (function.latency, function.unfinished)
      default: return nil
      }
    case .source(let name):
      guard let source = sourceIndex[name].map({ record.sources[$0] }) else { return nil }
      switch metric {
      case .latency: return (source.latency, source.unfinished)
      case .completion: return (source.completion, source.unfinished)
      default: return nil
      }
    case .account, .all, .cost: return nil
    }
  }

  private func plain(_ subject: Objective.Subject, _ metric: Metric, _ statistic: Statistic) -> Figure {
    switch subject {
    case .function(let name):
      guard let index = functionIndex[name] else { return .missing }
      if metric == .monthCost { return .money(costs.month(of: name)) }
      return figure(record.functions[index], metric, statistic)
    case .source(let name):
      guard let index = sourceIndex[name] else { return .missing }
      return figure(record.sources[index], metric, statistic)
    case .account:
      return metric == .concurrency ? level(record.accountConcurrency, statistic) : .missing
    case .all:
      return figureOfAll(metric, statistic)
    case .cost:
      if metric == .runCost { return .money(costs.run) }
      return metric == .monthCost ? .money(costs.month) : .missing
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
    case .instances: statistic == .mean ? average(record.functions.reduce(0) { $0 + $1.instances.area }) : .missing
    case .wasted: .real(Double(record.functions.reduce(Int128(0)) { $0 + $1.wasted }) / 1e9)
    case .`init`, .duration, .latency, .completion, .runCost, .monthCost: .missing
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
    let shares = statistics.compactMap { if case .quantile(let share) = $0 { share } else { nil } }
    var quantiles = histogram.quantiles(shares, infinite: unfinished)[...]
    let unknown: Figure = unfinished > 0 ? .above(histogram.maximum ?? 0) : .missing
    return statistics.map { statistic in
      switch statistic {
      case .count: .integer(histogram.count)
      case .mean: histogram.mean.map(Figure.real) ?? .missing
      case .maximum: unfinished > 0 ? unknown : histogram.maximum.map(Figure.integer) ?? .missing
      case .quantile: quantiles.removeFirst().map(Figure.integer) ?? unknown
      case .ratio, .total, .last: .missing
      }
    }
  }

  private func level(_ level: LevelRecord, _ statistic: Statistic) -> Figure {
    switch statistic {
    case .mean: average(level.area)
    case .maximum: .integer(level.peak)
    default: .missing
    }
  }

  private func average(_ area: Int128) -> Figure {
    windowSeconds > 0 ? .real(Double(area) / 1e9 / windowSeconds) : .missing
  }
}
