import Simulation

/// What a handler notes when something has come to an end: 32 flat bytes that the recorder makes sense of later.
struct Observation: BitwiseCopyable {
  enum Kind: UInt8 {
    /// An invocation ended well; its latency is its duration.
    case direct
    /// An invocation ended: `latency`, `duration`; `detail` is the ``OutcomeKind``, with ``Observation/retry`` where a further try failed.
    case ended
    /// A request was refused: `detail` is the ``Refusal``.
    case refused
    /// Initialisation that is billed with an invocation: `latency` is its length, `duration` the invocation's.
    case billedInit
    /// A part of an instance's start: `detail` is the ``StartPart``, `duration` its length.
    case startPart
    /// An instance's start as a whole: `duration`.
    case start
    /// A snapshot was restored.
    case restore
    /// Duration after the caller had given up.
    case wasted
    /// Computing time.
    case computed
    /// An instance had requests for `duration`.
    case instanceBusy
    /// A warmer's ping ended: `duration`.
    case ping
    /// A source's request came to its end as the client sees it: `latency`, `detail` is 0 for success and a ``Loss`` plus 1 otherwise.
    case answered
    /// A source's request that sets off more was answered: `latency`, `detail` is 0 for success and a ``Loss`` plus 1 otherwise.
    case responded
    /// All that a source's request set off has ended: `latency` to the last good end, `detail` is 0 for success and a ``Loss`` plus 1.
    case completed
    /// A message was processed: `latency` from sending to deletion, `duration` to its last receive.
    case message
    /// A stream's consumer was done with a batch: `latency` is the age of its last record.
    case recordAge
    /// A stream's consumer was done with a record: `latency` from writing to the last time that the function got it.
    case streamAge
    /// Something was delivered: `latency`; the entity is a place among the histograms of deliveries.
    case delivered
  }

  var kind: Kind
  var detail: UInt8 = 0
  var isCold = false
  var isProvisioned = false
  /// The source whose request it was; for starts, restores and busy instances the function; for ages the stream's consumer.
  var entity: UInt32
  /// When the request arrived.
  var at: Nanoseconds
  var latency: Nanoseconds = 0
  var duration: Nanoseconds = 0

  /// The bit of `detail` that says that what failed had been tried before.
  static var retry: UInt8 { 128 }

  /// How an invocation ended, and whether it failed after it had been tried before.
  var outcome: OutcomeKind { OutcomeKind(rawValue: detail & ~Observation.retry) ?? .error }
  /// See ``outcome``.
  var isFailedRetry: Bool { detail & Observation.retry != 0 }
}

/// How an invocation ended.
enum OutcomeKind: UInt8, BitwiseCopyable {
  case success, error, timeout, refused
}

/// What a caller is told: how its request ended and what the time until then was spent on, running apart.
struct Outcome: BitwiseCopyable {
  var kind: OutcomeKind
  /// Why it failed, where it did.
  var loss = Loss.error
  /// The error's name, its place in ``Blueprint/errorNames`` plus 1; 0 where it has none.
  var error: UInt16 = 0
  /// Whether it had waited: for what, ``World/waited`` says.
  var hasWaited = false
}
