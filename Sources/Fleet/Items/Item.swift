import Simulation
import Variates

/// A request, message or record on its way: who it is, and where it stands with its present holder.
///
/// A holder owns the record: it hands it on, or ends it with ``World/end(_:as:)``. What was drawn for the item stays unsaid as long as its
/// source's distributions and its number say it.
struct Item: BitwiseCopyable {
  /// The number from which its draws derive; a copy made by a fan-out has one of its own.
  var number: UInt64
  /// When the request that caused it was born.
  var born: Nanoseconds
  /// When it came to its present holder.
  var since: Nanoseconds
  /// A time that its present holder set: when it may be received, or when it was.
  var due: Nanoseconds = 0
  /// Its size in bytes; -1 where its source's distribution says it.
  var size: Int64 = -1
  /// The size of the payload for which it stands, in bytes; -1 where it is that itself.
  var claimed: Int64 = -1
  /// The traffic source that it goes back to, and the place in its trace.
  var source: UInt32
  var payload: UInt32 = 0
  /// What keeps the items of one request together until all have ended; none where nobody asks.
  var journey = Item.none
  /// What it has waited for so far; none where that is nothing.
  var trail = Item.none
  /// The one behind it, with its holder.
  var next = Item.none
  /// How often it has been received.
  var attempts: UInt32 = 0
  /// What an invocation that had no time for it has left of its loop.
  var rest = Continuation.none
  /// Its key; `unsaid` where its source's distribution says it, or where every item is its own.
  var key = Item.unsaid
  /// Its kind; `noKind` where its source's distribution says it.
  var kind = Item.noKind
  /// The bucket in which that payload lies and from which it must be fetched; `noClaim` for none.
  var claim = Item.noClaim
  /// How many functions it has passed without a traffic source between.
  var hops: UInt8 = 0
  private var traits: UInt8
  /// How long it was on its way from its sender to its present holder, in nanoseconds; latencies that are measured from the sender on have
  /// gone by for as much.
  private var lead: UInt32 = 0

  static var none: UInt32 { .max }
  static var unsaid: UInt32 { .max }
  static var noKind: UInt16 { .max }
  static var noClaim: UInt16 { .max }

  /// An item that a traffic source sends.
  init(number: UInt64, source: UInt32, payload: UInt32, at now: Nanoseconds, isMeasured: Bool) {
    self.number = number
    self.source = source
    self.payload = payload
    born = now
    since = now
    traits = isMeasured ? 1 : 0
  }

  /// The size of its payload as far as it has been said: its own, or that of what it stands for.
  var payloadSize: Int64 { claimed >= 0 ? claimed : size }

  /// Lets a link stand for its payload.
  ///
  /// - Parameter bucket: where the payload must be fetched; `noClaim` where nobody has to.
  mutating func replace(bySize link: Int64, in bucket: UInt16) {
    claimed = payloadSize
    size = link
    claim = bucket
  }

  /// Counts a function that it has passed.
  mutating func countHop() { if hops < .max { hops += 1 } }

  /// Whether it was born in the measured window.
  var isMeasured: Bool { traits & 1 != 0 }

  /// Whether its processing has failed in the batch that holds it.
  var hasFailed: Bool {
    get { traits & 2 != 0 }
    set { traits = newValue ? traits | 2 : traits & ~2 }
  }

  /// Whether it fails at every attempt, whatever the steps say.
  var isPoisoned: Bool {
    get { traits & 4 != 0 }
    set { traits = newValue ? traits | 4 : traits & ~4 }
  }

  /// Whether its caller has tried before to hand it to a function.
  var isRetry: Bool {
    get { traits & 8 != 0 }
    set { traits = newValue ? traits | 8 : traits & ~8 }
  }

  /// Begins anew with another holder, to whom it came at once.
  mutating func restart(at now: Nanoseconds) {
    take(at: now)
    lead = 0
  }

  /// Begins anew with another holder.
  mutating func take(at now: Nanoseconds) {
    since = now
    due = 0
    next = Item.none
    attempts = 0
    hasFailed = false
    isRetry = false
  }

  /// Says how long its sender took to hand it over, some four seconds at most; `never` where the latency by which it came holds that of
  /// its holder.
  mutating func setLead(_ time: Nanoseconds) {
    lead = time == .never ? .max : UInt32(clamping: min(time, Nanoseconds(UInt32.max) - 1))
  }

  /// What is left of a latency that is measured from the sender on.
  func rest(of latency: Nanoseconds) -> Nanoseconds { lead == .max ? 0 : max(0, latency - Nanoseconds(lead)) }

  /// When its sender began to hand it over.
  var sentAt: Nanoseconds { since - Nanoseconds(lead) }

  /// The number from which an attempt's draws derive.
  var attemptKey: UInt64 { attempts <= 1 ? number : Key.mix(number &+ UInt64(attempts) &* Key.attemptStep) }
}
