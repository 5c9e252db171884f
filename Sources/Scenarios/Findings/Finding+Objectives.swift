internal import Documents

extension Finding {
  static func objectiveText(_ text: String) -> Finding {
    Finding(
      .objectiveText, "'\(clipped(text))' is no objective",
      mend: "write name.metric.stat < value, as receive.latency.p99 < 300 ms, or within a tolerance, as jobs.age.max within 2% of 10 min")
  }

  static func metricText(_ text: String) -> Finding {
    Finding(.objectiveText, "'\(clipped(text))' is no metric", mend: "write name.metric.stat, as receive.latency.p99 or cost.month")
  }

  static func unknownSubject(_ name: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: known)
    return Finding(.unknownSubject, "nothing has the name '\(clipped(name))'", mend: nearest.map { "did you mean '\($0)'?" })
  }

  static func unknownMetric(_ word: String, of name: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: word, among: known)
    return Finding(
      .unknownMetric, "'\(name)' has no metric '\(clipped(word))'", mend: nearest.map { "did you mean '\($0)'?" } ?? "it has \(list(known))"
    )
  }

  static func unknownStatistic(_ word: String, of metric: Metric, but refused: String? = nil) -> Finding {
    let words = metric.kind.statisticWords.filter { $0 != refused }
    let known = words.isEmpty ? "it has none" : "it has \(list(words))"
    if word.isEmpty { return Finding(.unknownStatistic, "'\(metric.rawValue)' needs a statistic", mend: known) }
    return Finding(.unknownStatistic, "'\(metric.rawValue)' has no statistic '\(clipped(word))'", mend: known)
  }

  static func objectiveValue(_ text: String, of metric: Metric, _ statistic: Statistic) -> Finding {
    let example = statistic == .ratio ? Metric.throttleRatio.exampleValue : statistic == .count ? "100" : metric.exampleValue
    return Finding(.objectiveValue, "'\(clipped(text))' is no value of '\(metric.rawValue)'", mend: "write it as \(example)")
  }
}
