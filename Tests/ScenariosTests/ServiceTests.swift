import Billing
import Documents
import Testing
import Variates

@testable import Scenarios

struct ServiceTests {
  private func services(_ text: String) throws -> [ServiceSpec] {
    try read(scenario(rest: "services:\n\(text)")).services
  }

  @Test func `a service needs nothing but its latency`() throws {
    let service = try #require(try services("  crm: { latency: 30 ms }").first)
    #expect(service == ServiceSpec(name: "crm", latency: .constant(30e6)))
    #expect(service.failures == ServiceSpec.Failures(error: 0, stall: 0))
    #expect(service.rejectLatency == .constant(0) && service.answer == .constant(0))
  }

  @Test func `every key of a service is read`() throws {
    let service = try #require(
      try services(
        """
          crm:
            label: Customers
            latency: { exponential: { mean: 40 ms } }
            growth: { from: 20, perConnection: 2% }
            rateLimit: { rate: 100/s, burst: 50, excess: queue }
            concurrencyLimit: { connections: 7, excess: reject, heldBy: instance }
            queueLimit: { length: 1000, wait: 30 s }
            rejectLatency: 5 ms
            failures: { error: 0.2%, stall: 0.1% }
            outages: [{ at: 12 h, for: 30 min }, { at: "03:00", for: 1 min, manner: stall }]
            answer: 2 KB
            price: 0.625 USD/million
        """
      ).first)
    #expect(service.label == "Customers")
    #expect(service.latency.mean == 40e6)
    #expect(service.growth == ServiceSpec.Growth(from: 20, perConnection: 0.02))
    #expect(service.rateLimit == ServiceSpec.RateLimit(rate: 100, burst: 50, excess: .queue))
    #expect(service.concurrencyLimit == ServiceSpec.ConcurrencyLimit(connections: 7, excess: .reject, heldBy: .instance))
    #expect(service.queueLimit == ServiceSpec.QueueLimit(length: 1000, wait: 30_000_000_000))
    #expect(service.rejectLatency == .constant(5e6))
    #expect(service.failures == ServiceSpec.Failures(error: 0.002, stall: 0.001))
    #expect(
      service.outages == [
        Outage(at: .afterStart(43_200_000_000_000), length: 1_800_000_000_000, manner: .reject),
        Outage(at: .daily(10_800_000_000_000), length: 60_000_000_000, manner: .stall),
      ])
    #expect(service.answer == .constant(2048))
    #expect(service.price == Price(parsing: "0.625 USD/million", per: .request))
  }

  @Test func `what is left out of a limit has its default`() throws {
    let service = try #require(
      try services(
        """
          crm:
            latency: 1 ms
            growth: { perConnection: 1% }
            rateLimit: { rate: 1/s, burst: 1 }
            concurrencyLimit: { connections: 1, excess: queue }
            queueLimit: {}
        """
      ).first)
    #expect(service.growth?.from == 0)
    #expect(service.rateLimit?.excess == .reject)
    #expect(service.concurrencyLimit?.heldBy == .call)
    #expect(service.queueLimit == ServiceSpec.QueueLimit(length: nil, wait: nil))
  }

  @Test func `mistakes in a service are found where they are`() {
    expectFindings(
      scenario(
        rest: """
          services:
            a: 1️⃣{ answer: 1 KB }
            b: { latency: 1 ms, rateLimit: { rate: 2️⃣0/s, burst: 3️⃣0 }, 4️⃣queueLimit: { length: 5 } }
            c: { latency: 1 ms, failures: { error: 60%, stall: 5️⃣50% }, price: 6️⃣2 USD }
            d: { latency: 1 ms, outages: [{ at: 7️⃣24:00, for: 1 min, manner: 8️⃣slow }], 9️⃣limit: 5 }
          """), ["FS2002", "FS2007", "FS2007", "FS2014", "FS2015", "FS4006", "FS2019", "FS2009", "FS2001"])
  }

  @Test func `a value in a service is overridden by its path`() throws {
    let text = scenario(rest: "services:\n  crm: { latency: 30 ms }")
    #expect(
      try read(text, overrides: ["services.crm.latency=50 ms"]).services[0].latency == .constant(50e6))
  }
}
