import Fleet
import Statistics

/// How much of the beginning of a run is warm-up, by MSER-5 on series that are averaged over the replications.
///
/// It is meant for runs in a steady state: what varies with the hour, as a day of traffic does, is no warm-up, and the rule then finds none.
public struct WarmUpSuggestion: Equatable, Sendable {
  /// What was looked at.
  public struct Series: Equatable, Sendable {
    /// The metric, of all functions.
    public var metric: SeriesMetric
    /// How long its warm-up is, in nanoseconds; nil where the run is too short to tell.
    public var warmUp: Int64?
  }

  /// How many intervals a run is looked at in.
  public static let intervals: Int64 = 500

  /// The series.
  public var series: [Series]
  /// Replications that were averaged.
  public var replications: Int

  /// The suggestion: the longest of the series'; nil where the run is too short for one of them.
  public var warmUp: Int64? {
    series.contains { $0.warmUp == nil } ? nil : series.compactMap(\.warmUp).max()
  }

  /// Reads it off a result with a time series of the whole run.
  ///
  /// - Parameters:
  ///   - result: with the series of each replication.
  ///   - duration: for how long requests arrived; what comes later is not looked at.
  /// - Complexity: O(series).
  public init(_ result: StudyResult, duration: Int64) {
    replications = result.outline.replications
    series = [SeriesMetric.latency, .concurrency].map { metric in
      let points = result.series.filter { $0.scope == "all" && $0.metric == metric && $0.at + $0.length <= duration }
      let replications = Dictionary(grouping: points, by: \.replication)
      let length = replications.values.map(\.count).min() ?? 0
      // An interval without a request has no latency: the last one that was seen stands for it.
      let values = replications.sorted { $0.key < $1.key }.map { Self.filled($0.value.prefix(length).map(\.figure.number)) }
      let mean = (0..<length).map { index in values.reduce(0) { $0 + $1[index] } / Double(values.count) }
      let truncation = MSERTruncation(mean).truncation
      return Series(metric: metric, warmUp: truncation.map { Int64($0) * (points.first?.length ?? 0) })
    }
  }

  private static func filled(_ values: [Double?]) -> [Double] {
    var last = values.lazy.compactMap(\.self).first ?? 0
    return values.map { value in
      last = value ?? last
      return last
    }
  }
}
