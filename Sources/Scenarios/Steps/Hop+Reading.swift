internal import Documents
internal import Variates

extension Hop {
  /// The hops by their verbs.
  static var actions: [OneKey<Step.Action>] {
    Verb.allCases.map { verb in
      OneKey(verb.rawValue, Syntax<Hop>.section { read(&$0, verb) }.map { .hop($0) }, verb.doc)
    }
  }

  private static func read(_ f: inout Fields, _ verb: Verb) -> Hop {
    var hop = Hop(verb, to: f.required(verb.nameKey, .name(example: verb.example), "the name of the \(verb.receiver.rawValue)"))
    readTrying(&f, &hop)
    if verb == .runTask {
      hop.waits = f.optional("wait", .flag, default: false, shown: "false", "whether it waits for the task's end")
    }
    hop.size = f.given("size", .sizes, shown: "that of the item", verb.sizeDoc)
    if verb.carriesItem {
      hop.key = f.given(
        "key", .word("same", ItemKey.same, or: KeySpec.syntax.map { .drawn($0) }), shown: "same", "the key of what is handed on")
      hop.kind = f.given("kind", .name(example: "card"), shown: "that of the item", "the kind of what is handed on")
    }
    if verb.isBatched { hop.count = f.given("count", .counts, shown: "1", "how many items; a draw is rounded to a whole number") }
    if verb == .send {
      hop.delay = f.optional("delay", .duration(.from(0, to: 9e11)), default: 0, shown: "0 s", "for how long it is hidden")
    }
    if verb.mayClaim {
      let bucket = Syntax<String>.section { $0.required("bucket", .name(example: "blobs"), "the bucket that the payload goes through") }
      hop.claimCheck = f.given(
        "claimCheck", bucket, shown: "none", "stores the payload and hands on a link; the function that gets it fetches the payload first")
    }
    if verb == .call {
      hop.split = f.given(
        "split", .section(Split.read), shown: "none", "calls several times, each with a part; not together with `claimCheck`")
    }
    if verb == .request {
      hop.breaker = f.given("breaker", .section(Breaker.read), shown: "none", "stops calling a service that keeps failing")
    }
    return hop
  }

  private static func readTrying(_ f: inout Fields, _ hop: inout Hop) {
    let timeout = Syntax<HopTimeout>.word("none", HopTimeout.none, or: Syntax<Int64>.duration(.positive).map { .after($0) })
    let retry = Syntax<Retry>.word("none", Retry.none, or: .section(Retry.read))
    let isRequest = hop.verb == .request
    hop.timeout = f.optional(
      "timeout", timeout, default: .standard, shown: isRequest ? "none, and `check` advises" : "that of the function's `sdk`",
      "after which time it is given up")
    hop.retry = f.given("retry", retry, shown: isRequest ? "none" : "as the function's `sdk` does", "how it is tried again")
  }
}

extension Hop.Verb {
  /// What it means, in one line.
  var doc: String {
    switch self {
    case .call: "calls a function and waits for its answer"
    case .invoke: "invokes a function asynchronously"
    case .send: "sends to a queue"
    case .put: "puts into a stream"
    case .publish: "publishes to a topic"
    case .emit: "puts an event onto a bus"
    case .store: "stores an object in a bucket"
    case .fetch: "fetches an object from a bucket"
    case .runTask: "has a container run a task"
    case .request: "asks a service and waits for its answer"
    case .start: "starts an execution of a workflow and does not wait for it"
    }
  }

  /// The key that names the other end.
  var nameKey: String { self == .fetch ? "from" : "to" }

  /// What it goes to.
  var receiver: ElementKind {
    switch self {
    case .call, .invoke: .function
    case .send: .queue
    case .put: .stream
    case .publish: .topic
    case .emit: .bus
    case .store, .fetch: .bucket
    case .runTask: .container
    case .request: .service
    case .start: .workflow
    }
  }

  /// An example of a name that it goes to.
  var example: String {
    switch self {
    case .call, .invoke: "process"
    case .send: "jobs"
    case .put: "clicks"
    case .publish: "orders"
    case .emit: "events"
    case .store, .fetch: "blobs"
    case .runTask: "crunch"
    case .request: "crm"
    case .start: "ordering"
    }
  }

  /// What its size is.
  fileprivate var sizeDoc: String {
    switch self {
    case .fetch: "the size of the object"
    case .request: "the size of what is handed on; it has no effect, as a service takes any size in the same time"
    default: "the size of what is handed on"
    }
  }

  /// Whether an item goes on behind it, which has a key and a kind.
  fileprivate var carriesItem: Bool { self != .fetch && self != .request }

  /// Whether it takes several items at once.
  fileprivate var isBatched: Bool { [.send, .put, .publish, .emit].contains(self) }

  /// Whether its payload may go through a bucket.
  fileprivate var mayClaim: Bool { carriesItem && self != .store && self != .start && self != .runTask }
}

extension Split {
  static func read(_ f: inout Fields) -> Split {
    let size = f.required("size", .size(.positive), "the largest part")
    return Split(
      size: size, parallel: f.given("parallel", .count(.from(1, to: 10_000)), shown: "one after another", "calls at a time at most"))
  }
}

extension Breaker {
  static func read(_ f: inout Fields) -> Breaker {
    let failures = f.required("failures", .count(.from(1, to: 1e6)), "it opens after so many failures")
    let within = f.required("within", .duration(.positive), "only failures within this time count")
    let open = f.required("open", .duration(.positive), "for how long it stays open")
    let probes = f.optional("probes", .count(.from(1, to: 1e6)), default: 1, shown: "1", "calls that it then lets through before it closes")
    return Breaker(
      failures: failures, within: within, open: open, probes: probes,
      scope: f.optional(
        "scope", .word, default: .instance, shown: "instance", "whose failures it counts: of one instance, or shared by all"))
  }
}
