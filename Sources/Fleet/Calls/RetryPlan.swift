public import Simulation
import Variates

/// When something that could not be delivered is tried again, and for how long.
public struct RetryPlan: Sendable, BitwiseCopyable {
  /// How often it is tried again at most.
  public var retries: UInt32
  /// How old it may become, in nanoseconds; `never` where age does not matter.
  public var maximumAge = Nanoseconds.never
  /// The range of its pauses among ``Blueprint/pauses``: one a retry, the last of them for all further ones.
  public var firstPause: UInt32 = 0
  /// See ``firstPause``; 0 where the pauses are drawn.
  public var pauses: UInt32 = 0
  /// For drawn pauses: from 0 to base 2^(n-1), at most the cap, before retry n.
  public var base: Nanoseconds = .second
  /// See ``base``.
  public var cap = Nanoseconds.never

  /// A number of retries, of which the rest is set by name.
  public init(retries: UInt32) { self.retries = retries }

  /// The pause before a retry, in nanoseconds.
  ///
  /// - Parameters:
  ///   - retry: the number of the retry, from 1.
  ///   - start: where the randomness of drawn pauses comes from.
  func pause(retry: UInt32, _ start: Draw, _ plan: Plan) -> Nanoseconds {
    if pauses > 0 { return plan.pauses[firstPause + min(retry, pauses) - 1] }
    var client = ClientPlan()
    (client.backoff, client.base, client.cap) = (.fullJitter, base, cap)
    return client.pause(retry: retry, last: 0, start, plan.samplers)
  }

  /// When something that is to pause is tried again: at the end of its time at the latest, which may be past.
  func next(after pause: Nanoseconds, since: Nanoseconds, at now: Nanoseconds) -> Nanoseconds {
    maximumAge == .never ? now + pause : max(now, min(now + pause, since + maximumAge))
  }

  /// Whether something that was taken in at a time is too old to be tried.
  func isTooOld(since: Nanoseconds, at now: Nanoseconds) -> Bool { now - since >= maximumAge }
}
