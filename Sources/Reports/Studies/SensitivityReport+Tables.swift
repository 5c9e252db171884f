import Scenarios
import Statistics
import Studies

extension SensitivityReport {
  /// One row: its words, and its numbers with the unit in which they are printed.
  struct Row {
    var metric: String
    var knob: Knob
    var rank: Int
    var unit: MetricUnit
    /// Numbers by the names of their columns, in the metric's base unit; nil where they are not known.
    var numbers: [(name: String, value: Double?)]
  }

  private static let words = ["metric", "unit", "rank", "factor", "low_setting", "base_setting", "high_setting"]

  private var columns: [String] {
    switch study {
    case .tornado: ["low", "base", "high", "swing", "difference", "ci_low", "ci_high"]
    case .morris: ["mu_star", "ci_low", "ci_high", "mu", "sigma"]
    }
  }

  private var rows: [Row] {
    switch study {
    case .tornado(let study): study.tables.flatMap { Self.rows($0, study.knobs) }
    case .morris(let study): study.tables.flatMap { Self.rows($0, study.knobs) }
    }
  }

  private static func rows(_ table: TornadoStudy.Table, _ knobs: [Knob]) -> [Row] {
    table.bars.enumerated().map { rank, bar in
      Row(
        metric: table.name.text, knob: knobs[bar.knob], rank: rank + 1, unit: MetricUnit(table.name.metric, table.name.statistic),
        numbers: [
          ("low", bar.low.figure.number), ("base", table.base.figure.number), ("high", bar.high.figure.number), ("swing", bar.swing),
          ("difference", bar.difference), ("ci_low", bar.interval?.lower), ("ci_high", bar.interval?.upper),
        ])
    }
  }

  private static func rows(_ table: MorrisStudy.Table, _ knobs: [Knob]) -> [Row] {
    table.effects.enumerated().map { rank, one in
      let effect = one.effect
      return Row(
        metric: table.name.text, knob: knobs[one.knob], rank: rank + 1, unit: MetricUnit(table.name.metric, table.name.statistic),
        numbers: [
          ("mu_star", effect.size.mean), ("ci_low", effect.size.interval.lower), ("ci_high", effect.size.interval.upper),
          ("mu", effect.mean), ("sigma", effect.deviation),
        ])
    }
  }

  /// The file sensitivity.csv.
  public func csv(_ flavor: CSVFlavor) -> String {
    var writer = CSVWriter(header: Self.words + columns, flavor)
    for row in rows {
      let words = [row.metric, row.unit.rawValue, String(row.rank), row.knob.path, row.knob.low, row.knob.base, row.knob.high]
      for word in words { writer.write(.text(word)) }
      for number in row.numbers { writer.write(CSVField(intervalEnd: number.value, in: row.unit)) }
    }
    return writer.text
  }

  /// One JSON document, ending in a line break.
  public var json: String {
    var json = JSONWriter()
    json.open(.object)
    json.write("schema_version", SummaryDocument.schemaVersion)
    if case .tornado = study { json.write("method", "tornado") } else { json.write("method", "morris") }
    json.write("scenario", results.first?.outline.scenario ?? "")
    json.write("seed", results.first?.outline.seed ?? 0)
    json.write("replications", Int64(results.first?.outline.replications ?? 0))
    json.write("points", Int64(results.count))
    SummaryDocument.list("effects", rows, &json) { row, json in
      json.write("metric", row.metric)
      json.write("unit", row.unit.rawValue)
      json.write("rank", Int64(row.rank))
      json.write("factor", row.knob.path)
      json.write("low_setting", row.knob.low)
      json.write("base_setting", row.knob.base)
      json.write("high_setting", row.knob.high)
      for number in row.numbers {
        json.write(number.name, number.value.flatMap { $0.isFinite ? Figure.real($0) : nil } ?? .missing, in: row.unit)
      }
    }
    json.close(.object)
    return json.text
  }
}
