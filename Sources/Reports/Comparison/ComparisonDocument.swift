import Scenarios
public import Studies

/// A comparison as one JSON document.
public enum ComparisonDocument {
  /// The document's text, ending in a line break.
  ///
  /// - Complexity: O(variants times metrics).
  public static func text(_ comparison: Comparison) -> String {
    var json = JSONWriter()
    let outline = comparison.results[0].outline
    json.open(.object)
    json.write("schema_version", SummaryDocument.schemaVersion)
    json.write("seed", outline.seed)
    json.write("replications", Int64(outline.replications))
    json.write("paired", comparison.isPaired)
    json.write("partial", comparison.results.contains { $0.outline.isPartial })
    json.open(.list, "variants")
    for result in comparison.results { write(result, to: &json) }
    json.close(.list)
    json.open(.list, "differences")
    for difference in comparison.differences { write(difference, to: &json) }
    json.close(.list)
    json.open(.list, "costs")
    for cost in comparison.costs { write(cost, to: &json) }
    json.close(.list)
    json.close(.object)
    return json.text
  }

  private static func write(_ result: StudyResult, to json: inout JSONWriter) {
    json.open(.object)
    json.write("variant", result.outline.variant)
    json.write("scenario", result.outline.scenario)
    json.write("seed", result.outline.seed)
    json.open(.list, "objectives")
    for verdict in result.objectives {
      json.open(.object)
      json.write("expr", verdict.objective.text)
      json.write("verdict", verdict.outcome.rawValue)
      json.write("value", verdict.figure, in: verdict.unit)
      json.write("unit", verdict.unit.rawValue)
      json.close(.object)
    }
    json.close(.list)
    json.close(.object)
  }

  private static func write(_ difference: MetricDifference, to json: inout JSONWriter) {
    let unit = difference.baseline.unit
    func end(_ value: Double?) -> Figure { value.map { $0.isFinite ? .real($0) : .missing } ?? .missing }
    json.open(.object)
    json.write("variant", difference.variant)
    json.write("scope_type", difference.baseline.scopeType)
    json.write("scope", difference.baseline.scope)
    json.write("metric", difference.baseline.word)
    json.write("stat", difference.baseline.statisticWord)
    json.write("unit", unit.rawValue)
    json.write("baseline", difference.baseline.figure, in: unit)
    json.write("candidate", difference.candidate, in: unit)
    json.write("diff", end(difference.difference), in: unit)
    json.write("diff_low", end(difference.low), in: unit)
    json.write("diff_high", end(difference.high), in: unit)
    json.write("p_value", end(difference.pValue), in: .ratio)
    json.write("verdict", difference.verdict.rawValue)
    if let method = difference.method { json.write("method", method.rawValue) }
    json.close(.object)
  }

  private static func write(_ cost: CostDifference, to json: inout JSONWriter) {
    json.open(.object)
    json.write("variant", cost.variant)
    json.write("change", cost.change.rawValue)
    json.write("component", cost.component)
    json.write("item", cost.item)
    json.write("baseline_usd_per_month", dollars: cost.baselineMonth)
    json.write("usd_per_month", dollars: cost.month)
    json.write("diff_usd_per_month", dollars: cost.difference)
    json.close(.object)
  }
}
