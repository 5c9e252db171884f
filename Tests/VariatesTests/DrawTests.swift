import CGSL
import Testing
import Variates

@Suite("Draw")
struct DrawTests {
  @Test("a draw is SplitMix64")
  func splitMix() {
    // Seed 1234567, as published with the reference implementation's ports.
    var draw = Draw(1_234_567)
    let first = (0..<5).map { _ in draw.next() }
    #expect(first == [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821])
  }

  @Test("the first values never change")
  func golden() {
    var draw = Draw(Key.hash("golden"))
    let drawn = [draw.uniform(), draw.exponential(), draw.normal(), Double(draw.below(1000))]
    #expect(drawn == [0.7898192328771729, 1.456836025618462, 0.6993339920590742, 27])
    var keyed = Draw(Key.mix(Key.hash("golden") &+ 17 &* Key.ordinalStep))
    #expect((0..<3).map { _ in keyed.exponential() } == [1.022585512692572, 0.07995367322819182, 0.46539049302486424])
    #expect((0..<3).map { _ in keyed.normal() } == [-0.9522428031519006, -2.0535172790238057, 0.6760085164750044])
  }

  @Test("a uniform number lies in [0, 1) and is uniform")
  func uniform() {
    var draw = Draw(1)
    var cells = Array(repeating: 0, count: 1000)
    for _ in 0..<1_000_000 {
      let value = draw.uniform()
      #expect(value >= 0 && value < 1)
      cells[Int(value * 1000)] += 1
    }
    #expect(GoodnessOfFit.chiSquare(cells) > GoodnessOfFit.least)
  }

  @Test("an integer below a bound is uniform", arguments: [1, 2, 3, 7, 100, 1000] as [UInt64])
  func below(bound: UInt64) {
    var draw = Draw(bound)
    var cells = Array(repeating: 0, count: Int(bound))
    for _ in 0..<200_000 { cells[Int(draw.below(bound))] += 1 }
    #expect(cells.count == 1 || GoodnessOfFit.chiSquare(cells) > GoodnessOfFit.least)
  }

  @Test("an integer below a bound near 2⁶⁴ is without bias")
  func belowHuge() {
    // With 3/4 · 2⁶⁴ a plain product would give the lowest of each three integers twice as often.
    let bound: UInt64 = 3 << 62
    var draw = Draw(5)
    var cells = [0, 0, 0]
    for _ in 0..<300_000 { cells[Int(draw.below(bound) % 3)] += 1 }
    #expect(GoodnessOfFit.chiSquare(cells) > GoodnessOfFit.least)
  }

  @Test("an exponential is exponential, on 1000 cells of equal chance")
  func exponential() {
    var draw = Draw(2)
    var cells = Array(repeating: 0, count: 1000)
    for _ in 0..<2_000_000 { cells[min(999, Int(gsl_cdf_exponential_P(draw.exponential(), 1) * 1000))] += 1 }
    #expect(GoodnessOfFit.chiSquare(cells) > GoodnessOfFit.least)
  }

  @Test("a normal is normal, on 1000 cells of equal chance")
  func normal() {
    var draw = Draw(3)
    var cells = Array(repeating: 0, count: 1000)
    for _ in 0..<2_000_000 { cells[min(999, Int(gsl_cdf_ugaussian_P(draw.normal()) * 1000))] += 1 }
    #expect(GoodnessOfFit.chiSquare(cells) > GoodnessOfFit.least)
  }

  @Test("a normal's size, sign and neighbour are independent")
  func independence() {
    var draw = Draw(4)
    var cells = Array(repeating: 0, count: 40 * 40)
    var before = 0
    for n in 0...400_000 {
      let cell = min(39, Int(gsl_cdf_ugaussian_P(draw.normal()) * 40))
      if n > 0 { cells[before * 40 + cell] += 1 }
      before = cell
    }
    #expect(GoodnessOfFit.chiSquare(cells) > GoodnessOfFit.least)
  }
}
