import Scenarios
import Statistics
public import Studies

/// Which knob matters, as text for people, CSV and JSON.
public struct SensitivityReport: Sendable {
  /// How knobs were turned.
  public enum Study: Sendable {
    /// One at a time.
    case tornado(TornadoStudy)
    /// On random walks.
    case morris(MorrisStudy)
  }

  let study: Study
  let results: [StudyResult]

  /// A report on a study and the results of its points.
  public init(_ study: Study, _ results: [StudyResult]) { (self.study, self.results) = (study, results) }

  /// Tables for the terminal, one a metric.
  public func text(_ paint: Paint) -> String {
    let head = StudyHead.line(results, "\(results.count) points", isPartial: false, paint)
    let (tables, unknown): ([[String]], [MetricName]) =
      switch study {
      case .tornado(let study): (study.tables.map { Self.lines($0, study.knobs, paint) }, study.unknown)
      case .morris(let study): (study.tables.map { Self.lines($0, study.knobs, paint) }, study.unknown)
      }
    let notes = unknown.isEmpty ? [] : [unknown.map { "\($0.text) could not be measured at every point" }]
    return ([[head]] + tables + notes).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ table: TornadoStudy.Table, _ knobs: [Knob], _ paint: Paint) -> [String] {
    let unit = MetricUnit(table.name.metric, table.name.statistic)
    let labels = FactorLabels.labels(knobs.map(\.path))
    let widest = table.bars.first?.swing ?? 0
    var text = TextTable(header: [table.name.text, "low..high", "low", "high", "difference", ""])
    text.rows = table.bars.map { bar in
      let knob = knobs[bar.knob]
      let interval = bar.interval.map { " ±" + signed($0.halfWidth, unit) } ?? ""
      return [
        labels[bar.knob], "\(knob.low)..\(knob.high)", Humane.figure(bar.low.figure, in: unit), Humane.figure(bar.high.figure, in: unit),
        (bar.difference.map { signed($0, unit) } ?? "-") + interval, TextTable.left(Self.bar(bar.swing, of: widest), 12),
      ]
    }
    return trimmed(text.lines(paint)) + ["  as it is: \(Humane.figure(table.base.figure, in: unit))"]
  }

  private static func lines(_ table: MorrisStudy.Table, _ knobs: [Knob], _ paint: Paint) -> [String] {
    let unit = MetricUnit(table.name.metric, table.name.statistic)
    let labels = FactorLabels.labels(knobs.map(\.path))
    let widest = table.effects.first?.effect.size.mean ?? 0
    var text = TextTable(header: [table.name.text, "low..high", "μ*", "μ", "σ", ""])
    text.rows = table.effects.map { knob, effect in
      let reach = effect.size.halfWidth.isFinite ? " ±" + signed(effect.size.halfWidth, unit) : ""
      return [
        labels[knob], "\(knobs[knob].low)..\(knobs[knob].high)", signed(effect.size.mean, unit) + reach, signed(effect.mean, unit),
        signed(effect.deviation, unit), TextTable.left(bar(effect.size.mean, of: widest), 12),
      ]
    }
    return trimmed(text.lines(paint))
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A difference with its sign.
  private static func signed(_ value: Double, _ unit: MetricUnit) -> String {
    (value < 0 ? "-" : "") + Humane.figure(.real(abs(value)), in: unit)
  }

  private static func bar(_ swing: Double, of widest: Double) -> String {
    guard swing > 0, widest > 0 else { return "" }
    let share = widest.isInfinite ? (swing.isInfinite ? 1 : 0) : swing / widest
    return String(repeating: "█", count: Int((share * 12).rounded(.up)))
  }
}
