internal import Documents
internal import Variates

extension ColdStartRule {
  /// Placement, fetch and noise; the rest stands in sections of its own.
  static func readParts(_ f: inout Fields) -> ColdStartRule {
    f.ignored("sources")
    var rule = PlatformProfile.blank.coldStart
    rule.placement = f.required("placement", .durations(), "finding a place and starting the sandbox")
    (rule.zipFetch, rule.imageFetch) = f.required("fetch", .section(readFetch), "fetching the artifact")
    rule.transferSigma = f.required("noise", .number(.notNegative), "sigma of one lognormal factor of median 1, common to fetch and load")
    return rule
  }

  private static func readFetch(_ f: inout Fields) -> (ZipFetch, ImageFetch) {
    f.ignored("sources")
    return (
      f.required("zip", .section(ZipFetch.read), "of a zip archive"), f.required("image", .section(ImageFetch.read), "of a container image")
    )
  }
}

extension ColdStartRule.ZipFetch {
  static func read(_ f: inout Fields) -> Self {
    Self(
      perPackedMB: f.required("perPackedMB", .real(.duration, .notNegative), "for each MB as stored"),
      perUnpackedMB: f.required("perUnpackedMB", .real(.duration, .notNegative), "for each MB unpacked"))
  }
}

extension ColdStartRule.ImageFetch {
  static func read(_ f: inout Fields) -> Self {
    let fixed = f.required("fixed", .durations(), "always")
    let uncached = f.required("uncached", .none(or: .section(readUncached)), "what a start takes on top whose image is in no cache")
    return Self(fixed: fixed, uncachedChance: uncached?.chance ?? 0, uncached: uncached?.time ?? .constant(0))
  }

  private static func readUncached(_ f: inout Fields) -> (chance: Double, time: Distribution) {
    (f.required("chance", .share, "how often"), f.required("time", .durations(), "how much"))
  }
}

/// Loading of code in one language.
struct LanguageRule {
  var name: String
  var loadPerMB: Double
  var packedRatio: Double

  /// A mapping from languages to their rules.
  static var syntax: Syntax<[LanguageRule]> {
    let rule = Syntax<LanguageRule>.section { f in
      LanguageRule(
        name: "", loadPerMB: f.required("loadPerMB", .real(.duration, .notNegative), "for each MB that the code imports"),
        packedRatio: f.required(
          "packedRatio", .number(Bounds(low: 0, excludesLow: true, high: 1)), "packed by unpacked size, where only one is known"))
    }
    return Syntax(.map(keys: "language", rule.form()), placeholder: []) { node, path, reading in
      reading.mapping(node, path)?.filter { $0.key != "sources" }.map { entry in
        var value = rule.read(entry.value, .key(path, entry.key), reading) ?? rule.placeholder()
        value.name = entry.key
        return value
      }
    }
  }
}

/// Limits and billing of the init.
struct InitRule {
  var limit: Int64?
  var limitAhead: Int64?
  var afterReset: ColdStartRule.AfterReset
  var billed: ColdStartRule.InitBilling

  static func read(_ f: inout Fields) -> InitRule {
    f.ignored("sources")
    let billed = Syntax<ColdStartRule.InitBilling>.section { f in
      ColdStartRule.InitBilling(
        managed: f.required("managed", .flag, "of zips on managed runtimes"),
        custom: f.required("custom", .flag, "of zips on runtimes of one's own"),
        image: f.required("image", .flag, "of images"))
    }
    return InitRule(
      limit: f.required("limit", .none(or: .duration(.positive)), "then it is broken off, and done again within the first invocation"),
      limitAhead: f.required("limitAhead", .none(or: .duration(.positive)), "of provisioned instances and snapshots"),
      afterReset: f.required("afterReset", .word, "what an instance does after a timeout"),
      billed: f.required("billed", billed, "whose init is billed"))
  }
}
