import Billing
import Testing

/// Tiers, allowances, shares and periods, whatever the provider.
struct BillTests {
  /// A book of 1 USD for each of the first million requests' million and half of it beyond, with 100 free.
  let book: PriceBook

  init() throws {
    var book = PriceBook(name: "test", label: "Test", asOf: "2026-01-01")
    let dollar = Price(ExactDecimal(1), per: .request)
    let half = Price(ExactDecimal(5, exponent: -1), per: .request)
    book.rates[.requests] = try #require(Rate(tiers: [Rate.Tier(upTo: 1_000_000, price: dollar), Rate.Tier(upTo: nil, price: half)]))
    book.rates[.durationX86] = Rate(Price(ExactDecimal(3, exponent: -6), per: .gigabyteSecond))
    book.rates[.durationARM] = Rate(Price(ExactDecimal(2, exponent: -6), per: .gigabyteSecond))
    book.free = [PriceBook.Allowance(100, for: [.requests]), PriceBook.Allowance(90, for: [.durationX86, .durationARM])]
    self.book = book
  }

  func requests(_ counts: Int64, of name: String) -> Meter {
    var meter = Meter(name)
    meter[.requests] = counts
    return meter
  }

  @Test func `the tiers are the account's and not a function's`() {
    let bill = Bill(for: [requests(1_000_000, of: "a"), requests(1_000_000, of: "b")], by: book, terms: .month(freeTier: false))
    #expect(bill.lines.map(\.amount) == [Money(nanodollars: 1_000_000_000), Money(nanodollars: 500_000_000)])
    #expect(bill.total(of: "a") == Money(nanodollars: 750_000_000))
    #expect(bill.total(of: "b") == Money(nanodollars: 750_000_000))
  }

  @Test func `a quantity that ends with its tier begins no other`() {
    #expect(Bill(for: [requests(1_000_000, of: "a")], by: book, terms: .month(freeTier: false)).lines.count == 1)
    #expect(Bill(for: [requests(1_000_001, of: "a")], by: book, terms: .month(freeTier: false)).lines.count == 2)
  }

  @Test func `the free tier comes off before the tiers and can be switched off`() {
    let meters = [requests(1_000_100, of: "a")]
    let with = Bill(for: meters, by: book, terms: .month(freeTier: true))
    #expect(with.lines.map(\.terms) == [.free, .tier(0)])
    #expect(with.lines.map(\.counts) == [100, 1_000_000])
    let without = Bill(for: meters, by: book, terms: .month(freeTier: false))
    #expect(without.lines.map(\.counts) == [1_000_000, 100])
  }

  @Test func `an allowance for two items is used up by both in proportion`() {
    var meter = Meter("a")
    meter[.durationX86] = 200
    meter[.durationARM] = 100
    let free = Bill(for: [meter], by: book, terms: .month(freeTier: true)).lines.filter { $0.terms == .free }
    #expect(free.map(\.counts) == [60, 30])
  }

  @Test func `what is included holds whether or not there is a free tier`() {
    var plan = book
    plan.included = [PriceBook.Allowance(1_000, for: [.requests])]
    let lines = Bill(for: [requests(1_500, of: "a")], by: plan, terms: .month(freeTier: true)).lines
    #expect(lines.map(\.terms) == [.included, .free, .tier(0)])
    #expect(lines.map(\.counts) == [1_000, 100, 400])
    #expect(Bill(for: [requests(1_500, of: "a")], by: plan, terms: .month(freeTier: false)).lines.map(\.counts) == [1_000, 500])
  }

  @Test func `a run is priced by its first tier without free tier`() {
    let bill = Bill.run([requests(3_000_000, of: "a")], by: book)
    #expect(bill.lines.map(\.terms) == [.tier(0)])
    #expect(bill.total.description == "3.00")
  }

  @Test func `a month is its window scaled to 730 hours and then priced`() {
    let hour: Int64 = 3_600_000_000_000
    let bill = Bill.month([requests(10_000, of: "a")], window: hour, by: book, freeTier: false)
    #expect(bill.lines.map(\.counts) == [1_000_000, 6_300_000])
    #expect(bill.total.description == "4.15")
    #expect(requests(7, of: "a").scaledToMonth(window: 730 * hour)[.requests] == 7)
    #expect(requests(7, of: "a").scaledToMonth(window: 365 * hour, hours: 365)[.requests] == 7)
  }

  @Test func `the shares of every item add up to its lines to the nano-dollar`() throws {
    let book = try BillingTests.book("aws-us-east-1")
    let meters = (1...97).map { index in
      meter(Int64(index * index * 7_919), of: Int64(index * 13), memory: 128, on: index.isMultiple(of: 3) ? .arm : .x86, for: "f\(index)")
    }
    for terms in [Bill.Terms.firstTier, .month(freeTier: false), .month(freeTier: true)] {
      let bill = Bill(for: meters, by: book, terms: terms)
      for item in BilledItem.allCases {
        #expect(bill.shares.reduce(.zero) { $1.item == item ? $0 + $1.amount : $0 } == bill.total(of: item))
      }
      #expect(meters.reduce(.zero) { $0 + bill.total(of: $1.component) } == bill.total)
    }
  }

  @Test func `components are summed in their order`() {
    let bill = Bill.run([requests(2_000_000, of: "b"), Meter("idle"), requests(1_000_000, of: "a")], by: book)
    #expect(bill.totals.map(\.component) == ["b", "a"])
    #expect(bill.totals.map(\.amount) == [bill.total(of: "b"), bill.total(of: "a")])
  }

  @Test func `a fleet that did nothing costs nothing`() {
    let bill = Bill(for: [Meter("a")], by: book, terms: .month(freeTier: true))
    #expect(bill.lines.isEmpty && bill.shares.isEmpty && bill.unpriced.isEmpty && bill.total == .zero)
  }
}
