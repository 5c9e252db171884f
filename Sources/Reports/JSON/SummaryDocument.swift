import Documents
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
    let outline = result.outline
    return JSONValue.object([
      ("schema_version", .integer(schemaVersion)),
      ("scenario", .string(outline.scenario)),
      ("platform", .string(outline.platform)),
      ("seed", .integer(outline.seed)),
      ("replications", .integer(Int64(outline.replications))),
      ("partial", .bool(outline.isPartial)),
      ("duration_s", .seconds(outline.duration)),
      ("window_from_s", .seconds(outline.window.lowerBound)),
      ("window_to_s", .seconds(outline.window.upperBound)),
      ("ended_at_s", .seconds(outline.endedAt)),
      ("events", .integer(Int64(clamping: outline.events))),
      ("objectives", .array(result.objectives.map(objective))),
      ("metrics", metrics(result.metrics)),
      ("costs", .array(result.costs.lines.map(cost))),
      ("unpriced", .array(result.costs.unpriced.map { .string($0) })),
      ("causes", .array(result.causes.map(cause))),
      ("losses", .array(result.losses.map(loss))),
    ]).pretty
  }

  private static func objective(_ verdict: ObjectiveVerdict) -> JSONValue {
    .object([
      ("expr", .string(verdict.objective.text)),
      ("pass", .bool(verdict.outcome == .pass)),
      ("advisory", .bool(verdict.objective.advisory)),
      ("value", JSONValue(verdict.figure, in: verdict.unit)),
      ("unit", .string(verdict.unit.rawValue)),
      ("held_ratio", .rounded(verdict.held)),
    ])
  }

  /// The metrics by scope type, scope and word: `{"function": {"api": {"latency": {"unit": "ms", "p50": 20}}}}`.
  private static func metrics(_ values: [MetricValue]) -> JSONValue {
    grouped(values, by: \.scopeType) { kind in
      grouped(kind, by: \.scope) { scope in
        grouped(scope, by: \.word) { metric in
          let unit = metric.first { $0.statistic != .count }?.unit ?? .count
          return .object([("unit", .string(unit.rawValue))] + metric.map { ($0.statisticWord, JSONValue($0.figure, in: $0.unit)) })
        }
      }
    }
  }

  /// An object of runs of values that share a key, in the order of their first; such values stand together.
  private static func grouped(
    _ values: some BidirectionalCollection<MetricValue>, by key: (MetricValue) -> String, _ value: (ArraySlice<MetricValue>) -> JSONValue
  ) -> JSONValue {
    var groups: [(key: String, values: [MetricValue])] = []
    var places: [String: Int] = [:]
    for value in values {
      let name = key(value)
      if let place = places[name] {
        groups[place].values.append(value)
      } else {
        places[name] = groups.count
        groups.append((name, [value]))
      }
    }
    return .object(groups.map { ($0.key, value($0.values[...])) })
  }

  private static func cost(_ line: CostLine) -> JSONValue {
    .object([
      ("component", .string(line.component)),
      ("item", .string(line.item)),
      ("quantity", JSONValue(line.quantity, in: .count)),
      ("unit", .string(line.unit)),
      ("unit_price_usd", JSONValue(line.unitPrice, in: .dollars)),
      ("cost_usd", .dollars(line.run)),
      ("cost_usd_per_month", .dollars(line.month)),
      ("wasted_usd", .dollars(line.wasted)),
      ("init_usd", .dollars(line.initialization)),
    ])
  }

  private static func cause(_ share: CauseShare) -> JSONValue {
    .object([
      ("scope_type", .string(share.subject.scopeType)),
      ("scope", .string(share.subject.name)),
      ("requests", .string(share.requests.rawValue)),
      ("cause", .string(share.cause.name)),
      ("request_count", .integer(share.count)),
      ("mean_ms", .rounded(share.mean / 1e6)),
      ("share_ratio", .rounded(share.share)),
    ])
  }

  private static func loss(_ loss: LossCount) -> JSONValue {
    .object([
      ("scope_type", .string(loss.subject.scopeType)),
      ("scope", .string(loss.subject.name)),
      ("cause", .string(loss.cause)),
      ("requests", .integer(loss.requests)),
      ("ratio", .rounded(loss.share)),
    ])
  }
}
