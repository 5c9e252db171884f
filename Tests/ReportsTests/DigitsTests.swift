import Reports
import Testing

@Suite struct DigitsTests {
  @Test(
    arguments: [
      (0.0, "0"), (1, "1"), (0.1, "0.1"), (1.0 / 3, "0.333333333"), (2.0 / 3, "0.666666667"), (123_456_789.5, "123456790"),
      (0.999_999_999_9, "1"), (99_999_999_999, "100000000000"), (1e15, "1e15"), (1e-7, "0.0000001"), (1.5e-8, "1.5e-8"), (-0.25, "-0.25"),
      (501.219_328, "501.219328"),
    ] as [(Double, String)])
  func `nine digits are kept`(value: Double, text: String) {
    #expect(Digits.significant(value) == text)
  }

  @Test func `what is printed reads back within half a unit of the ninth digit`() throws {
    var value = 1.234_567_891_23e-12
    while value < 1e20 {
      let back = try #require(Double(Digits.significant(value)))
      #expect(abs(back - value) <= 5.000_001e-9 * value)
      value *= 1.7
    }
  }

  @Test(
    arguments: [(0, "0"), (1, "0.000000001"), (819_400, "0.0008194"), (1_000_000_000, "1"), (-2_500_000_000, "-2.5")] as [(Int64, String)])
  func `money is exact`(nano: Int64, text: String) {
    #expect(Digits.dollars(nano) == text)
  }
}
