import Billing
import Testing

/// The bills of the other function platforms against worked examples, to the cent as their sources print them.
struct OtherPlatformBillTests {
  /// - Source: Cloudflare Workers documentation, pricing examples.
  @Test(arguments: [(15_000_000, 7, "8.00"), (720, 180_000, "6.99"), (100_000_000, 7, "45.40")])
  func `a month of Workers costs its subscription, requests and CPU time`(requests: Int64, cpu: Int64, cost: String) throws {
    var account = Meter("account")
    account[.subscription] = 730 * 3_600_000
    var worker = Meter("worker")
    worker[.requests] = requests
    worker[.cpuTime] = requests * cpu * 1_000
    let bill = Bill(for: [account, worker], by: try book("cloudflare-workers-paid"), terms: .month(freeTier: false))
    #expect(bill.cents(.subscription) == "5.00")
    #expect(bill.total.description == cost)
  }

  /// - Source: Infracost golden tests, Google Cloud Run.
  @Test func `half a million requests of 3.6 s on Cloud Run`() throws {
    var service = Meter("service")
    service[.requests] = 500_000
    service.addInstanceTime(500_000 * 3_600, milliCPU: 1_000, memory: 512)
    let bill = Bill(for: [service], by: try book("google-cloud-run-tier-2"), terms: .month(freeTier: false))
    #expect(bill.cents(.vCPU) == "60.48")
    #expect(bill.cents(.memory) == "3.15")
    #expect(bill.cents(.requests) == "0.20")
  }

  /// - Source: arithmetic on Azure's prices: a million executions of 40 ms and 100 MB are billed as 100 ms and 128 MB.
  @Test func `Azure bills at least 100 ms and 128 MB`() throws {
    let rule = DurationRule(unit: 1, minimum: 100, memoryStep: 128)
    let function = meter(
      1_000_000, of: rule.billedMilliseconds(duration: 40_000_000), memory: rule.billedMemory(100))
    let bill = Bill(for: [function], by: try book("azure-functions-consumption"), terms: .month(freeTier: false))
    #expect(bill.cents(.requests) == "0.20")
    #expect(bill.cents(.durationX86) == "0.20")
  }

  @Test func `what a book has no rate for is named and costs nothing`() throws {
    let bill = Bill(for: [meter(1_000, of: 100, memory: 128, on: .arm)], by: try book("azure-functions-consumption"), terms: .firstTier)
    #expect(bill.unpriced == [.durationARM])
    #expect(bill.total.text(decimals: 4) == "0.0002")
  }
}
