import Billing
import Testing

/// AWS Lambda's bill against worked examples, to the cent as their sources print them.
struct LambdaBillTests {
  let book: PriceBook

  init() throws {
    book = try BillingTests.book("aws-us-east-1")
  }

  /// - Source: AWS Lambda pricing page, example of a mobile application.
  @Test func `three million requests of 120 ms at 1536 MB with the free tier`() {
    let bill = Bill(for: [meter(3_000_000, of: 120, memory: 1536)], by: book, terms: .month(freeTier: true))
    let paid: Int64? = 140_000 * 1_024_000
    #expect(bill.lines.first { $0.item == .durationX86 && $0.terms == .tier(0) }?.counts == paid)
    #expect(bill.cents(.durationX86) == "2.33")
    #expect(bill.cents(.requests) == "0.40")
    #expect(bill.total.description == "2.73")
  }

  /// - Source: AWS Lambda pricing page, example without free tier.
  @Test func `7.44 million requests of 2 s at 1024 MB without the free tier`() {
    let bill = Bill(for: [meter(7_440_000, of: 2_000, memory: 1024)], by: book, terms: .month(freeTier: false))
    #expect(bill.cents(.requests) == "1.49")
    #expect(bill.cents(.durationX86) == "248.00")
    #expect(bill.total.description == "249.49")
  }

  /// - Source: AWS Lambda pricing page, example with ephemeral storage.
  @Test func `six million requests with 2048 MB of ephemeral storage`() {
    var function = Meter("api")
    function.addInvocations(
      6_000_000, billedMilliseconds: 6_000_000 * 280, memory: 4096, on: .x86, extraStorage: 2048 - 512)
    let bill = Bill(for: [function], by: book, terms: .month(freeTier: true))
    #expect(function[.ephemeralStorage] == 2_520_000 * 1_024_000)
    #expect(bill.cents(.durationX86) == "105.33")
    #expect(bill.cents(.requests) == "1.00")
    #expect(bill.cents(.ephemeralStorage) == "0.08")
    #expect(bill.total.description == "106.41")
  }

  /// - Source: AWS Lambda pricing page, example with provisioned concurrency.
  @Test func `provisioned concurrency has no free tier and what spills over has`() {
    var function = Meter("api")
    function.addProvisioned(instanceMilliseconds: 100 * 8 * 3_600_000, memory: 1536, on: .x86)
    function.addInvocations(500_000, billedMilliseconds: 500_000 * 100, memory: 1536, on: .x86, by: .provisioned)
    function.addInvocations(2_500_000, billedMilliseconds: 2_500_000 * 120, memory: 1536, on: .x86)
    let bill = Bill(for: [function], by: book, terms: .month(freeTier: true))
    #expect(bill.cents(.provisionedKeptX86) == "18.00")
    #expect(bill.cents(.requests) == "0.40")
    #expect(bill.cents(.provisionedDurationX86) == "0.73")
    #expect(bill.cents(.durationX86) == "0.83")
    #expect(bill.total.description == "19.96")
  }

  /// - Source: AWS Lambda pricing page as it was when a GB-s cost 0.00001667 USD.
  @Test func `three million requests of 1 s at 512 MB by the price of old`() throws {
    var old = book
    old.rates[.durationX86] = Rate(try #require(Price(parsing: "0.00001667 USD/GB-s", per: .gigabyteSecond)))
    let bill = Bill(for: [meter(3_000_000, of: 1_000, memory: 512)], by: old, terms: .month(freeTier: true))
    #expect(bill.cents(.durationX86) == "18.34")
    #expect(bill.total.description == "18.74")
  }

  /// - Source: Infracost golden tests, AWS Lambda.
  @Test func `fifteen thousand million requests run through all three tiers`() {
    let bill = Bill(for: [meter(15_000_000_000, of: 2_048, memory: 2048)], by: book, terms: .month(freeTier: false))
    #expect(bill.cents(.requests) == "3000.00")
    let tiers = bill.lines.filter { $0.item == .durationX86 }
    #expect(tiers.map(\.terms) == [.tier(0), .tier(1), .tier(2)])
    #expect(tiers.map(\.amount.description) == ["100000.20", "135000.00", "619203.10"])
  }

  /// - Source: Infracost golden tests, AWS Lambda.
  @Test func `nine thousand million requests end in the second tier`() {
    let bill = Bill(for: [meter(9_000_000_000, of: 1_024, memory: 1024)], by: book, terms: .month(freeTier: false))
    #expect(bill.cents(.requests) == "1800.00")
    #expect(bill.lines.filter { $0.item == .durationX86 }.map(\.amount.description) == ["100000.20", "48240.00"])
  }

  /// - Source: Infracost golden tests, AWS Lambda.
  @Test(arguments: [
    (128, Meter.Processor.x86, BilledItem.durationX86, "0.07"), (128, .arm, .durationARM, "0.06"),
    (512, .x86, .durationX86, "0.29"), (512, .arm, .durationARM, "0.23"),
  ])
  func `a hundred thousand requests of 350 ms`(memory: Int64, processor: Meter.Processor, item: BilledItem, cost: String) {
    let bill = Bill(for: [meter(100_000, of: 350, memory: memory, on: processor)], by: book, terms: .month(freeTier: false))
    #expect(bill.cents(item) == cost)
    #expect(bill.cents(.requests) == "0.02")
  }

  /// - Source: Infracost golden tests, AWS Lambda.
  @Test func `provisioned concurrency on arm64`() {
    var function = Meter("api")
    function.addProvisioned(instanceMilliseconds: 50 * 100 * 3_600_000, memory: 512, on: .arm)
    function.addInvocations(10_000_000, billedMilliseconds: 3_500_000_000, memory: 512, on: .arm, by: .provisioned)
    let bill = Bill(for: [function], by: book, terms: .month(freeTier: false))
    #expect(bill.cents(.provisionedKeptARM) == "30.00")
    #expect(bill.cents(.provisionedDurationARM) == "13.61")
    #expect(bill.total.description == "45.61")
  }

  /// - Source: arithmetic on AWS's prices: 1 GB for 3 h, and 10 GB restored.
  @Test func `a snapshot costs its keeping and its restores`() {
    var function = Meter("api")
    function.addSnapshot(keptFor: 3 * 3_600_000, restores: 10, memory: 1024)
    let bill = Bill(for: [function], by: book, terms: .month(freeTier: true))
    #expect(bill.total(of: .snapStartCache).text(decimals: 9) == "0.016249680")
    #expect(bill.total(of: .snapStartRestore).text(decimals: 9) == "0.001397998")
  }

  /// - Source: arithmetic on AWS's prices: 15 GB, of which 5 are free.
  @Test func `logs cost by the gigabyte`() {
    var function = Meter("api")
    function[.logs] = 15 * 1_073_741_824
    #expect(Bill(for: [function], by: book, terms: .month(freeTier: true)).total.description == "5.00")
    #expect(Bill(for: [function], by: book, terms: .month(freeTier: false)).total.description == "7.50")
  }
}
