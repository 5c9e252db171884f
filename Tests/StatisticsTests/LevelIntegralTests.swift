import Statistics
import Testing
import Variates

@Suite("LevelIntegral")
struct LevelIntegralTests {
  @Test("area and peak are those of a sum over every nanosecond", arguments: 0..<10)
  func naive(number: Int) {
    var draw = Draw(case: number)
    var integral = LevelIntegral()
    var (now, level, area, peak): (Int64, Int64, Int128, Int64) = (0, 0, 0, 0)
    for step in 0..<400 {
      let next = now + draw.number(in: 0...20)
      while now < next {
        area += Int128(level)
        now += 1
      }
      #expect(integral.area(upTo: now) == area, "case \(number), step \(step)")
      if draw.chance(0.02) {
        integral.reset(at: now)
        (area, peak) = (0, level)
      } else {
        let change = draw.number(in: -3...3)
        integral.add(change, at: now)
        level += change
        peak = max(peak, level)
      }
      #expect(integral.level == level && integral.peak == peak, "case \(number), step \(step)")
    }
  }

  @Test("areas beyond 64 bits are exact, above and below 0", arguments: [3_000_000_000, -3_000_000_000] as [Int64])
  func wide(level: Int64) {
    let tenYears: Int64 = 315_360_000_000_000_000
    var integral = LevelIntegral()
    integral.add(level, at: 5)
    integral.add(-level, at: 5 + tenYears)
    #expect(integral.area(upTo: .max) == Int128(level) * Int128(tenYears))
  }
}
