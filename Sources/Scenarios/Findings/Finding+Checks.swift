internal import Documents

extension Finding {
  static func unknownRuntime(_ name: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: known)
    return Finding(
      .unknownRuntime, "the platform has no runtime '\(clipped(name))'",
      mend: nearest.map { "did you mean '\($0)'?" } ?? "it has \(list(known))")
  }

  static func memoryStep(_ memory: Int64, step: Int64) -> Finding {
    Finding(
      .memoryStep, "\(Unit.size.text(Double(memory))) is no multiple of \(Unit.size.text(Double(step)))",
      mend: "the platform has memory in such steps")
  }

  static func timeout(_ timeout: Int64, maximum: Int64) -> Finding {
    Finding(
      .timeout, "\(Unit.duration.text(Double(timeout))) is above the platform's maximum",
      mend: "it is \(Unit.duration.text(Double(maximum)))")
  }

  static func reservedSum(_ sum: Int, limit: Int, floor: Int) -> Finding {
    Finding(
      .reserved, "all functions together set aside \(sum) of at most \(limit)", mend: "\(floor) units of the account must stay unreserved")
  }

  static func provisionedAboveReserved(_ provisioned: Int, reserved: Int) -> Finding {
    Finding(
      .provisioned, "\(provisioned) provisioned instances are above the reserved concurrency of \(reserved)",
      mend: "reserve more or provision less")
  }

  static let provisionedUnavailable = Finding(.provisioned, "the platform has no provisioned concurrency", mend: "take it out")

  static func elementUnavailable(_ what: String) -> Finding {
    Finding(.elementUnavailable, "the platform has no '\(what)'", mend: "take it out or choose another platform")
  }

  static func snapStart(_ why: String) -> Finding { Finding(.snapStart, "SnapStart is not possible: \(why)", mend: "take 'snapStart' out") }

  static func artifactTooLarge(_ size: Int64, limit: Int64, what: String) -> Finding {
    Finding(
      .artifact, "\(what) of \(Unit.size.text(Double(size))) is too large",
      mend: "the platform takes up to \(Unit.size.text(Double(limit)))")
  }

  static func packageUnavailable(_ package: Package) -> Finding {
    Finding(.artifact, "the platform takes no \(package.rawValue)", mend: "choose another package or platform")
  }

  static let loadedMoreThanUnpacked = Finding(
    .artifact, "'loaded' is more than 'unpacked'", mend: "a function can't import more than it has")

  static let warmUpTooLong = Finding(.window, "the warm-up does not end before the run", mend: "make it shorter than 'duration'")

  static func architecture(_ architecture: Architecture) -> Finding {
    Finding(.architecture, "the platform has no \(architecture.rawValue)")
  }

  static func noStart(_ runtime: String, _ package: Package, _ architecture: Architecture) -> Finding {
    Finding(
      .architecture, "the platform has no start time for \(runtime) as \(package.rawValue) on \(architecture.rawValue)",
      mend: "choose another combination")
  }

  static func recorded(_ source: String?) -> Finding {
    Finding(
      .recorded, source.map { "the source '\($0)' records no durations" } ?? "no source goes to this function",
      mend: "`compute: recorded` needs a trace of invocations from every source")
  }

  static func unknownKind(_ kind: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: kind, among: known)
    return Finding(
      .unknownKind, "no source of this function has items of kind '\(clipped(kind))'",
      mend: nearest.map { "did you mean '\($0)'?" } ?? (known.isEmpty ? "give the source 'kinds'" : "the kinds are \(list(known))"))
  }

  static func unknownKindOfFilter(_ kind: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: kind, among: known)
    return Finding(
      .unknownKind, "no item is of kind '\(clipped(kind))', so it never passes",
      mend: nearest.map { "did you mean '\($0)'?" } ?? "give traffic, 'initial' or a step such items")
  }

  static func initStep(_ what: String) -> Finding {
    Finding(.initStep, "'\(what)' is not possible in an init", mend: "an init computes and waits")
  }

  static func repeatDepth(_ most: Int) -> Finding {
    Finding(.repeatDepth, "'repeat' stands more than \(most) deep inside 'repeat'", mend: "multiply the times of two of them")
  }

  static func noTraffic(_ why: String) -> Finding {
    Finding(.noTraffic, "no request ever arrives: \(why)", mend: "take the source out or raise it")
  }

  static func shape(_ what: String, mend: String) -> Finding { Finding(.shape, what, mend: mend) }

  static func usedElsewhere(_ used: Int, of concurrency: Int) -> Finding {
    Finding(
      .account, "\(used) units used elsewhere are more than the account's \(concurrency)",
      mend: "lower 'usedElsewhere' or raise 'concurrency'")
  }

  static func unknownProfile(_ name: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: known)
    return Finding(
      .unknownProfile, "there is no platform '\(clipped(name))'",
      mend: nearest.map { "did you mean '\($0)'?" } ?? "there are \(list(known))")
  }

  static func unknownBook(_ name: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: known)
    return Finding(
      .unknownBook, "there is no price book '\(clipped(name))'", mend: nearest.map { "did you mean '\($0)'?" } ?? "there are \(list(known))"
    )
  }

  static func price(_ text: String, expected: String) -> Finding {
    Finding(.price, "'\(clipped(text))' is no price of this kind", mend: "write it as \(expected)")
  }

  static let loadedUnknown = Finding(
    .loadedUnknown, "nothing says how much of the image is imported at a start", mend: "add 'loaded', as in loaded: 20 MB")
}
