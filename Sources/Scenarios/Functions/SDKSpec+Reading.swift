internal import Documents

extension SDKSpec {
  /// What the SDK of a language does where a function says nothing; nil where the platform or the language has none.
  static func standard(_ rules: SDKRules?, language: String?) -> SDKSpec? {
    guard let rules, let language, let own = rules.language(language) else { return nil }
    return SDKSpec(
      mode: own.mode, attempts: own.attempts, timeout: own.timeout, epoch: rules.epoch,
      trying: rules.trying(own.mode, rules.epoch, language: own))
  }

  /// The section of a function in a language.
  static func syntax(_ rules: SDKRules?, language: String?) -> Syntax<SDKSpec> {
    .section { f in
      let own = language.flatMap { rules?.language($0) }
      let mode = f.optional("mode", .word, default: own?.mode ?? .standard, shown: "the language's", "how it tries again")
      let epoch = f.optional(
        "epoch", .word, default: rules?.epoch ?? .classic, shown: "the platform's: classic", "by which constants: of old, or of 2026")
      let trying = rules?.trying(mode, epoch, language: own) ?? .once
      return SDKSpec(
        mode: mode,
        attempts: f.optional(
          "attempts", .count(.from(1, to: 1000)), default: mode == own?.mode ? own?.attempts ?? trying.attempts : trying.attempts,
          shown: "the language's", "tries in all"),
        timeout: f.optional(
          "timeout", .none(or: .duration(.positive)), default: own?.timeout, shown: "the language's",
          "after which time it gives up waiting for an answer"),
        epoch: epoch, trying: trying)
    }
  }
}
