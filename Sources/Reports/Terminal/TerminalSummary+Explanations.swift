import Fleet
import Scenarios
import Studies

extension TerminalSummary {
  /// What sources lost, those with most losses first, and what elements other than functions refused or gave up.
  var losses: [String] {
    let losing = result.sources.enumerated().filter { $0.element.lost > 0 }.sorted {
      (-$0.element.lost, $0.offset) < (-$1.element.lost, $1.offset)
    }.map(\.element)
    let lines = losing.prefix(Self.mostExplained).map { source in
      let causes = result.losses.filter { $0.subject == .source(source.name) }
      return lossLine(source.name, source.lost, of: source.requests, causes)
    }
    let rest = losing.dropFirst(Self.mostExplained)
    let lost = count(rest.reduce(0) { $0 + $1.lost })
    let all = lines + (rest.isEmpty ? [] : [more(rest.count, "sources", "\(lost) lost requests")]) + elementLosses
    return all.isEmpty ? [] : [paint.bold("LOST")] + all
  }

  /// What elements between functions, and services, refused or gave up, in the order of the tables.
  private var elementLosses: [String] {
    var lines: [String] = []
    var rest = result.losses.filter { !$0.subject.isFunctionOrSource }[...]
    while let first = rest.first {
      let own = rest.prefix { $0.subject == first.subject }
      rest = rest.dropFirst(own.count)
      if lines.count == Self.mostExplained * 2 { return lines + [paint.dim("  and others; -o DIR writes them all")] }
      lines.append(lossLine(first.subject.name, own.reduce(0) { $0 + $1.requests }, of: first.of, Array(own)))
    }
    return lines
  }

  private func lossLine(_ name: String, _ lost: Int64, of all: Int64, _ causes: [LossCount]) -> String {
    let words = causes.sorted { $0.requests > $1.requests }.map { "\($0.cause) \(count($0.requests))" }.joined(separator: ", ")
    return wrapped("\(TextTable.shortened(name))  \(count(lost)) of \(count(all)): \(words)")
  }

  /// The bill: a month, by item, and the window.
  var cost: [String] {
    let costs = result.costs
    let items = costs.monthByItem.filter { $0.month > 0 }
    let shown = items.prefix(Self.mostExplained).map { "\($0.item) \(Humane.dollars($0.month))" }
    let others = items.dropFirst(Self.mostExplained).reduce(0) { $0 + $1.month }
    let interval = result.metrics.first { $0.metric == .monthCost && $0.subject == .cost }?.estimate.interval
    let sure = interval.map { "  " + paint.dim(Humane.interval($0, in: .dollars)) } ?? ""
    var lines = [
      paint.bold("COST") + "  \(Humane.dollars(costs.month)) USD/month\(sure)" + (costs.hasFreeTier ? ", free tier taken off" : "")
    ]
    if !shown.isEmpty {
      lines.append(wrapped((shown + (others > 0 ? ["other \(Humane.dollars(others))"] : [])).joined(separator: " · ")))
    }
    let kinds = zip(Waste.allCases, costs.monthWaste).filter { $0.1 > 0 }.map { "\(words($0)) \(Humane.dollars($1))" }
    if !kinds.isEmpty { lines.append(wrapped("wasted \(Humane.dollars(costs.monthWasted)) USD/month: \(kinds.joined(separator: ", "))")) }
    let waste = costs.wasted > 0 ? ", of it \(Humane.dollars(costs.wasted)) USD wasted" : ""
    lines.append(wrapped("measured window \(Humane.dollars(costs.run)) USD\(waste)"))
    if !costs.unpriced.isEmpty { lines.append(wrapped(paint.yellow("without a price: \(costs.unpriced.joined(separator: ", "))"))) }
    return lines
  }

  private func words(_ waste: Waste) -> String {
    switch waste {
    case .failed: "failed tries"
    case .retried: "failed retries"
    case .abandoned: "after callers had given up"
    case .idle: "empty calls"
    }
  }

  /// Where the time of the slowest requests went: of the functions that cost most, and to the completion of what sources set off.
  var slow: [String] {
    let functions = dearest.prefix(Self.mostExplained).compactMap { slowest(.function($0.name), .latency, $0.name) }
    let followed = Set(result.causes.lazy.filter { $0.requests == .slowest && $0.metric == .completion }.map(\.subject))
    let sources = result.sources.lazy.filter { followed.contains(.source($0.name)) }.prefix(Self.mostExplained)
      .compactMap { slowest(.source($0.name), .completion, "\(TextTable.shortened($0.name)) to completion") }
    let lines = functions + sources
    return lines.isEmpty ? [] : [paint.bold("WHY SLOW") + "  (requests at and above p99)"] + lines
  }

  /// The line of one subject; nil where nothing ended.
  private func slowest(_ subject: Objective.Subject, _ metric: CauseShare.Span, _ name: String) -> String? {
    let causes = result.causes.filter { $0.requests == .slowest && $0.metric == metric && $0.subject == subject }
      .sorted { $0.spent > $1.spent }
    guard !causes.isEmpty else { return nil }
    let shares = causes.enumerated().filter { $0.offset == 0 || $0.element.share >= 0.005 }.prefix(4).map(\.element).map {
      "\(Humane.percent($0.share))% \($0.cause.name.replacing("_", with: " "))"
    }.joined(separator: ", ")
    return wrapped("\(TextTable.shortened(name))  \(shares)")
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

extension Objective.Subject {
  fileprivate var isFunctionOrSource: Bool {
    if case .element(let kind, _) = self { return kind == .function || kind == .source }
    return true
  }
}
