internal import Documents
internal import Variates

extension ClientSpec {
  static func read(_ f: inout Fields) -> ClientSpec {
    let timeout = f.optional("timeout", .none(or: .duration(.positive)), default: nil, shown: "none", "after which time a caller gives up")
    return ClientSpec(
      timeout: timeout, retry: f.optional("retry", .section(Retry.read), default: .none, shown: "none", "how a caller tries again"))
  }
}

extension Retry {
  static func read(_ f: inout Fields) -> Retry {
    let attempts = f.required("attempts", .count(.from(1, to: 1000)), "tries in all, the first included")
    let backoff = f.optional("backoff", Backoff.syntax, default: Backoff.none, shown: "none", "how long is waited between tries")
    let on = f.optional(
      "on", .list(.word), default: Reason.allCases, shown: "[throttle, error, timeout]", "after which outcomes it is tried again")
    return Retry(attempts: attempts, backoff: backoff, on: Set(on))
  }
}

extension Backoff {
  /// `none`, or a mapping with one key.
  static var syntax: Syntax<Backoff> {
    .word(
      "none", Backoff.none,
      or: .oneKey([
        OneKey("constant", Syntax<Distribution>.durations().map { .constant($0) }, "the same each time"),
        OneKey("exponential", capped { .exponential(base: $0, cap: $1) }, "min(cap, base · 2^(n-1)) before the n-th retry"),
        OneKey("fullJitter", capped { .fullJitter(base: $0, cap: $1) }, "uniform between 0 and the exponential"),
        OneKey("equalJitter", capped { .equalJitter(base: $0, cap: $1) }, "half of the exponential, and a uniform draw of the other half"),
        OneKey(
          "decorrelated", capped { .decorrelated(base: $0, cap: $1) }, "min(cap, uniform between base and three times the wait before)"),
      ]))
  }

  private static func capped(_ build: @escaping (Int64, Int64) -> Backoff) -> Syntax<Backoff> {
    .section { f in
      let base = f.required("base", .duration(.positive), "the first wait")
      let cap = f.optional("cap", .duration(.positive), default: Int64.max, shown: "none", "the longest wait")
      if cap < base { f.note(.combination("'cap' is below 'base'", mend: "raise it"), value: "cap") }
      return build(base, cap)
    }
  }
}
