internal import Documents

extension DoorRules {
  /// What stands for the doors of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> DoorRules {
    f.ignored("sources")
    let door = Syntax<DoorRule?>.none(or: .section(DoorRule.read))
    return DoorRules(
      httpApi: f.required("httpApi", door, "API Gateway, HTTP API; none: not offered"),
      restApi: f.required("restApi", door, "API Gateway, REST API; none: not offered"),
      functionUrl: f.required("functionUrl", door, "a function's own URL; none: not offered"),
      alb: f.required("alb", door, "Application Load Balancer; none: not offered"),
      throttle: f.required("throttle", .section(Throttle.read), "the account's limit of requests, shared by all HTTP and REST APIs"))
  }
}

extension DoorRule {
  static func read(_ f: inout Fields) -> DoorRule {
    DoorRule(
      timeout: f.required(
        "timeout", .none(or: .section(TimeoutRule.read)), "how long it waits; none: as long as what stands behind it runs"),
      payload: f.required("payload", .size(.positive), "the largest request, and the largest answer"),
      latency: f.required("latency", .durations(), "its own time for each request, half before and half after"))
  }
}

extension Throttle {
  /// `rate` and `burst`.
  static func read(_ f: inout Fields) -> Throttle {
    Throttle(
      rate: f.required("rate", .rate, "requests per second in the long run"),
      burst: f.required("burst", .count(.atLeast(1)), "requests at once, after a pause"))
  }
}
