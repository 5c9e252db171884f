import Scenarios

/// The documentation of the metrics, from their definitions.
public enum MetricGuide {
  /// One row a kind of element with its metrics, then one row a metric, in Markdown.
  public static var markdown: String {
    (subjects + [""] + metrics).joined(separator: "\n") + "\n"
  }

  private static var subjects: [String] {
    func row(_ name: String, _ metrics: [Metric]) -> String {
      "| \(name) | \(metrics.map { "`\($0.rawValue)`" }.joined(separator: ", ")) |"
    }
    return ["| of | metrics |", "|---|---|"] + ElementKind.allCases.map { row("a \($0.rawValue)", Metric.all(of: $0)) }
      + [row("`all`", Metric.ofAll), row("`account`", Metric.ofAccount), row("the bill", Metric.ofCost)]
  }

  private static var metrics: [String] {
    ["| metric | statistics | is |", "|---|---|---|"]
      + Metric.allCases.map { metric in
        let words = metric.kind.statisticWords.map { "`\($0)`" }.joined(separator: ", ")
        return "| `\(metric.rawValue)` | \(words.isEmpty ? "none" : words) | \(metric.meaning) |"
      }
  }
}
