import Documents
import Testing

@testable import Scenarios

struct FaultTests {
  private static let minute: Int64 = 60_000_000_000

  @Test func `every kind of fault is read`() throws {
    let faults = try read(
      scenario(
        rest: """
          services: { crm: { latency: 1 ms } }
          faults:
            - outage: { of: crm, at: 12 h, for: 30 min }
            - outage: { of: crm, at: "12:00", for: 30 min, manner: stall }
            - throttle: { of: api, at: 1 h, for: 10 min, rate: 5/s }
            - throttle: { of: api, at: 1 h, for: 10 min, rate: 0/s }
            - latency: { of: crm, at: 1 h, for: 10 min, factor: 3x }
            - poison: { of: api, at: 1 h }
            - poison: { of: api, at: 1 h, count: 4 }
            - deploy: { of: api, at: 0 s }
          """)
    ).faults
    #expect(
      faults == [
        FaultSpec(.outage(length: 30 * Self.minute, manner: .reject), of: "crm", at: .afterStart(720 * Self.minute)),
        FaultSpec(.outage(length: 30 * Self.minute, manner: .stall), of: "crm", at: .daily(720 * Self.minute)),
        FaultSpec(.throttle(length: 10 * Self.minute, rate: 5), of: "api", at: .afterStart(60 * Self.minute)),
        FaultSpec(.throttle(length: 10 * Self.minute, rate: 0), of: "api", at: .afterStart(60 * Self.minute)),
        FaultSpec(.latency(length: 10 * Self.minute, factor: 3), of: "crm", at: .afterStart(60 * Self.minute)),
        FaultSpec(.poison(count: 1), of: "api", at: .afterStart(60 * Self.minute)),
        FaultSpec(.poison(count: 4), of: "api", at: .afterStart(60 * Self.minute)),
        FaultSpec(.deploy, of: "api", at: .afterStart(0)),
      ])
    #expect(faults.map(\.word) == [.outage, .outage, .throttle, .throttle, .latency, .poison, .poison, .deploy])
  }

  @Test func `mistakes in a fault are found where they are`() {
    expectFindings(
      scenario(
        rest: """
          services: { crm: { latency: 1 ms } }
          faults:
            - 1️⃣outtage: { of: crm, at: 1 min, for: 1 min }
            - outage: 2️⃣{ of: crm, at: 1 min }
            - outage: { of: crm, at: 3️⃣1, for: 4️⃣0 s }
            - latency: { of: crm, at: 1 min, for: 1 min, factor: 5️⃣3 }
            - { deploy: { of: api, at: 1 min }, 6️⃣poison: { of: api, at: 1 min } }
          """), ["FS2001", "FS2002", "FS2005", "FS2007", "FS2005", "FS2014"])
  }

  @Test func `a fault needs something that can have it`() {
    let kinds: Set = ["FS3001", "FS3019"]
    expectFindings(
      scenario(
        rest: """
          services: { crm: { latency: 1 ms } }
          queues: { jobs: {} }
          topics: { orders: {} }
          faults:
            - outage: { of: 1️⃣orders, at: 1 h, for: 1 min }
            - throttle: { of: 2️⃣orders, at: 1 h, for: 1 min, rate: 1/s }
            - latency: { of: 3️⃣api, at: 1 h, for: 1 min, factor: 2x }
            - poison: { of: 4️⃣crm, at: 1 h }
            - deploy: { of: 5️⃣jobs, at: 1 h }
            - deploy: { of: 6️⃣apj, at: 1 h }
            - outage: { of: jobs, at: 1 h, for: 1 min }
            - throttle: { of: api, at: 1 h, for: 1 min, rate: 1/s }
            - latency: { of: orders, at: 1 h, for: 1 min, factor: 2x }
            - poison: { of: orders, at: 1 h }
          """), ["FS3019", "FS3019", "FS3019", "FS3019", "FS3019", "FS3001"], only: kinds)
  }

  @Test func `only a service can leave requests without an answer`() {
    expectFindings(
      scenario(
        rest: """
          services: { crm: { latency: 1 ms } }
          faults:
            - outage: { of: crm, at: 1 s, for: 1 min, manner: stall }
            - outage: { of: api, at: 1 s, for: 1 min, manner: 1️⃣stall }
          """), ["FS2014"])
  }

  @Test func `what begins after the run is advised about`() {
    expectFindings(
      """
      scenario: test
      platform: aws-lambda
      run: { start: 2026-01-05T10:00:00Z, duration: 2 h, drain: { upTo: 1 h } }
      functions: { api: { runtime: go } }
      services:
        crm: { latency: 1 ms, outages: [{ at: 1️⃣09:59, for: 1 min }, { at: 10:00, for: 1 min }, { at: 2 h, for: 1 min }] }
      traffic: {}
      faults:
        - deploy: { of: api, at: 2️⃣3 h }
        - deploy: { of: api, at: 179 min }
        - deploy: { of: api, at: "12:59" }
        - deploy: { of: api, at: 3️⃣"13:00" }
      """, ["FS9007", "FS9007", "FS9007"])
  }
}
