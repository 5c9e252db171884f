import Studies

extension TerminalSummary {
  /// The functions that cost most, of equal cost those with most invocations, in this order.
  var dearest: [FunctionSummary] {
    result.functions.enumerated().sorted { left, right in
      (-left.element.monthCost, -left.element.invocations, left.offset) < (
        -right.element.monthCost, -right.element.invocations, right.offset
      )
    }.map(\.element)
  }

  /// Whether there are enough replications for intervals.
  private var hasIntervals: Bool { result.outline.replications >= FigureInterval.fewestReplications }

  var functions: [String] {
    guard !result.functions.isEmpty else { return [] }
    let cut = result.functions.count > Self.longestTable
    let shown = cut ? Array(dearest.prefix(Self.longestTable)) : result.functions
    var table = TextTable(
      header: ["FUNCTIONS", "inv/s", "cold %", "thr. %", "fail %", "p50", "p95", "p99"] + (hasIntervals ? ["± %"] : []) + [
        "conc.", "USD/month",
      ])
    for function in shown {
      let failed = Figure.real((function.errorRatio.number ?? 0) + (function.timeoutRatio.number ?? 0))
      table.rows.append(
        [
          function.name, Humane.number(function.invocationsPerSecond), Humane.percent(function.coldRatio),
          Humane.percent(function.throttleRatio), function.invocations == 0 ? "-" : Humane.percent(failed),
          Humane.figure(function.latencyP50, in: .milliseconds), Humane.figure(function.latencyP95, in: .milliseconds),
          Humane.figure(function.latencyP99, in: .milliseconds),
        ] + (hasIntervals ? [Humane.halfWidth(function.latencyP99Interval, of: function.latencyP99)] : []) + [
          Humane.figure(function.concurrencyMax, in: .count), Humane.dollars(function.monthCost),
        ])
    }
    let rest = dearest.dropFirst(Self.longestTable)
    let cost = Humane.dollars(rest.reduce(0) { $0 + $1.monthCost })
    let calls = count(rest.reduce(0) { $0 + $1.invocations })
    return table.lines(paint) + (cut ? [more(rest.count, "functions", "\(calls) invocations, \(cost) USD/month")] : [])
  }

  var traffic: [String] {
    guard !result.sources.isEmpty else { return [] }
    let busiest = result.sources.enumerated().sorted {
      (-$0.element.requests, $0.offset) < (-$1.element.requests, $1.offset)
    }.map(\.element)
    let cut = busiest.count > Self.longestTable
    var table = TextTable(header: ["TRAFFIC", "req/s", "requests", "tries", "lost %", "unfinished", "p50", "p95", "p99"])
    for source in cut ? Array(busiest.prefix(Self.longestTable)) : result.sources {
      table.rows.append([
        source.name, Humane.number(source.requestsPerSecond), count(source.requests), count(source.attempts),
        Humane.percent(source.lostRatio), count(source.unfinished), Humane.figure(source.latencyP50, in: .milliseconds),
        Humane.figure(source.latencyP95, in: .milliseconds), Humane.figure(source.latencyP99, in: .milliseconds),
      ])
    }
    let rest = busiest.dropFirst(Self.longestTable)
    let requests = count(rest.reduce(0) { $0 + $1.requests })
    return table.lines(paint) + (cut ? [more(rest.count, "sources", "\(requests) requests")] : [])
  }

  /// The line that stands for the rows that are not shown.
  func more(_ count: Int, _ what: String, _ sum: String) -> String {
    paint.dim("  and \(Humane.count(Int64(count))) more \(what) with \(sum); -o DIR writes them all")
  }
}
