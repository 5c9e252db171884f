import Billing
import Documents
import Testing

@testable import Scenarios

/// Price books as scenarios read and override them.
struct PriceTests {
  func result(prices: String) -> ScenarioResult {
    Scenario.parse(
      "scenario: a\nplatform: aws-lambda\nprices: \(prices)\nrun: { duration: 1 s }\n"
        + "functions: { f: { memory: 128 MB, runtime: nodejs22, artifact: { size: 1 MB } } }\ntraffic: { t: { to: f, rate: 1/s } }\n")
  }

  @Test func `the book has a rate for all that lies between functions`() throws {
    let prices = try #require(result(prices: "aws-us-east-1").scenario).prices
    #expect(BilledItem.inBooks.filter { prices.rates[$0] == nil } == [.vCPU, .memory, .cpuTime, .subscription])
    #expect(prices.rates[.restRequests]?.tiers.count == 4)
    #expect(prices.rates[.workflowTransitions]?.first.description == "25 USD/million")
    #expect(prices.free.contains(PriceBook.Allowance(1_000_000, for: [.queueStandard, .queueFIFO])))
    #expect(prices.free.contains(PriceBook.Allowance(4_000, for: [.workflowTransitions])))
  }

  @Test(
    arguments: BilledItem.inBooks)
  func `every price can be overridden by its path`(item: BilledItem) throws {
    let keys = item.path.split(separator: ".")
    let price = "7 USD/\(item.unit.priceSymbol)"
    let rates = keys.map { "{ \($0): " }.joined() + price + String(repeating: " }", count: keys.count)
    let scenario = result(prices: "{ book: aws-us-east-1, rates: \(rates) }").scenario
    let prices = try #require(scenario, "\(item.path)").prices
    #expect(prices.rates[item]?.tiers.map(\.price.description) == [price])
    #expect(prices.rates[item == .requests ? .queueFIFO : .requests] != nil)
  }

  @Test func `free quantities are overridden by their path, for one item or for all that is counted alike below`() throws {
    let free = "{ queue: 5e6, workflow: { standard: 0, express: { duration: 10 GB-h } }, table: { storage: 1 GB-month } }"
    let prices = try #require(result(prices: "{ book: aws-us-east-1, free: \(free) }").scenario).prices
    #expect(prices.free.first { $0.items == [.queueStandard, .queueFIFO] }?.counts == 5_000_000)
    #expect(prices.free.first { $0.items == [.workflowTransitions] }?.counts == 0)
    #expect(prices.free.first { $0.items == [.expressDuration] }?.counts == 10 * MeteredUnit.gigabyteHour.counts)
    #expect(prices.free.first { $0.items == [.tableStorage] }?.counts == MeteredUnit.gigabyteMonth.counts)
    #expect(prices.free.first { $0.items == [.requests] }?.counts == 1_000_000)
  }

  @Test(arguments: [
    ("{ book: aws-us-east-1, rates: { queue: { standard: 0.4 USD/GB } } }", "FS4006"),
    ("{ book: aws-us-east-1, rates: { service: 1 USD/million } }", "FS2001"),
    ("{ book: aws-us-east-1, free: { topic: 1e6 } }", "FS2003"), ("{ book: aws-us-east-1, free: { queue: 1 GB } }", "FS4006"),
  ])
  func `a price or quantity in the wrong place or unit is a mistake`(prices: String, code: String) {
    #expect(result(prices: prices).diagnostics.map(\.code) == [code])
  }
}
