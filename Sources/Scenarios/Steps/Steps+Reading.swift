internal import Documents

extension Repetition {
  static func read(_ f: inout Fields) -> Repetition {
    let times = f.required("times", .counts, "how many times; a draw is rounded to a whole number")
    let parallel = f.given("parallel", .count(.from(1, to: 10_000)), shown: "one after another", "how many at a time at most")
    return Repetition(times: times, parallel: parallel, steps: f.required("steps", .steps, "what is done each time"))
  }
}

extension Once {
  /// A list of steps, or steps with a lifetime.
  static var syntax: Syntax<Once> {
    let plain = Syntax<[Step]>.steps.map { Once(steps: $0) }
    let section = Syntax<Once>.section { f in
      let lifetime = f.given("lifetime", .duration(.positive), shown: "as long as the instance lives", "for how long the result is kept")
      return Once(lifetime: lifetime, steps: f.required("steps", .steps, "what is done"))
    }
    return .either(plain, or: section) { $0.entries != nil }
  }
}

extension Failure {
  static func read(_ f: inout Fields) -> Failure {
    let chance = f.required("chance", .share, "the probability")
    let error = f.optional("error", .text(kind: "error name", example: "BadOrder"), default: "Error", shown: "Error", "the error's name")
    let sticky = f.optional("sticky", .flag, default: false, shown: "false", "drawn once per item, and repeated at every attempt")
    return Failure(chance: chance, error: error, sticky: sticky)
  }
}

extension PerItem {
  /// A list of steps, or steps with a number of items at a time.
  static var syntax: Syntax<PerItem> {
    let plain = Syntax<[Step]>.steps.map { PerItem(steps: $0) }
    let section = Syntax<PerItem>.section { f in
      let parallel = f.given("parallel", .count(.from(1, to: 10_000)), shown: "one after another", "how many items at a time at most")
      return PerItem(parallel: parallel, steps: f.required("steps", .steps, "what is done for one item"))
    }
    return .either(plain, or: section) { $0.entries != nil }
  }
}
