import Simulation

/// An asynchronous invocation: accepted, and on its way to an instance or to another try.
struct Event: BitwiseCopyable {
  /// The function, and the flow under which its books count the event.
  var function: UInt32
  var flow: UInt32
  /// What it carries; each try gets a copy.
  var item: UInt32
  var isMeasured: Bool
  /// When it was accepted, and when the present try began.
  var receivedAt: Nanoseconds
  var asked: Nanoseconds = 0
  /// How often it has failed, and how often it has been throttled since.
  var errors: UInt32 = 0
  var throttles: UInt32 = 0
  /// What it waits for.
  var waitsFor = Cause.delivery
  /// Whether it is the task of a container, which is launched at once or refused and is not tried again; and why it was refused.
  var isTask = false
  var refusal: Loss?
  /// Whether the record is in use.
  var isLive = true
}

/// Why an event was given up.
public enum EventDrop: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// It failed as often as it may.
  case retriesExhausted
  /// It became too old.
  case expired
  /// The function has no concurrency at all.
  case noConcurrency
  /// It was stopped in a loop of functions that set each other off.
  case recursion
  /// It was refused for another reason that no retry can mend.
  case refused

  /// The name by which tables list the reason.
  public var name: String {
    switch self {
    case .retriesExhausted: "retries_exhausted"
    case .expired: "expired"
    case .noConcurrency: "no_concurrency"
    case .recursion: "recursion"
    case .refused: "refused"
    }
  }

  /// The cause of the loss where nothing takes what was given up.
  var loss: Loss {
    switch self {
    case .retriesExhausted: .retriesExhausted
    case .expired: .expired
    case .noConcurrency: .throttle
    case .recursion: .recursion
    case .refused: .payloadTooLarge
    }
  }
}

/// What is counted of a function's events.
struct EventBooks: BitwiseCopyable {
  var received: Int64 = 0
  var tooLarge: Int64 = 0
  var processed: Int64 = 0
  var retried: Int64 = 0
  var throttled: Int64 = 0
  var unavailable: Int64 = 0
  /// Given up, by the place of the reason in ``EventDrop``.
  var dropped = InlineArray<5, Int64>(repeating: 0)
  var deadLetters: Int64 = 0
  var deadLetterErrors: Int64 = 0
  var destinationDeliveries: Int64 = 0
  var destinationFailures: Int64 = 0
}

/// All events of all functions.
struct EventTable: ~Copyable {
  var records = Arena<Event>()
  var books: Table<EventBooks>

  init(_ blueprint: Blueprint) { books = Table(blueprint.events.map { _ in EventBooks() }) }
}
