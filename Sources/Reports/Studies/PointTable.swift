import Scenarios
import Studies

/// A terminal's table of a study's points: what is varied, what came out, and what a month costs.
struct PointTable {
  /// How much a cell says; the more as there is room.
  private enum Detail: CaseIterable {
    case interval, halfWidth, figure
  }

  /// The names of the columns that stand before the figures, and behind the cost.
  var lead: [String]
  var trail: [String] = []
  var columns: [StudyColumn]
  /// The rows: what stands before the figures, the result, and what stands behind the cost.
  var rows: [(lead: [String], result: StudyResult, trail: [String])]

  /// The lines, at most 100 columns wide if they can be.
  func lines(_ paint: Paint) -> [String] {
    let tables = Detail.allCases.map(table)
    let table = tables.first { $0.width <= TextTable.widestLine } ?? tables[tables.count - 1]
    return table.lines(paint).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func table(_ detail: Detail) -> TextTable {
    var table = TextTable(header: lead + columns.map(\.name.text) + ["USD/month"] + trail)
    table.rows = rows.map { row in
      let figures = columns.map { column in
        column.estimate(row.result).map { Self.text($0, column.unit, detail) + Self.mark(column.verdict(row.result)) } ?? "-"
      }
      let cost = row.result.monthCost.map { Self.cost($0, detail) } ?? "-"
      return row.lead + figures + [cost] + row.trail
    }
    return table
  }

  private static func text(_ estimate: Estimate, _ unit: MetricUnit, _ detail: Detail) -> String {
    let figure = Humane.figure(estimate.figure, in: unit)
    guard let interval = estimate.interval else { return figure }
    switch detail {
    case .interval: return "\(figure) \(Humane.interval(interval, in: unit))"
    case .halfWidth:
      let width = Humane.halfWidth(interval, of: estimate.figure)
      return width == "-" ? figure : "\(figure) ±\(width)%"
    case .figure: return figure
    }
  }

  private static func cost(_ estimate: Estimate, _ detail: Detail) -> String {
    let text = Self.text(estimate, .dollars, detail == .interval ? .halfWidth : detail)
    return text.replacing(" USD", with: "")
  }

  /// The mark of a verdict.
  static func mark(_ verdict: ObjectiveVerdict?) -> String {
    switch (verdict?.outcome, verdict?.objective.advisory ?? false) {
    case (nil, _): ""
    case (.pass, _): " ✓"
    case (.fail, false): " ✗"
    case (.fail, true): " !"
    case (.undecided, _): " ?"
    }
  }
}

extension TextTable {
  /// The width of its lines.
  fileprivate var width: Int {
    header.indices.reduce(0) { width, column in
      let longest = ([header] + rows).map { $0[column].count }.max() ?? 0
      return width + (column == 0 ? min(longest + 2, Self.widestName) : longest + 2)
    }
  }
}
