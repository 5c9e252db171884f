import Fleet
import Scenarios
import Studies

extension TerminalSummary {
  var objectives: [String] {
    guard !result.objectives.isEmpty else { return [] }
    let width = min(60, result.objectives.map(\.objective.text.count).max() ?? 0)
    let lines = result.objectives.map { verdict in
      let mark =
        switch (verdict.outcome, verdict.objective.advisory) {
        case (.pass, _): paint.green("✓")
        case (.fail, false): paint.red("✗")
        case (.fail, true): paint.yellow("!")
        }
      let text = TextTable.left(TextTable.shortened(verdict.objective.text, to: 60), width)
      return "  \(mark) \(text)  \(Humane.figure(verdict.figure, in: verdict.unit))"
        + (note(on: verdict).map { "  " + paint.dim($0) } ?? "")
    }
    return [paint.bold("OBJECTIVES")] + lines
  }

  private func note(on verdict: ObjectiveVerdict) -> String? {
    if verdict.outcome == .pass { return nil }
    switch verdict.figure {
    case .above: return "among unfinished requests"
    case .missing: return "nothing was measured"
    case .integer, .real, .money: return verdict.objective.advisory ? "advisory" : nil
    }
  }
}
