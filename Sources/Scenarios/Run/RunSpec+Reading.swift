internal import Documents

extension RunSpec {
  static func read(_ f: inout Fields) -> RunSpec {
    let start = f.optional(
      "start", .instant, default: Instant(nanoseconds: 1_767_571_200_000_000_000), shown: "2026-01-05T00:00:00Z",
      "gives schedules and weekly shapes their calendar (a Monday)")
    let duration = f.required("duration", .duration(.positive), "for how long requests arrive")
    let warmUp = f.optional("warmUp", .duration(), default: 0, shown: "0 s", "what arrives before it is not measured")
    let limit = Syntax<Int64>.section { $0.required("upTo", .duration(), "for how long at most") }
    let drain = f.optional("drain", .none(or: limit), default: nil, shown: "none", "whether the run goes on until all requests have ended")
    let replications = f.optional(
      "replications", Replications.syntax, default: .automatic, shown: "auto",
      "how many independent runs; `auto`: ten or more, as many as the objectives need")
    let seed = f.optional("seed", .count(.from(0, to: 9_007_199_254_740_991)), default: 1, shown: "1", "the seed of all draws")
    if warmUp >= duration, f.has("warmUp"), f.has("duration") { f.note(.warmUpTooLong, value: "warmUp") }
    return RunSpec(start: start, duration: duration, warmUp: warmUp, drain: drain, replications: replications, seed: Int64(seed))
  }
}

extension RunSpec.Replications {
  /// `auto`, or a number.
  static var syntax: Syntax<RunSpec.Replications> {
    .word("auto", .automatic, or: Syntax<Int>.count(.from(1, to: 10_000)).map { .fixed($0) })
  }
}

extension AccountSpec {
  static func read(_ f: inout Fields) -> AccountSpec {
    let concurrency =
      f.given("concurrency", .count(), shown: "the platform's", "the account's concurrency limit") ?? f.profile.concurrency.account
    let usedElsewhere = f.optional("usedElsewhere", .count(), default: 0, shown: "0", "how much of it other fleets use all the time")
    if let concurrency, usedElsewhere > concurrency { f.note(.usedElsewhere(usedElsewhere, of: concurrency), value: "usedElsewhere") }
    return AccountSpec(concurrency: concurrency, usedElsewhere: usedElsewhere)
  }
}
