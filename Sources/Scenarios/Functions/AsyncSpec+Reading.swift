internal import Documents

extension AsyncSpec {
  /// What holds for a function that says nothing.
  static func standard(_ rules: AsyncRules) -> AsyncSpec {
    AsyncSpec(retries: rules.retries, maximumEventAge: rules.maximumEventAge)
  }

  /// The section of a function on a platform with these rules.
  static func syntax(_ rules: AsyncRules?) -> Syntax<AsyncSpec> {
    .section { f in
      let most = rules?.retries ?? 2
      let ages = Bounds.from(Double(rules?.shortestEventAge ?? 1), to: Double(rules?.maximumEventAge ?? .max))
      let retries = f.optional(
        "retries", .count(f.reading == nil ? .notNegative : .from(0, to: Double(most))), default: most, shown: "the platform's: 2",
        "further tries after an error or timeout")
      let age = f.optional(
        "maximumEventAge", .duration(f.reading == nil ? .positive : ages), default: rules?.maximumEventAge ?? .max,
        shown: "the platform's: 6 h", "after which age an event is given up, when it would be tried again")
      func name(_ f: inout Fields, _ key: String, _ example: String, _ doc: String) -> String? {
        f.given(key, .name(example: example), shown: "none", doc)
      }
      return AsyncSpec(
        retries: retries, maximumEventAge: age,
        onFailure: name(
          &f, "onFailure", "dead", "the queue, topic, function, bus or bucket that gets a record of an event that was given up"),
        onSuccess: name(&f, "onSuccess", "done", "the queue, topic, function or bus that gets a record of an event that succeeded"),
        deadLetter: name(&f, "deadLetter", "dead", "the queue or topic that gets the event itself when it is given up"),
        recursion: f.optional(
          "recursion", .word, default: .terminate, shown: "terminate", "whether a loop of invocations is ended at the platform's limit"))
    }
  }
}
