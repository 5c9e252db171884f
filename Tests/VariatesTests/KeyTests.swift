import Testing
import Variates

@Suite("Key")
struct KeyTests {
  @Test("mix is the finaliser of SplitMix64")
  func mix() {
    // The first number of SplitMix64 from seed 0, in every published implementation.
    #expect(Key.mix(0x9E37_79B9_7F4A_7C15) == 0xE220_A839_7B1D_CDAF)
    #expect(Key.mix(0) == 0)
  }

  @Test("the hash of a name is the mixed FNV-1a of its UTF-8")
  func hash() {
    // The vectors of the FNV reference implementation.
    #expect(Key.hash("") == Key.mix(0xCBF2_9CE4_8422_2325))
    #expect(Key.hash("a") == Key.mix(0xAF63_DC4C_8601_EC8C))
    #expect(Key.hash("foobar") == Key.mix(0x8594_4171_F739_67E8))
    #expect(Key.hash("é") != Key.hash("e\u{301}x"))
  }

  @Test("the steps are odd, all different, and change bits often enough")
  func steps() {
    let steps = [Key.ordinalStep, Key.visitStep, Key.attemptStep, 0x9E37_79B9_7F4A_7C15]
    #expect(Set(steps).count == 4)
    for step in steps {
      #expect(step % 2 == 1)
      // The criterion of Steele, Lea and Flood for a step.
      #expect((step ^ (step >> 1)).nonzeroBitCount >= 24)
    }
  }

  @Test(
    "the first draws of adjacent ordinals, visits and attempts are independent",
    arguments: [Key.ordinalStep, Key.visitStep, Key.attemptStep])
  func adjacent(step: UInt64) {
    let source = Key.hash("orders")
    var pairs = Array(repeating: 0, count: 32 * 32)
    var before = 0
    for n in 0...200_000 as ClosedRange<UInt64> {
      var draw = Draw(Key.mix(source &+ n &* step))
      let cell = Int(draw.uniform() * 32)
      if n > 0 { pairs[before * 32 + cell] += 1 }
      before = cell
    }
    #expect(GoodnessOfFit.chiSquare(pairs) > GoodnessOfFit.least)
  }

  @Test("a key's second draw is independent of its neighbour's first")
  func crossed() {
    var pairs = Array(repeating: 0, count: 32 * 32)
    for n in 0..<200_000 as Range<UInt64> {
      var own = Draw(Key.mix(7 &+ n &* Key.ordinalStep))
      var next = Draw(Key.mix(7 &+ (n + 1) &* Key.ordinalStep))
      _ = own.next()
      pairs[Int(own.uniform() * 32) * 32 + Int(next.uniform() * 32)] += 1
    }
    #expect(GoodnessOfFit.chiSquare(pairs) > GoodnessOfFit.least)
  }

  @Test("exponentials of adjacent ordinals are uncorrelated")
  func uncorrelated() {
    let count = 200_000
    let values = (0..<UInt64(count)).map { n in
      var draw = Draw(Key.mix(99 &+ n &* Key.ordinalStep))
      return draw.exponential() - 1
    }
    let correlation = zip(values, values.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
    #expect(abs(correlation) < 4 / Double(count).squareRoot())
  }
}
