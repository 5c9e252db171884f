import Simulation

/// A request that a function has accepted, from then until its handler has ended: what is billed.
///
/// One cache line.
struct Invocation: BitwiseCopyable {
  /// Its place in the source's trace; for a flow of items the item, for one of batches the batch.
  var payload: UInt32
  /// The flow by which the request came: a traffic source, a warmer or a link.
  var source: UInt32
  /// The function.
  var function: UInt32
  /// While it waits, the one behind it in the function's queue; then the instance that serves it.
  private var link = Invocation.none
  /// The number from which the attempt's draws derive, and that of its item.
  var key: UInt64
  var item: UInt64
  /// When it was accepted, and when its handler began.
  var arrived: Nanoseconds
  var started: Nanoseconds = 0
  /// Who waits for the answer.
  var caller: Ticket
  /// What only few have: see ``InvocationAside``; none for most.
  var aside = Invocation.none
  /// What is so and what is not, and how the handler ends, once that is known.
  private var traits: Traits
  var end = OutcomeKind.success
  /// The name of the error with which it failed: its place in ``Blueprint/errorNames`` plus 1; 0 for none.
  var error: UInt16 = 0

  private struct Traits: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    static var live: Traits { Traits(rawValue: 1) }
    static var measured: Traits { Traits(rawValue: 2) }
    static var ping: Traits { Traits(rawValue: 4) }
    static var waiting: Traits { Traits(rawValue: 8) }
    static var cold: Traits { Traits(rawValue: 16) }
    static var items: Traits { Traits(rawValue: 32) }
    static var retry: Traits { Traits(rawValue: 64) }
  }

  /// The instance that serves it, once one does.
  var instance: UInt32 {
    get { link }
    set { link = newValue }
  }

  /// The one that waits behind it in the function's queue, while it waits; none behind the last.
  var next: UInt32 {
    get { link }
    set { link = newValue }
  }

  /// Whether the record is in use.
  var isLive: Bool {
    get { traits.contains(.live) }
    set { if newValue { traits.insert(.live) } else { traits.remove(.live) } }
  }

  /// Whether it waits for an instance.
  var isWaiting: Bool {
    get { traits.contains(.waiting) }
    set { if newValue { traits.insert(.waiting) } else { traits.remove(.waiting) } }
  }

  /// Whether it waited for a new instance and was served when that had started.
  var isCold: Bool {
    get { traits.contains(.cold) }
    set { if newValue { traits.insert(.cold) } else { traits.remove(.cold) } }
  }

  /// Whether it arrived in the measured window.
  var isMeasured: Bool { traits.contains(.measured) }

  /// Whether it is the ping of a warmer.
  var isPing: Bool { traits.contains(.ping) }

  /// Whether its payload is an item or a batch of them.
  var carriesItems: Bool { traits.contains(.items) }

  /// Whether its request had been tried before; one that carries an item says so by the item.
  var isRetry: Bool { traits.contains(.retry) }

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
    traits = Traits(
      rawValue: 1 | (request.isMeasured ? 2 : 0) | (request.isPing ? 4 : 0) | (request.carriesItems ? 32 : 0)
        | (request.isRetry ? 64 : 0))
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
  /// The timer of a queued request.
  var timer = Ticket.none
  /// The deadline of one whose program waits for others.
  var deadline = Ticket.none
  /// The first strand, for a program that is not carried out at once.
  var strand = Invocation.none

  /// Begins anew for another invocation.
  @inline(__always)
  mutating func restart() {
    waits.clear()
    (abandonedAt, computed, billedInit) = (.never, 0, 0)
    (timer, deadline, strand) = (.none, .none, Invocation.none)
  }
}
