import Billing
import Testing

struct ExactDecimalTests {
  @Test(arguments: [
    ("0.0000166667", 166_667, -10), ("0.20", 2, -1), ("400000", 4, 5), ("6e9", 6, 9), ("18.75e9", 1875, 7), ("0", 0, 0), ("0.000", 0, 0),
  ])
  func `a number is read exactly`(text: String, mantissa: Int64, exponent: Int) {
    #expect(ExactDecimal(text) == ExactDecimal(mantissa, exponent: exponent))
  }

  @Test(arguments: ["", ".5", "5.", "-1", "+1", "1,000", "1e", "e9", "1e99", "1.2.3", "1e2e3", "NaN", "0.1234567890123456789", "٣"])
  func `what is no plain number is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: ["0.0000166667", "0.2", "400000", "0", "12.5"])
  func `a number is printed in plain digits`(text: String) {
    #expect(ExactDecimal(text)?.description == text)
  }
}
