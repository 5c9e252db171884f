internal import Documents

extension FaultSpec {
  /// A mapping with one key, the kind of fault.
  static var syntax: Syntax<FaultSpec> {
    .oneKey(Word.allCases.map { word in OneKey(word.rawValue, .section { read(&$0, word) }, word.doc) })
  }

  /// The kinds of faults as they are written.
  enum Word: String, CaseIterable {
    case outage
    case throttle
    case latency
    case poison
    case deploy

    /// What it means, in one line.
    var doc: String {
      switch self {
      case .outage: "does not work for a while"
      case .throttle: "takes fewer requests or items for a while"
      case .latency: "takes longer for a while"
      case .poison: "lets the next items that come to it fail at every attempt"
      case .deploy: "is deployed anew, so that all its instances are new"
      }
    }

    /// What it can happen to, in one line.
    fileprivate var subject: String {
      switch self {
      case .outage: "the service, function, queue, stream, bucket or door that it happens to"
      case .throttle: "the service, function, queue, stream, bus, bucket or door that it happens to"
      case .latency: "the service, topic, bus, bucket or door that it happens to; of a bucket its notifications"
      case .poison: "the function, queue, stream, topic or bus that they come to"
      case .deploy: "the function"
      }
    }

    /// An example of the name that it is about.
    fileprivate var example: String {
      switch self {
      case .outage, .latency: "crm"
      case .throttle, .deploy: "process"
      case .poison: "clicks"
      }
    }
  }

  /// The kind as it is written.
  var word: Word {
    switch kind {
    case .outage: .outage
    case .throttle: .throttle
    case .latency: .latency
    case .poison: .poison
    case .deploy: .deploy
    }
  }

  private static func read(_ f: inout Fields, _ word: Word) -> FaultSpec {
    let of = f.required("of", .name(example: word.example), word.subject)
    let at = f.required("at", .moment, "a time since the run's start, or a time of day: every day")
    func length(_ f: inout Fields) -> Int64 { f.required("for", .duration(.positive), "for how long") }
    let kind: Kind
    switch word {
    case .outage:
      let length = length(&f)
      kind = .outage(length: length, manner: f.optional("manner", .word, default: .reject, shown: "reject", Outage.mannerDoc))
    case .throttle:
      kind = .throttle(
        length: length(&f), rate: f.required("rate", .rate, "what it still takes, a second's worth of it at once; 0/s: nothing"))
    case .latency:
      kind = .latency(length: length(&f), factor: f.required("factor", .factor(.positive), "how many times as long its own time is"))
    case .poison:
      kind = .poison(count: f.optional("count", .count(.atLeast(1)), default: 1, shown: "1", "how many of the next items"))
    case .deploy: kind = .deploy
    }
    return FaultSpec(kind, of: of, at: at)
  }
}
