internal import Documents

extension SDKRules {
  static func read(_ f: inout Fields) -> SDKRules {
    f.ignored("sources")
    return SDKRules(
      epoch: f.required("epoch", .word, "by which constants a function's SDK tries again that says nothing"),
      languages: f.required("languages", Language.syntax, "the defaults of each language"),
      legacy: f.required("legacy", .section(Trying.read), "how the mode `legacy` tries again"),
      classic: f.required("classic", .section(Trying.read), "how the other modes try again"),
      renewed: f.required("renewed", .section(Trying.read), "how the other modes try again, as renewed in 2026"),
      adaptive: f.required("adaptive", .section(Adaptive.read), "the rate of the mode `adaptive`"))
  }
}

extension SDKRules.Language {
  /// A mapping from languages to their defaults.
  static var syntax: Syntax<[Self]> {
    let language = Syntax<Self>.section { f in
      Self(
        name: "", mode: f.required("mode", .word, "how it tries again"),
        attempts: f.required("attempts", .count(.from(1, to: 1000)), "tries in all"),
        timeout: f.required("timeout", .none(or: .duration(.positive)), "after which time it gives up waiting"),
        throttle: f.given("throttle", .duration(.positive), shown: "the mode's", "the first wait at most, after a throttle"),
        transient: f.given("transient", .duration(.positive), shown: "the mode's", "the first wait at most, after another error"))
    }
    return Syntax(.map(keys: "language", language.form()), placeholder: []) { node, path, reading in
      reading.mapping(node, path)?.filter { $0.key != "sources" }.map { entry in
        var value = language.read(entry.value, .key(path, entry.key), reading) ?? language.placeholder()
        value.name = entry.key
        return value
      }
    }
  }
}

extension SDKRules.Trying {
  static func read(_ f: inout Fields) -> Self {
    f.ignored("sources")
    return Self(
      attempts: f.required("attempts", .count(.from(1, to: 1000)), "tries in all, where a function names the mode"),
      throttle: f.required("throttle", .duration(.positive), "the first wait at most, after a throttle"),
      transient: f.required("transient", .duration(.positive), "the first wait at most, after another error"),
      cap: f.required("cap", .none(or: .duration(.positive)), "the longest wait"),
      quota: f.required("quota", .none(or: .section(SDKRules.Quota.read)), "how many retries are allowed"))
  }
}

extension SDKRules.Quota {
  static func read(_ f: inout Fields) -> Self {
    f.ignored("sources")
    return Self(
      capacity: f.required("capacity", .count(), "tokens for retries"),
      throttle: f.required("throttle", .count(), "what a retry after a throttle takes, until it succeeds"),
      transient: f.required("transient", .count(), "what a retry after another error takes"),
      timeout: f.required("timeout", .count(), "what a retry after a timeout takes"),
      success: f.required("success", .count(), "what a success at the first try adds"))
  }
}

extension SDKRules.Adaptive {
  static func read(_ f: inout Fields) -> Self {
    f.ignored("sources")
    return Self(
      beta: f.required("beta", .number(.from(0, to: 1)), "what is left of the rate after a throttle"),
      scale: f.required("scale", .number(.positive), "the factor of the cubic growth"),
      smoothing: f.required("smoothing", .number(.from(0, to: 1)), "the weight of the newest measurement of the rate"),
      window: f.required("window", .duration(.positive), "over which time the rate is measured"),
      lowest: f.required("lowest", .real(.rate, .positive), "the lowest rate"),
      highest: f.required("highest", .factor(.positive), "the highest rate, as a multiple of the measured one"))
  }
}
