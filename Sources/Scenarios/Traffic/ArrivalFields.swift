internal import Documents
internal import Variates

/// The keys of a source that say when its requests arrive, which exclude each other in part.
struct ArrivalFields {
  private static let minute: Int64 = 60_000_000_000
  /// The highest rate, requests per second: time is counted in nanoseconds.
  private static let highestRate = 1e9

  static func read(_ f: inout Fields, name: String) -> Arrivals {
    let rate = f.given("rate", .rate, "open arrivals: the mean rate over the shape's period")
    let shape = f.given("shape", ShapeText.syntax, shown: "constant", "the course of the rate")
    let process = f.given("arrivals", ArrivalProcess.syntax, shown: "poisson", "how arrivals spread around the rate")
    let schedule = f.given("schedule", .schedule, "arrivals at instants of the calendar, in UTC")
    let count = f.given("count", .count(.from(1, to: 1_000_000)), shown: "1", "arrivals at each instant of the schedule")
    let trace = f.given("trace", Trace.Record.syntax(name: name), "arrivals as recorded in a file")
    let replay = f.given("replay", .factor(.positive), shown: "1x", "multiplies the trace's counts at unchanged times")
    let speed = f.given("speed", .factor(.positive), shown: "1x", "compresses the trace's time")
    let users = f.given(
      "users", .count(.from(1, to: 10_000_000)), "closed arrivals: so many callers, each of whom waits for the answer and then thinks")
    let think = f.given("think", .durations(), "how long a user thinks; needed with `users`")
    guard f.reading != nil else { return .scheduled(.rate(every: minute), count: 1) }
    partners(&f)
    let kinds = [
      rate != nil || shape != nil ? (shape == nil ? "rate" : rate == nil ? "shape" : "rate") : nil, schedule.map { _ in "schedule" },
      trace.map { _ in "trace" }, users.map { _ in "users" },
    ].compactMap { $0 }
    if kinds.count > 1 {
      f.note(
        .combination("'\(kinds[0])' and '\(kinds[1])' exclude each other", mend: "keep one of rate, schedule, trace and users"),
        key: kinds[1])
    } else if kinds.isEmpty {
      f.note(.combination("nothing says when requests arrive", mend: "give one of rate, shape, schedule, trace and users"))
    }
    if let schedule { return .scheduled(schedule, count: count ?? 1) }
    if let trace { return .trace(Trace(record: trace, replay: replay ?? 1, speed: speed ?? 1)) }
    if let users {
      if think == nil { f.note(.missingKey("think")) }
      return .users(users, think: think ?? .constant(0))
    }
    var resolver = ShapeResolver(rate: rate, duration: f.reading?.run.duration ?? 1)
    let resolved = resolver.resolve(shape ?? .constant)
    if resolver.findings.isEmpty && resolved.highest > highestRate { resolver.tooFast(highestRate) }
    for finding in resolver.findings where kinds.count == 1 { f.note(finding, value: f.has("shape") ? "shape" : "rate") }
    return .open(resolved, process ?? .poisson)
  }

  /// Keys that stand only beside another one.
  private static func partners(_ f: inout Fields) {
    for (key, others) in [
      ("arrivals", ["rate", "shape"]), ("count", ["schedule"]), ("replay", ["trace"]), ("speed", ["trace"]), ("think", ["users"]),
    ]
    where f.has(key) && !others.contains(where: { f.has($0) }) {
      f.note(.combination("'\(key)' means nothing here", mend: "it goes with '\(others[0])'"), key: key)
    }
  }
}

extension ArrivalProcess {
  /// `poisson`, `uniform`, or gamma with a coefficient of variation.
  static var syntax: Syntax<ArrivalProcess> {
    let cv = Syntax<Double>.section { $0.required("cv", .number(.positive), "coefficient of variation of the gaps") }
    let gamma = Syntax<ArrivalProcess>.oneKey([OneKey("gamma", cv.map { .gamma(cv: $0) }, "gamma-distributed gaps")])
    return .either(.plainWord(["poisson": .poisson, "uniform": .uniform]), or: gamma) { $0.entries != nil }
  }
}

extension Syntax {
  /// One of some words, each with its value.
  static func plainWord(_ words: KeyValuePairs<String, Value>) -> Syntax {
    let names = words.map(\.key)
    return Syntax(.word(names), placeholder: words[words.startIndex].value) { node, path, reading in
      guard let text = reading.text(node, path, expected: "one of \(Finding.list(names))") else { return nil }
      if let pair = words.first(where: { $0.key == text }) { return pair.value }
      reading.note(.unknownWord(text, known: names), at: node, path)
      return nil
    }
  }
}
