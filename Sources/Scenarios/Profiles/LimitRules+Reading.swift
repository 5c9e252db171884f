internal import Documents
internal import Variates

extension SnapStartRule {
  static func read(_ f: inout Fields) -> SnapStartRule {
    f.ignored("sources")
    let name = Syntax<String>.text(kind: "runtime", example: "java21")
    return SnapStartRule(
      restore: f.required("restore", .durations(), "how long a restore takes"),
      runtimes: f.required("runtimes", .list(name), "the runtimes that have it"),
      maximumEphemeralStorage: f.required("ephemeralStorage", .size(), "the largest temporary disk with it"),
      billedAtLeast: f.required("billedAtLeast", .duration(), "for how long at least a snapshot is billed"),
      free: f.required("free", .list(name), "the runtimes for which it costs nothing"))
  }
}

extension ProvisionedRule {
  static func read(_ f: inout Fields) -> ProvisionedRule {
    f.ignored("sources")
    let tracking = Syntax<(Int64, Int64)>.section { f in
      (
        f.required("scaleOutAfter", .duration(), "above the target for so long"),
        f.required("scaleInAfter", .duration(), "below the target for so long")
      )
    }
    let delay = f.required("delay", .durations(), "until allocation begins")
    let perMinute = f.required("perMinute", .count(.atLeast(1)), "instances allocated per minute")
    let (out, into) = f.required("tracking", tracking, "when target tracking acts")
    return ProvisionedRule(
      delay: delay, perMinute: perMinute, scaleOutAfter: out, scaleInAfter: into,
      billedPer: f.required("billedPer", .duration(.positive), "billed in multiples of it, rounded up"))
  }
}

extension ConcurrencyRule {
  static func read(_ f: inout Fields) -> ConcurrencyRule {
    f.ignored("sources")
    return ConcurrencyRule(
      account: f.required("account", .none(or: .count()), "the account's concurrency by default"),
      unreservedFloor: f.required("unreservedFloor", .count(), "what reservations must leave"),
      requestsPerUnit: f.required("requestsPerSecond", .none(or: .count(.atLeast(1))), "for each unit of concurrency"),
      perFunction: f.required("perFunction", .none(or: .count(.atLeast(1))), "instances of one function at most"))
  }
}

extension ScalingRule {
  /// `none`, or a bucket of tokens for each function or for the account.
  static var syntax: Syntax<ScalingRule> {
    .word("none", .unlimited, or: .section(read))
  }

  /// Whose bucket it is.
  private enum Scope: String, CaseIterable {
    case function
    case account
  }

  private static func read(_ f: inout Fields) -> ScalingRule {
    f.ignored("sources")
    let scope = f.required("scope", .word as Syntax<Scope>, "whether each function has a bucket, or the account one")
    let bucket = TokenBucket(
      burst: f.required("burst", .count(.from(1, to: 500_000)), "instances that may start at once"),
      refill: f.required("refill", .count(.atLeast(1)), "instances added in every period"),
      every: f.required("every", .duration(.from(1, to: 3.6e12)), "the period"),
      manner: f.required("manner", .word, "one by one over the period, or all at its end"))
    return scope == .function ? .perFunction(bucket) : .perAccount(bucket)
  }
}

extension AtLimitRule {
  /// `throttle`, or a queue with a time limit.
  static var syntax: Syntax<AtLimitRule> {
    let limit = Syntax<Int64>.section { $0.required("upTo", .duration(.positive), "for how long it waits, then it is refused") }
    let queue = Syntax<AtLimitRule>.section { f in .queue(upTo: f.required("queue", limit, "it waits for an instance")) }
    return .word("throttle", .throttle, or: queue)
  }
}
