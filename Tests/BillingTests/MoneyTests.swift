import Billing
import Testing

struct MoneyTests {
  @Test(arguments: [
    (2_733_333_800, "2.73"), (5_000_000, "0.01"), (4_999_999, "0.00"), (-5_000_000, "-0.01"), (-4_999_999, "0.00"), (0, "0.00"),
    (Int64.max, "9223372036.85"),
  ])
  func `an amount is printed to the cent`(nanodollars: Int64, text: String) {
    #expect(Money(nanodollars: nanodollars).description == text)
  }

  @Test func `a part of an amount is rounded to the nearest nano-dollar`() {
    #expect([0, 1, 2, 3].map { Money(nanodollars: 5).part($0, of: 3).nanodollars } == [0, 2, 3, 5])
    #expect(Money(nanodollars: .max).part(.max / 2, of: .max - 1).nanodollars == .max / 2 + 1)
    #expect(Money.zero.part(0, of: 0) == .zero)
  }

  @Test func `an amount is printed with as many digits as are asked for`() {
    let money = Money(nanodollars: 1_234_567_891)
    #expect([0, 1, 6, 9].map { money.text(decimals: $0) } == ["1", "1.2", "1.234568", "1.234567891"])
  }
}
