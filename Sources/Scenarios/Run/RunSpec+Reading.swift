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
      "replications", Replications.syntax, default: .automatic, shown: "auto", "how many independent runs; `auto` means one for now")
    let seed = f.optional("seed", .count(.from(0, to: 9_007_199_254_740_991)), default: 1, shown: "1", "the seed of all draws")
    if warmUp >= duration, f.has("warmUp"), f.has("duration") { f.note(.warmUpTooLong, value: "warmUp") }
    return RunSpec(start: start, duration: duration, warmUp: warmUp, drain: drain, replications: replications, seed: Int64(seed))
  }
}

extension RunSpec.Replications {
  /// `auto`, or 1.
  static var syntax: Syntax<RunSpec.Replications> {
    let number = Syntax<Int>.count(.atLeast(1))
    let fixed = Syntax<RunSpec.Replications>(.integer(.from(1, to: 1)), placeholder: .automatic) { node, path, reading in
      guard let count = number.read(node, path, reading) else { return nil }
      if count == 1 { return .fixed(1) }
      reading.note(.notSupportedValue("more than one replication", instead: "write 1 or auto"), at: node, path)
      return nil
    }
    return .word("auto", .automatic, or: fixed)
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
