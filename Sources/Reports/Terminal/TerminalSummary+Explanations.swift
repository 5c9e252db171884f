import Fleet
import Scenarios
import Studies

extension TerminalSummary {
  /// What sources lost, those with most losses first.
  var losses: [String] {
    let losing = result.sources.enumerated().filter { $0.element.lost > 0 }.sorted {
      (-$0.element.lost, $0.offset) < (-$1.element.lost, $1.offset)
    }.map(\.element)
    guard !losing.isEmpty else { return [] }
    let lines = losing.prefix(Self.mostExplained).map { source in
      let causes = result.losses.filter { $0.subject == .source(source.name) }.sorted { $0.requests > $1.requests }
        .map { "\($0.cause) \(Humane.count($0.requests))" }.joined(separator: ", ")
      return wrapped("\(TextTable.shortened(source.name))  \(Humane.count(source.lost)) of \(Humane.count(source.requests)): \(causes)")
    }
    let rest = losing.dropFirst(Self.mostExplained)
    let lost = Humane.count(rest.reduce(0) { $0 + $1.lost })
    return [paint.bold("LOST")] + lines + (rest.isEmpty ? [] : [more(rest.count, "sources", "\(lost) lost requests")])
  }

  /// The bill: a month, by item, and the window.
  var cost: [String] {
    let costs = result.costs
    let items = costs.monthByItem.filter { $0.month > 0 }
    let shown = items.prefix(Self.mostExplained).map { "\($0.item) \(Humane.dollars($0.month))" }
    let others = items.dropFirst(Self.mostExplained).reduce(0) { $0 + $1.month }
    var lines = [paint.bold("COST") + "  \(Humane.dollars(costs.month)) USD/month" + (costs.hasFreeTier ? ", free tier taken off" : "")]
    if !shown.isEmpty {
      lines.append(wrapped((shown + (others > 0 ? ["other \(Humane.dollars(others))"] : [])).joined(separator: " · ")))
    }
    let waste = costs.wasted > 0 ? ", of it \(Humane.dollars(costs.wasted)) USD after callers had given up" : ""
    lines.append(wrapped("measured window \(Humane.dollars(costs.run)) USD\(waste)"))
    if !costs.unpriced.isEmpty { lines.append(wrapped(paint.yellow("without a price: \(costs.unpriced.joined(separator: ", "))"))) }
    return lines
  }

  /// Where the latency of the slowest requests went, for the functions that cost most.
  var slow: [String] {
    let slowest = result.causes.filter { $0.requests == .slowest }
    let lines = dearest.prefix(Self.mostExplained).compactMap { function -> String? in
      let causes = slowest.filter { $0.subject == .function(function.name) }.sorted { $0.spent > $1.spent }
      guard !causes.isEmpty else { return nil }
      let shares = causes.enumerated().filter { $0.offset == 0 || $0.element.share >= 0.005 }.prefix(4).map(\.element).map {
        "\(Humane.percent($0.share))% \($0.cause.name.replacing("_", with: " "))"
      }.joined(separator: ", ")
      return wrapped("\(TextTable.shortened(function.name))  \(shares)")
    }
    return lines.isEmpty ? [] : [paint.bold("WHY SLOW") + "  (requests at and above p99)"] + lines
  }

  /// An indented line, broken at spaces where it is longer than 100 columns.
  private func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if lines[lines.count - 1].count + word.count + 1 > 97 { lines.append("   ") }
      lines[lines.count - 1] += " " + word
    }
    return lines.map { " " + $0 }.joined(separator: "\n")
  }
}
