public import Studies

/// What is said of a suggested warm-up.
public enum WarmUpLines {
  /// The lines, ending in a line break.
  ///
  /// - Parameter configured: the warm-up that the scenario has, in nanoseconds.
  public static func text(_ suggestion: WarmUpSuggestion, configured: Int64) -> String {
    let count = suggestion.replications
    let how = "MSER-5 on latency and concurrency over \(count) \(count == 1 ? "replication" : "replications")"
    let lines = suggestion.series.map { series in
      "  \(series.metric.rawValue): "
        + (series.warmUp.map { Humane.duration(Double($0)) } ?? "still changing in the second half of the run")
    }
    let head =
      suggestion.warmUp.map {
        "WARM-UP  \(Humane.duration(Double($0))) suggested, \(Humane.duration(Double(configured))) deleted now  (\(how))"
      }
      ?? "WARM-UP  none can be suggested: the run is too short, or has no steady state  (\(how))"
    return ([head] + lines).map { $0 + "\n" }.joined()
  }
}
