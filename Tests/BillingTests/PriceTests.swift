import Billing
import Testing

struct PriceTests {
  @Test func `an amount is rounded once and halves go up`() throws {
    let price = try #require(Price(parsing: "0.0005 USD/million", per: .request))
    #expect([1, 2, 3, 4].map { price.amount(of: $0).nanodollars } == [1, 1, 2, 2])
  }

  @Test func `a price is for its own unit only`() {
    #expect(Price(parsing: "0.20 USD/million", per: .request) != nil)
    #expect(Price(parsing: "0.20 USD/GB", per: .request) == nil)
    #expect(Price(parsing: "0.20/million", per: .request) == nil)
    #expect(Price(parsing: "USD/million", per: .request) == nil)
  }

  @Test(arguments: MeteredUnit.allCases)
  func `a price reads as it prints`(unit: MeteredUnit) {
    let price = Price(ExactDecimal(25, exponent: -4), per: unit)
    #expect(Price(parsing: price.description, per: unit) == price)
  }

  @Test func `quantities are read into counts`() {
    #expect(MeteredUnit.gigabyteSecond.counts(parsing: "400000 GB-s") == 409_600_000_000)
    #expect(MeteredUnit.request.counts(parsing: "1e6") == 1_000_000)
    #expect(MeteredUnit.gigabyte.counts(parsing: "0.5 GB") == 536_870_912)
    #expect(MeteredUnit.gigabyte.counts(parsing: "5 MB") == nil)
    #expect(MeteredUnit.request.counts(parsing: "many") == nil)
  }

  @Test func `a bill of thousands of millions of GB-s is exact`() throws {
    let price = try #require(Price(parsing: "0.0000166667 USD/GB-s", per: .gigabyteSecond))
    #expect(price.amount(of: 6_000_000_000 * 1_024_000).text(decimals: 9) == "100000.200000000")
  }

  @Test func `tiers must rise and end open`() {
    let price = Price(ExactDecimal(1), per: .request)
    #expect(Rate(tiers: []) == nil)
    #expect(Rate(tiers: [Rate.Tier(upTo: 5, price: price)]) == nil)
    #expect(Rate(tiers: [Rate.Tier(upTo: 5, price: price), Rate.Tier(upTo: 5, price: price), Rate.Tier(upTo: nil, price: price)]) == nil)
    #expect(Rate(tiers: [Rate.Tier(upTo: nil, price: price), Rate.Tier(upTo: nil, price: price)]) == nil)
    #expect(Rate(tiers: [Rate.Tier(upTo: 5, price: price), Rate.Tier(upTo: nil, price: price)]) != nil)
  }
}
