internal import Documents

extension Finding {
  static func unknownMachine(_ type: String, known: [String]) -> Finding {
    let nearest = Nearest.name(to: type, among: known)
    return Finding(
      .unknownMachine, "the platform has no machine of type '\(clipped(type))'",
      mend: nearest.map { "did you mean '\($0)'?" } ?? "it has \(list(known))")
  }

  static func unknownElement(_ name: String, among fits: [ElementKind], known: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: known)
    return Finding(
      .unknownReference, "there is no \(alternatives(fits.map(\.rawValue))) '\(clipped(name))'",
      mend: nearest.map { "did you mean '\($0)'?" })
  }

  static func unfitElement(_ name: String, _ kind: ElementKind, among fits: [ElementKind]) -> Finding {
    Finding(.unfitReference, "'\(name)' is \(kind.phrase)", mend: "a \(alternatives(fits.map(\.rawValue))) is meant here")
  }

  static func largeBatch(_ size: Int, window: Int64) -> Finding {
    Finding(
      .combination, "a batch of \(size) needs a window", mend: "give 'window: \(Unit.duration.text(Double(window)))' or longer")
  }

  static func fifo(_ what: String, mend: String) -> Finding { Finding(.fifo, what, mend: mend) }

  static func visibilityTooShort(_ visibility: Int64, timeout: Int64, of function: String) -> Finding {
    Finding(
      .visibility,
      "the queue's visibility timeout of \(Unit.duration.text(Double(visibility))) is below the "
        + "\(Unit.duration.text(Double(timeout))) that '\(function)' may take",
      mend: "raise 'visibilityTimeout' or lower the function's 'timeout'")
  }

  static func circle(_ names: [String]) -> Finding {
    Finding(.circle, "what is handed on comes back: \(names.joined(separator: " -> "))", mend: "break the circle")
  }

  static func reshard(_ what: String, mend: String) -> Finding { Finding(.reshard, what, mend: mend) }

  static func visibilityAdvice(_ visibility: Int64, advised: Double, of function: String) -> Finding {
    Finding(
      .visibilityAdvice,
      "the visibility timeout of \(Unit.duration.text(Double(visibility))) leaves little time for retries of '\(function)'",
      mend: "\(Unit.duration.text(advised)) or more is advised")
  }

  static func mappingsAboveReserved(_ sum: Int, reserved: Int) -> Finding {
    Finding(
      .mappingsAboveReserved, "the queues may invoke it \(sum) times at once, but \(reserved) units of concurrency are reserved for it",
      mend: "throttled batches cost their messages receives; lower 'maximumConcurrency' or reserve more")
  }

  static func shortDeadLetter(_ retention: Int64, source: String, _ sourceRetention: Int64) -> Finding {
    Finding(
      .shortDeadLetter,
      "it keeps messages for \(Unit.duration.text(Double(retention))), but '\(source)', whose dead letters it takes, for "
        + Unit.duration.text(Double(sourceRetention)), mend: "age counts from the first sending; raise 'retention'")
  }

  static func manyReaders(_ count: Int, most: Int) -> Finding {
    Finding(.manyReaders, "\(count) functions share the reads of its shards, which bear \(most)", mend: "reads will be throttled")
  }

  static func unused(_ what: String, mend: String) -> Finding { Finding(.unused, what, mend: mend) }

  /// Words in a sentence: `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "thing" }
    return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }
}
