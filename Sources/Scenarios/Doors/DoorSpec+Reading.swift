internal import Documents

extension DoorSpec {
  /// The section of one door.
  static func syntax(name: String) -> Syntax<DoorSpec> {
    .section { f in
      let rules = f.profile.doors ?? .blank
      let label = f.given("label", .text(example: "Shop's API"), "a free text beside the name")
      let kind = f.required("kind", .word as Syntax<Kind>, "what it is on the platform")
      let rule = rules.rule(kind) ?? Fields.standard(DoorRule.read)
      if f.reading != nil, f.profile.doors != nil, rules.rule(kind) == nil {
        f.note(.elementUnavailable("kind: \(kind.rawValue)"), value: "kind")
      }
      let to = f.required("to", .name(example: "receive"), "the function or service behind it")
      let timeout = f.given(
        "timeout", .duration(.positive), shown: "httpApi 30 s, restApi 29 s, alb 60 s, functionUrl none",
        "after which time it gives up on what stands behind it; the platform has a maximum")
      if f.reading != nil, let timeout, let limit = rule.timeout, timeout > limit.maximum {
        f.note(.timeout(timeout, maximum: limit.maximum), value: "timeout")
      }
      let throttle = f.given(
        "throttle", .section(Throttle.read), shown: "none", "its own limit of requests, before that which APIs of an account share")
      let latency = f.optional(
        "latency", .durations(), default: rule.latency, shown: "the platform's, by kind",
        "its own time for each request, half before and half after")
      return DoorSpec(
        name: name, label: label, kind: kind, to: to, timeout: timeout ?? rule.timeout?.standard, throttle: throttle, latency: latency)
    }
  }
}
