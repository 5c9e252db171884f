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
        case (.undecided, _): paint.yellow("?")
        }
      let text = TextTable.left(TextTable.shortened(verdict.objective.text, to: 60), width)
      return "  \(mark) \(text)  \(Humane.figure(verdict.figure, in: verdict.unit))"
        + (verdict.estimate.interval.map { "  " + paint.dim(Humane.interval($0, in: verdict.unit)) } ?? "")
        + (note(on: verdict).map { "  " + paint.dim($0) } ?? "")
    }
    return [paint.bold("OBJECTIVES")] + lines
  }

  private func note(on verdict: ObjectiveVerdict) -> String? {
    let thin = verdict.isThin ? "few requests for \(verdict.objective.statistic.word)" : nil
    if verdict.outcome == .pass { return thin }
    let replications = result.outline.replications
    let held = replications > 1 ? "held in \(Int((verdict.held * Double(replications)).rounded())) of \(replications)" : nil
    let parts: [String?] =
      switch verdict.figure {
      case .above: ["among unfinished requests", held]
      case .missing: ["nothing was measured"]
      case .integer, .real, .money:

        [verdict.outcome == .undecided ? "undecided" : nil, held, thin, verdict.objective.advisory ? "advisory" : nil]
      }
    let note = parts.compactMap(\.self).joined(separator: ", ")
    return note.isEmpty ? nil : note
  }
}
