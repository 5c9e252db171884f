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
          """), alsoUnsupported: true
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
            - 1️⃣outtage: { of: crm, at: 1 h, for: 1 min }
            - outage: 2️⃣{ of: crm, at: 1 h }
            - outage: { of: crm, at: 3️⃣1, for: 4️⃣0 s }
            - latency: { of: crm, at: 1 h, for: 1 min, factor: 5️⃣3 }
            - { deploy: { of: api, at: 1 h }, 6️⃣poison: { of: api, at: 1 h } }
          """), ["FS2001", "FS2002", "FS2005", "FS2007", "FS2005", "FS2014"], alsoUnsupported: true)
  }
}
