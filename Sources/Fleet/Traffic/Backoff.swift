import Simulation
import Variates

extension ClientPlan {
  /// The pause before another attempt.
  ///
  /// - Parameters:
  ///   - retry: the number of the retry, from 1.
  ///   - last: the pause before the last retry, in nanoseconds.
  ///   - start: where the pause's randomness comes from.
  /// - Source: aws-samples/aws-arch-backoff-simulator: exponential is min(cap, base 2^(n-1)); full jitter U(0, that); equal jitter half of it
  ///   and U(0, half); decorrelated min(cap, U(base, 3 last)).
  func pause(retry: UInt32, last: Nanoseconds, _ start: Draw, _ samplers: borrowing SamplerBank) -> Nanoseconds {
    var draw = start
    switch backoff {
    case .none: return 0
    case .constant: return samplers.nanoseconds(pause, start)
    case .exponential: return doubled(retry)
    case .fullJitter: return Nanoseconds(draw.uniform() * Double(doubled(retry)))
    case .equalJitter:
      let half = doubled(retry) / 2
      return half + Nanoseconds(draw.uniform() * Double(half))
    case .decorrelated:
      let least = Double(base)
      let most = max(least, 3 * Double(last))
      return min(cap, Nanoseconds(min(least + draw.uniform() * (most - least), Double(SamplerBank.longest))))
    }
  }

  private func doubled(_ retry: UInt32) -> Nanoseconds { Self.doubled(base, retry, cap: cap) }

  /// A time that is twice as long before each further retry, at most a cap.
  static func doubled(_ base: Nanoseconds, _ retry: UInt32, cap: Nanoseconds) -> Nanoseconds {
    let times = min(retry - 1, 60)
    let (product, overflow) = base.multipliedReportingOverflow(by: 1 << Nanoseconds(times))
    return min(cap, overflow ? SamplerBank.longest : min(product, SamplerBank.longest))
  }
}
