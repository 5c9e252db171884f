import Fleet
import Scenarios

/// One figure of one interval of simulated time.
public struct SeriesPoint: Equatable, Sendable {
  /// The replication, from 0 on.
  public var replication: Int
  /// When the interval begins, in nanoseconds of the run.
  public var at: Int64
  /// How long it is, in nanoseconds.
  public var length: Int64
  /// The function or other element that the figure belongs to, or `all`.
  public var scope: String
  /// What it is.
  public var metric: SeriesMetric
  /// The figure, durations in nanoseconds.
  public var figure: Figure
}

/// What is followed over time; the raw value is the word in tables.
public enum SeriesMetric: String, Equatable, Sendable, CaseIterable {
  /// Requests that arrived in the interval, refused ones among them.
  case requests
  /// Of these, requests that were throttled.
  case throttles
  /// Of these, requests that ended with an error or a timeout.
  case failures
  /// Of these, requests that waited for a new instance.
  case coldStarts = "cold_starts"
  /// Mean latency of those that ended.
  case latency
  /// Mean concurrency over the interval.
  case concurrency
  /// Mean number of messages that waited in a queue over the interval.
  case messages
  /// Mean number of a service's busy connections over the interval.
  case connections

  /// What is followed of functions.
  static let ofFunctions: [SeriesMetric] = [.requests, .throttles, .failures, .coldStarts, .latency, .concurrency]

  /// The unit in which it is printed.
  public var unit: MetricUnit { self == .latency ? .milliseconds : .count }
}

/// Turns a run's series into rows.
enum SeriesList {
  /// The rows of one replication interval by interval: `all` first, then each function, queue and service in the scenario's order.
  ///
  /// - Complexity: O(intervals times functions).
  static func points(_ scenario: Scenario, _ record: RunRecord, replication: Int) -> [SeriesPoint] {
    guard let series = record.series else { return [] }
    let levels =
      zip(scenario.queues.map(\.name), series.queues).map { ($0, SeriesMetric.messages, $1.intervals) }
      + zip(scenario.services.map(\.name), series.services).map { ($0, .connections, $1.intervals) }
    let intervals = (series.functions.map(\.count) + levels.map(\.2.count)).max() ?? 0
    var points: [SeriesPoint] = []
    points.reserveCapacity(intervals * ((series.functions.count + 1) * SeriesMetric.ofFunctions.count + levels.count))
    for index in 0..<intervals {
      let at = Int64(index) * series.every
      let length = max(1, min(series.every, record.endedAt - at))
      let cells = series.functions.map { index < $0.count ? $0[index] : SeriesRecord.Interval() }
      points += rows(
        "all", cells.prefix(scenario.first(of: .container)).reduce(into: SeriesRecord.Interval(), add), at, length, replication)
      for (spec, cell) in zip(scenario.functions, cells) { points += rows(spec.name, cell, at, length, replication) }
      for (name, metric, areas) in levels {
        let figure = Figure.real(index < areas.count ? Double(areas[index]) / Double(length) : 0)
        points.append(SeriesPoint(replication: replication, at: at, length: length, scope: name, metric: metric, figure: figure))
      }
    }
    return points
  }

  private static func add(_ sum: inout SeriesRecord.Interval, _ cell: SeriesRecord.Interval) {
    sum.requests += cell.requests
    sum.throttles += cell.throttles
    sum.failures += cell.failures
    sum.coldStarts += cell.coldStarts
    sum.latencySum += cell.latencySum
    sum.ended += cell.ended
    sum.concurrencyArea += cell.concurrencyArea
  }

  private static func rows(
    _ scope: String, _ cell: SeriesRecord.Interval, _ at: Int64, _ length: Int64, _ replication: Int
  ) -> [SeriesPoint] {
    SeriesMetric.ofFunctions.map { metric in
      let figure: Figure =
        switch metric {
        case .requests: .integer(cell.requests)
        case .throttles: .integer(cell.throttles)
        case .failures: .integer(cell.failures)
        case .coldStarts: .integer(cell.coldStarts)
        case .latency: cell.ended == 0 ? .missing : .real(Double(cell.latencySum) / Double(cell.ended))
        case .concurrency: .real(Double(cell.concurrencyArea) / Double(length))
        case .messages, .connections: .missing
        }
      return SeriesPoint(replication: replication, at: at, length: length, scope: scope, metric: metric, figure: figure)
    }
  }
}
