import Simulation

/// A request that a function has accepted, from then until its handler has ended: what is billed.
struct Invocation: BitwiseCopyable {
  /// The function.
  var function: UInt32
  /// The source of the request.
  var source: UInt32
  /// Its place in the source's trace.
  var payload: UInt32
  /// The instance that serves it; none while it waits.
  var instance = Instance.none
  /// The number from which the attempt's draws derive, and that of its item.
  var key: UInt64
  var item: UInt64
  /// When it was accepted, and when its handler began.
  var arrived: Nanoseconds
  var started: Nanoseconds = 0
  /// Who waits for the answer.
  var caller: Ticket
  /// The one that waits behind it, in the function's queue.
  var next = Invocation.none
  /// What only few have: see ``InvocationAside``; none for most.
  var aside = Invocation.none
  /// Whether the record is in use.
  var isLive = true
  /// Whether it arrived in the measured window.
  var isMeasured: Bool
  /// Whether it waits for an instance.
  var isWaiting = false
  /// Whether the instance that serves it was started while it waited, and it is the first that it serves.
  var isCold = false
  /// Whether it is the ping of a warmer.
  var isPing: Bool
  /// How its handler ends, once that is known.
  var end = OutcomeKind.success

  static var none: UInt32 { .max }

  /// An invocation that has just been accepted.
  @inline(__always)
  init(_ request: Request, _ function: UInt32, _ caller: Ticket, at now: Nanoseconds) {
    self.function = function
    source = request.source
    payload = request.payload
    key = request.key
    item = request.item
    arrived = now
    self.caller = caller
    isMeasured = request.isMeasured
    isPing = request.isPing
  }
}

extension StepSubject {
  /// What the steps of an invocation may ask about.
  @inline(__always)
  init(of invocation: borrowing Invocation) {
    self.init(
      key: invocation.key, item: invocation.item, source: invocation.source, payload: invocation.payload, instance: invocation.instance)
  }
}

/// What only few invocations have: waits, a caller that gave up, computing time, billed initialisation, a timer.
struct InvocationAside: BitwiseCopyable {
  /// What was waited for.
  var waits = Ledger()
  /// When the caller gave up; `never` while it has not.
  var abandonedAt = Nanoseconds.never
  /// Computing time, where it is metered.
  var computed: Nanoseconds = 0
  /// Initialisation that is billed with it.
  var billedInit: Nanoseconds = 0
  /// The timer of a queued request, or the deadline of one whose program waits.
  var timer = Ticket.none
  /// The first strand, for a program that is not carried out at once.
  var strand = Invocation.none
}
