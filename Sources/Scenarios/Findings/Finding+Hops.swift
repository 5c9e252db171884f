internal import Documents

extension Finding {
  /// A hop whose verb does not reach what it names; `right` is a verb that does.
  static func wrongVerb(_ hop: Hop, _ kind: ElementKind, right: Hop.Verb?) -> Finding {
    let name = clipped(hop.to)
    return Finding(
      .unfitReference, "'\(name)' is \(kind.phrase), which '\(hop.verb.rawValue)' does not reach",
      mend: right.map { "write \($0.rawValue): { \($0.nameKey): \(name) }" } ?? "a step can't go there")
  }

  static func split(_ name: String) -> Finding {
    Finding(.split, "'\(name)' needs its payload as a whole", mend: "take 'split' out, or hand a link on with 'claimCheck'")
  }

  static let partsOfLink = Finding(
    .partsOfLink, "the hop hands a link on with 'claimCheck', which can't be split", mend: "take 'split' or 'claimCheck' out")

  static func payload(_ size: Int64, limit: Int64, into what: String, mend: String) -> Finding {
    Finding(.payload, "\(size.asSize) are too much for \(what), which takes up to \(limit.asSize)", mend: mend)
  }

  static func endlessCalls(_ circle: [String]) -> Finding {
    Finding(
      .endlessCalls, "these calls never end: \(circle.joined(separator: " -> "))",
      mend: "put one of them behind a 'choose', or take it out")
  }

  static let continuedContainer = Finding(
    .misplacedContinuation, "a container's task has no limit of time to hand on at", mend: "take 'continueAs' out")

  static let misplacedContinuation = Finding(
    .misplacedContinuation, "there are no passes here that another invocation could do",
    mend: "make it the first step of a 'repeat' without 'parallel' in the function's 'steps'")

  static func reserve(_ reserve: Int64, of timeout: Int64) -> Finding {
    Finding(
      .reserve, "with a timeout of \(timeout.asDuration) there are never more than \(reserve.asDuration) left",
      mend: "lower 'reserve' or raise the function's 'timeout'")
  }

  static func neverHappens(_ what: String) -> Finding {
    Finding(.neverHappens, "\(what) begins after the run has ended", mend: "begin earlier or lengthen the run")
  }

  static func requestWithoutTimeout(_ name: String, function: Int64) -> Finding {
    Finding(
      .requestWithoutTimeout, "if '\(name)' does not answer, the function waits until its own end after \(function.asDuration)",
      mend: "give 'timeout', or 'timeout: none' if that is meant")
  }

  static func givesUpFirst(_ who: String, after wait: Int64, callee: String, takes: Int64) -> Finding {
    Finding(
      .timeoutOrder, "\(who) after \(wait.asDuration), while '\(callee)' may run for \(takes.asDuration)",
      mend: "wait longer or lower its 'timeout'")
  }

  static func lateTimeout(_ timeout: Int64, function: Int64) -> Finding {
    Finding(
      .timeoutOrder, "a timeout of \(timeout.asDuration) can't act before the function's own end after \(function.asDuration)",
      mend: "lower it or raise the function's 'timeout'")
  }

  static func lateTries(_ attempts: Int, of timeout: Int64, function: Int64) -> Finding {
    Finding(
      .timeoutOrder,
      "\(attempts) tries of up to \(timeout.asDuration) do not fit before the function's own end after \(function.asDuration)",
      mend: "lower them or raise the function's 'timeout'")
  }

  static func circleOfCalls(_ circle: [String]) -> Finding {
    Finding(
      .circleOfCalls, "these wait for each other in a circle: \(circle.joined(separator: " -> "))",
      mend: "each turn takes a further instance or execution while those before it wait")
  }

  static func loop(_ circle: [String], endsAfter limit: Int?) -> Finding {
    let end = limit.map { "the platform ends it after \($0) invocations" } ?? "the platform does not end it"
    return Finding(
      .loop, "what is handed on comes back: \(circle.joined(separator: " -> ")); \(end)",
      mend: limit == nil ? "see that it has an end" : "if it is meant, say async: { recursion: allow }")
  }
}

extension Int64 {
  /// Nanoseconds as a duration is written.
  fileprivate var asDuration: String { Unit.duration.text(Double(self)) }
  /// Bytes as a size is written.
  fileprivate var asSize: String { Unit.size.text(Double(self)) }
}
