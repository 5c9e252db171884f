/// What is said of an import: what was read, what was left out, and what was assumed.
struct AzureReport {
  private let trace: AzureTrace
  private let bound: ConcurrencyBound
  private let options: ImportOptions

  /// The report of a trace.
  init(_ trace: AzureTrace, _ bound: ConcurrencyBound, _ options: ImportOptions) {
    self.trace = trace
    self.bound = bound
    self.options = options
  }

  /// All lines.
  var lines: [String] { contents + omissions + assumptions }

  /// What was read.
  private var contents: [String] {
    let apps = Set(trace.functions.map(\.key.ofApp)).count
    let owners = Set(trace.functions.map(\.key.owner)).count
    let first = trace.firstMinute
    return [
      "\(Figures.counted(trace.functions.count, "function")) of \(Figures.counted(apps, "app")) and \(Figures.counted(owners, "owner")), "
        + "\(Figures.counted(trace.invocations, "invocation")) in minutes \(first) ... \(first + trace.minutes - 1), taken as "
        + "\(Figures.clock(trace.startMinute)) to \(Figures.clock(trace.startMinute + trace.minutes))",
      "by trigger (functions/invocations): \(triggers)",
    ]
  }

  /// Functions and invocations by trigger, in alphabetical order.
  private var triggers: String {
    var totals: [String: (functions: Int, invocations: Int)] = [:]
    for function in trace.functions {
      let trigger = function.trigger ?? "unknown"
      totals[trigger, default: (0, 0)].functions += 1
      totals[trigger, default: (0, 0)].invocations += function.total
    }
    return totals.sorted { $0.key < $1.key }
      .map { "\($0.key) \(Figures.grouped($0.value.functions))/\(Figures.grouped($0.value.invocations))" }
      .joined(separator: ", ")
  }

  /// What was left out.
  private var omissions: [String] {
    var lines: [String] = []
    if trace.idle > 0 { lines.append("left out: \(Figures.counted(trace.idle, "function")) without a single invocation") }
    if trace.unknown.functions > 0 {
      lines.append(
        "left out: \(Figures.counted(trace.unknown.functions, "function")) without a row of durations, "
          + "\(Figures.counted(trace.unknown.invocations, "invocation"))")
    }
    if trace.unselected.functions > 0 {
      lines.append(
        "not selected: \(Figures.counted(trace.unselected.functions, "function")), "
          + "\(Figures.counted(trace.unselected.invocations, "invocation"))")
    }
    if trace.unused > 0 { lines.append("passed over: \(Figures.counted(trace.unused, "row")) of durations without invocations") }
    return lines
  }

  /// What was assumed, for the terminal and the scenario's head.
  var assumptions: [String] {
    [
      "platform \(options.platform), runtime \(options.runtime), artifact \(options.artifact.yaml): assumed, the trace does not tell them"
    ] + memory + durations + [
      "timeouts: the shortest of 3, 10, 30, 60, 120, 300, 600, 900, 1800, 3600 s that is twice the longest duration, at most "
        + AzureScenarioWriter.seconds(options.limits.longestTimeout)
    ] + tooLong + [
      "cold starts come on top of these durations, which exclude them",
      "percentiles are of averages over 30 s: tails of busy functions are too thin, so do not validate a p99 against them",
      "arrivals fall uniformly at random within the minute that counts them, which is the one in which they ended",
      "triggers are labels only: every function is invoked directly",
      "account.concurrency \(Figures.grouped(bound.account)): the trace needs \(Figures.fixed(bound.mean, 1)) on average and is not expected to "
        + "need more than \(Figures.fixed(bound.busiest.rounded(.up), 0)) in its busiest minute, so that the account's limit is not what is tested",
      trace.day.map { "calendar: day \($0) of the published set, \($0 + 14) July 2019" }
        ?? "calendar: the file does not name its day; 15 July 2019, the first of the published set, is assumed",
    ]
  }

  private var memory: [String] {
    let (own, same) = (trace.gigabyteSeconds(), trace.gigabyteSeconds(memory: 512))
    let places = own < 100 ? 3 : 0
    let gigabyteSeconds = "\(Figures.fixed(own, places)) GB-s expected, \(Figures.fixed(same, places)) if all had 512 MB"
    switch options.memory {
    case .fixed(let size):
      return ["memory: \(size) MB for all (fixed): \(gigabyteSeconds)"]
    case .ceil64:
      let least = trace.functions.count { $0.memory == options.limits.smallestMemory }
      let most = trace.functions.map(\.memory).max() ?? 0
      var lines = [
        "memory: the most that the app had committed, rounded up to 64 MB, at least \(options.limits.smallestMemory) MB (ceil64): "
          + "\(Figures.counted(least, "function")) with the least, at most \(most) MB: \(gigabyteSeconds)"
      ]
      if trace.unmeasured > 0 {
        lines.append(
          "memory: \(Figures.counted(trace.unmeasured, "function")) without a row of memory got \(options.limits.smallestMemory) MB")
      }
      let clipped = trace.functions.filter { ($0.peak ?? 0) > Double(options.limits.largestMemory) }
      if !clipped.isEmpty {
        lines.append("memory: \(names(clipped)) had more committed than the platform gives and got \(options.limits.largestMemory) MB")
      }
      return lines
    }
  }

  private var durations: [String] {
    let excess = 100 * (trace.knotWork / trace.work - 1)
    var lines = [
      "durations: quantiles rescaled to each function's average; unscaled they would give \(Figures.fixed(abs(excess), 1)) % "
        + "\(excess < 0 ? "less" : "more") running time",
      "running time: \(Figures.fixed(trace.work / 1000, 0)) s expected (sum of count x average); by chance a run differs from it by "
        + "\(Figures.fixed(100 * trace.standardError, 2)) % (one standard error)",
    ]
    let raised = trace.functions.count { $0.duration.raised }
    if raised > 0 { lines.append("durations: \(Figures.counted(raised, "function")) with an average below 1 ms always take 1 ms") }
    let repaired = trace.functions.count { $0.duration.repaired }
    if repaired > 0 {
      lines.append("durations: falling percentiles of \(Figures.counted(repaired, "function")) were raised to the one before")
    }
    return lines
  }

  private var tooLong: [String] {
    let late = trace.functions.filter(\.timesOut)
    guard !late.isEmpty else { return [] }
    let cut = late.reduce(0) { $0 + Double($1.total) * $1.duration.share(above: Double($1.timeout) * 1000) }
    return [
      "timeouts: durations of \(names(late)) reach the platform's longest timeout: about \(Figures.counted(Int(cut.rounded()), "invocation")) "
        + "will time out"
    ]
  }

  /// The names of some functions, the first five of many.
  private func names(_ functions: [ImportedFunction]) -> String {
    let first = functions.prefix(5).map(\.name).joined(separator: ", ")
    return functions.count > 5 ? "\(first) and \(functions.count - 5) more" : first
  }
}
