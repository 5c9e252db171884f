import Testing
import Variates

@testable import Simulation

@Suite("TokenBucket")
struct TokenBucketTests {
  /// A bucket that goes through every nanosecond, in exact fractions of a token: a token is `period` parts.
  struct NaiveBucket {
    let (capacity, refill, period): (Int64, Int64, Int64)
    let steps: Bool
    var parts: Int64
    var time: Nanoseconds = 0

    init(capacity: Int64, refill: Int64, period: Int64, steps: Bool) {
      (self.capacity, self.refill, self.period, self.steps) = (capacity, refill, period, steps)
      parts = capacity * period
    }

    mutating func take(at now: Nanoseconds) -> Bool {
      while time < now {
        time += 1
        if steps {
          if time % period == 0 { parts += refill * period }
        } else {
          parts += refill
        }
        parts = min(parts, capacity * period)
      }
      if parts < period { return false }
      parts -= period
      return true
    }
  }

  @Test("a bucket gives and refuses what one that goes through every nanosecond does", arguments: 0..<60)
  func naive(number: Int) {
    var draw = Draw(case: number)
    let (capacity, refill, period) = (draw.number(in: 1...12), draw.number(in: 0...15), draw.number(in: 1...40))
    let steps = number.isMultiple(of: 2)
    var bucket = TokenBucket(capacity: capacity, refill: refill, every: period, inSteps: steps)
    var naive = NaiveBucket(capacity: capacity, refill: refill, period: period, steps: steps)
    var now: Nanoseconds = 0
    let longest: Nanoseconds = draw.one(of: [1, 3, 20, 300])
    for look in 0..<600 {
      now += draw.number(in: 0...longest)
      let expected = naive.take(at: now)
      let has = draw.chance(0.2) ? bucket.hasToken(at: now) : expected
      let given = bucket.take(at: now)
      if has != expected || given != expected {
        Issue.record("case \(number), look \(look) at \(now): \(capacity) + \(refill)/\(period), steps \(steps)")
        return
      }
    }
  }

  @Test("over ten years a bucket gives exactly what its rate earns", arguments: [true, false])
  func tenYears(steps: Bool) {
    let tenYears: Nanoseconds = 10 * 365 * 86_400 * .second
    // A token every seven days and a third, looked at every day: no part of a token is lost.
    let period = 22 * 86_400 * Nanoseconds.second
    var bucket = TokenBucket(capacity: 1000, refill: 3, every: period, inSteps: steps)
    var (given, now): (Int64, Nanoseconds) = (0, 0)
    while now < tenYears {
      now = min(tenYears, now + 86_399_999_999_937)
      while bucket.take(at: now) { given += 1 }
    }
    let earned = steps ? tenYears / period * 3 : Int64(Int128(tenYears) * 3 / Int128(period))
    #expect(given == 1000 + earned)
  }

  @Test("the largest bucket does not overflow after the longest pause")
  func largest() {
    let capacity = TokenBucket.limit / .second
    var bucket = TokenBucket(capacity: capacity, refill: capacity, every: .second)
    for now in [0, 1, .second, 1 << 61, .never - 1] as [Nanoseconds] {
      let given = bucket.take(at: now)
      #expect(given)
    }
    #expect(bucket.credit == bucket.full - bucket.period)
  }

  @Test("a bucket that is never refilled gives its capacity and no more")
  func noRefill() {
    var bucket = TokenBucket(capacity: 3, refill: 0, every: .second)
    let given = (0..<6).map { bucket.take(at: Nanoseconds($0) * 1_000_000_000_000_000_000) }
    #expect(given == [true, true, true, false, false, false])
  }
}
