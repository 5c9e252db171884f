import Fleet
import Scenarios
public import Studies

/// A result as one JSON document: `summary.json`, and what `--json` prints.
public enum SummaryDocument {
  /// The version of the document's form; it grows when a key changes its meaning or goes.
  public static let schemaVersion: Int64 = 1

  /// The document's text, ending in a line break.
  ///
  /// - Complexity: O(values).
  public static func text(_ result: StudyResult) -> String {
    var json = JSONWriter()
    json.open(.object)
    json.write("schema_version", schemaVersion)
    write(result.outline, to: &json)
    list("objectives", result.objectives, &json, write)
    write(result.metrics, to: &json)
    list("costs", result.costs.lines, &json, write)
    json.open(.list, "unpriced")
    for item in result.costs.unpriced { json.write(element: item) }
    json.close(.list)
    let replications = result.outline.replications
    list("causes", result.causes, &json) { write($0, replications, to: &$1) }
    list("losses", result.losses, &json) { write($0, replications, to: &$1) }
    json.close(.object)
    return json.text
  }

  private static func write(_ outline: RunOutline, to json: inout JSONWriter) {
    json.write("scenario", outline.scenario)
    json.write("platform", outline.platform)
    json.write("seed", outline.seed)
    json.write("replications", Int64(outline.replications))
    json.write("partial", outline.isPartial)
    json.write("duration_s", Double(outline.duration) / 1e9)
    json.write("window_from_s", Double(outline.window.lowerBound) / 1e9)
    json.write("window_to_s", Double(outline.window.upperBound) / 1e9)
    json.write("ended_at_s", Double(outline.endedAt) / 1e9)
    json.write("events", Int64(clamping: outline.events))
  }

  /// A list of objects, each written by `body`.
  static func list<Row>(_ key: String, _ rows: [Row], _ json: inout JSONWriter, _ body: (Row, inout JSONWriter) -> Void) {
    json.open(.list, key)
    for row in rows {
      json.open(.object)
      body(row, &json)
      json.close(.object)
    }
    json.close(.list)
  }

  /// An objective and what became of it.
  static func write(_ verdict: ObjectiveVerdict, to json: inout JSONWriter) {
    json.write("expr", verdict.objective.text)
    json.write("pass", verdict.outcome == .pass)
    json.write("verdict", verdict.outcome.rawValue)
    json.write("advisory", verdict.objective.advisory)
    json.write("value", verdict.figure, in: verdict.unit)
    if let interval = verdict.estimate.interval { write(interval, "interval", in: verdict.unit, to: &json) }
    json.write("unit", verdict.unit.rawValue)
    json.write("held_ratio", verdict.held)
  }

  /// The metrics by scope type, scope and word: `{"function": {"api": {"latency": {"unit": "ms", "p50": 20}}}}`.
  ///
  /// Those of one scope and word stand together in the list. Intervals stand by statistic under `intervals`.
  private static func write(_ values: [MetricValue], to json: inout JSONWriter) {
    var place: [String] = []
    var intervals: [MetricValue] = []
    json.open(.object, "metrics")
    for value in values {
      let next = [value.scopeType, value.scope, value.word]
      if next != place {
        write(intervalsOf: &intervals, to: &json)
        let shared = zip(place, next).prefix { $0 == $1 }.count
        for _ in shared..<max(shared, place.count) { json.close(.object) }
        for key in next[shared...] { json.open(.object, key) }
        json.write("unit", unit(of: value).rawValue)
        place = next
      }
      json.write(value.statisticWord, value.figure, in: value.unit)
      if value.estimate.interval != nil { intervals.append(value) }
    }
    write(intervalsOf: &intervals, to: &json)
    for _ in place { json.close(.object) }
    json.close(.object)
  }

  private static func write(intervalsOf values: inout [MetricValue], to json: inout JSONWriter) {
    guard !values.isEmpty else { return }
    json.open(.object, "intervals")
    for value in values {
      if let interval = value.estimate.interval { write(interval, value.statisticWord, in: value.unit, to: &json) }
    }
    json.close(.object)
    values = []
  }

  /// An interval; an end that is open is null.
  static func write(_ interval: FigureInterval, _ key: String, in unit: MetricUnit, to json: inout JSONWriter) {
    func end(_ value: Double) -> Figure { value.isFinite ? .real(value) : .missing }
    json.open(.object, key)
    json.write("low", end(interval.low), in: unit)
    json.write("high", end(interval.high), in: unit)
    json.write("method", interval.method.rawValue)
    json.close(.object)
  }

  /// The unit of a metric, whatever the unit of the first of its statistics.
  private static func unit(of value: MetricValue) -> MetricUnit {
    value.metric.kind == .durations ? .milliseconds : value.unit
  }

  private static func write(_ line: CostLine, to json: inout JSONWriter) {
    json.write("component", line.component)
    json.write("item", line.item)
    json.write("quantity", line.quantity, in: .count)
    json.write("unit", line.unit)
    json.write("unit_price_usd", line.unitPrice, in: .dollars)
    json.write("cost_usd", dollars: line.run)
    json.write("cost_usd_per_month", dollars: line.month)
    json.write("wasted_usd", dollars: line.wasted)
    json.write("init_usd", dollars: line.initialization)
    for kind in Waste.allCases { json.write("wasted_\(kind.rawValue)_usd", dollars: line.waste(kind).run) }
    json.write("wasted_usd_per_month", dollars: line.monthWasted)
  }

  private static func write(_ share: CauseShare, _ replications: Int, to json: inout JSONWriter) {
    json.write("scope_type", share.subject.scopeType)
    json.write("scope", share.subject.name)
    json.write("metric", share.metric.rawValue)
    json.write("requests", share.requests.rawValue)
    json.write("cause", share.cause.name)
    json.write("request_count", .perReplication(share.count, replications), in: .count)
    json.write("mean_ms", share.mean / 1e6)
    json.write("share_ratio", share.share)
  }

  private static func write(_ loss: LossCount, _ replications: Int, to json: inout JSONWriter) {
    json.write("scope_type", loss.subject.scopeType)
    json.write("scope", loss.subject.name)
    json.write("cause", loss.cause)
    json.write("requests", .perReplication(loss.requests, replications), in: .count)
    json.write("ratio", loss.share)
  }
}
