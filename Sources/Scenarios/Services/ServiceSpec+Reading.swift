internal import Billing
internal import Documents
internal import Variates

extension ServiceSpec {
  /// The section of one service.
  static func syntax(name: String) -> Syntax<ServiceSpec> {
    .section { f in
      let label = f.given("label", .text(example: "Customer records"), "a free text beside the name")
      var service = ServiceSpec(name: name, label: label, latency: f.required("latency", .durations(), "how long it takes to answer"))
      service.growth = f.given("growth", .section(Growth.read), shown: "none", "how it slows down with its load")
      service.rateLimit = f.given(
        "rateLimit", .section(RateLimit.read), shown: "none", "how many requests it takes over time: a bucket of tokens")
      service.concurrencyLimit = f.given(
        "concurrencyLimit", .section(ConcurrencyLimit.read), shown: "none", "how many requests it takes at a time")
      service.queueLimit = f.given(
        "queueLimit", .section(QueueLimit.read), shown: "none", "bounds of the line where a limit lets requests wait")
      service.rejectLatency = f.optional(
        "rejectLatency", .durations(), default: .constant(0), shown: "0 ms", "how long a refusal takes")
      service.failures = f.optional(
        "failures", .section(Failures.read), default: Failures(), shown: "none",
        "how often it fails, as a share of the requests that it works on")
      service.outages = f.optional("outages", .list(.section(Outage.read)), default: [], shown: "none", "when it does not work")
      service.answer = f.optional("answer", .sizes, default: .constant(0), shown: "0 B", "the size of its answers, which takes no time")
      service.price = f.given("price", .price, shown: "none", "what each served request costs")
      service.checkQueue(f)
      return service
    }
  }

  /// A bounded queue needs a limit that lets requests wait.
  private func checkQueue(_ f: Fields) {
    guard queueLimit != nil, rateLimit?.excess != .queue, concurrencyLimit?.excess != .queue else { return }
    f.note(.combination("nothing waits for this service", mend: "say `excess: queue` at one of its limits"), key: "queueLimit")
  }
}

extension ServiceSpec.Growth {
  static func read(_ f: inout Fields) -> Self {
    Self(
      from: f.optional("from", .count(), default: 0, shown: "0", "up to so many busy connections it does not slow down"),
      perConnection: f.required("perConnection", .real(.share, .notNegative), "what each further one adds to the latency, as a share of it")
    )
  }
}

extension ServiceSpec.RateLimit {
  static func read(_ f: inout Fields) -> Self {
    let rate = f.required("rate", .real(.rate, .positive), "tokens added")
    let burst = f.required("burst", .count(.from(1, to: 1e9)), "tokens that the bucket holds at most, and at the start")
    return Self(
      rate: rate, burst: burst, excess: f.optional("excess", .word, default: .reject, shown: "reject", "what becomes of further requests"))
  }
}

extension ServiceSpec.ConcurrencyLimit {
  static func read(_ f: inout Fields) -> Self {
    let connections = f.required("connections", .count(.from(1, to: 100_000_000)), "connections at most")
    let excess = f.optional("excess", .word, default: ServiceSpec.Excess.reject, shown: "reject", "what becomes of further requests")
    return Self(
      connections: connections, excess: excess,
      heldBy: f.optional(
        "heldBy", .word, default: .call, shown: "call",
        "who holds a connection: a request, or an instance from its first request to its end"))
  }
}

extension ServiceSpec.QueueLimit {
  static func read(_ f: inout Fields) -> Self {
    Self(
      length: f.optional("length", .none(or: .count()), default: nil, shown: "none", "requests that wait at most"),
      wait: f.optional(
        "wait", .none(or: .duration(.positive)), default: nil, shown: "none", "after which time a waiting request is refused"))
  }
}

extension ServiceSpec.Failures {
  static func read(_ f: inout Fields) -> Self {
    let error = f.optional("error", .share, default: 0, shown: "0%", "it answers with an error, after its latency")
    let stall = f.optional(
      "stall", .share, default: 0, shown: "0%", "it never answers, and the request keeps its connection until its caller gives up")
    if error + stall > 1 { f.note(.shares(error + stall, of: "all failures"), value: "stall") }
    return Self(error: error, stall: stall)
  }
}

extension Outage {
  static func read(_ f: inout Fields) -> Outage {
    let at = f.required("at", .moment, "a time since the run's start, or a time of day: every day")
    let length = f.required("for", .duration(.positive), "for how long")
    return Outage(at: at, length: length, manner: f.optional("manner", .word, default: .reject, shown: "reject", Outage.mannerDoc))
  }

  /// What `manner` means, in one line.
  static let mannerDoc = "whether requests are refused, or never answered as only services do"
}

extension Syntax where Value == Price {
  /// The price of a million requests.
  static var price: Syntax<Price> {
    let example = "0.625 USD/million"
    return Syntax(
      .text(kind: "price", pattern: "^[0-9.e-]+ USD/million$", example: example), placeholder: Price(ExactDecimal(0), per: .request)
    ) { node, path, reading in
      guard let text = reading.text(node, path, expected: "a price") else { return nil }
      if let price = Price(parsing: text, per: .request) { return price }
      reading.note(.price(text, expected: example), at: node, path)
      return nil
    }
  }
}
