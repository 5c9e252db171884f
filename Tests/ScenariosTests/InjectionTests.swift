import Documents
import Testing

@testable import Scenarios

struct InjectionTests {
  private static let minute: Int64 = 60_000_000_000

  private func inject(_ faults: [String], rest: String = "") -> ScenarioResult {
    Scenario.parse(
      scenario(rest: "services: { crm: { latency: 1 ms } }\n\(rest)").replacing("duration: 1 h", with: "duration: 1 d"), injections: faults)
  }

  @Test func `a fault from the command line is the one that a file would have`() throws {
    let injected = inject([
      "outage:crm,at=12:00,for=30m", "outage:crm,at=2 h,for=90s,manner=stall", "throttle:api,at=1h,for=10m,rate=5/s",
      "latency:crm,at=1h,for=10min,factor=3x", "poison:api,at=1h,count=2", "deploy:api,at=0.5h",
    ])
    let written = inject(
      [],
      rest: """
        faults:
          - outage: { of: crm, at: "12:00", for: 30 min }
          - outage: { of: crm, at: 2 h, for: 90 s, manner: stall }
          - throttle: { of: api, at: 1 h, for: 10 min, rate: 5/s }
          - latency: { of: crm, at: 1 h, for: 10 min, factor: 3x }
          - poison: { of: api, at: 1 h, count: 2 }
          - deploy: { of: api, at: 30 min }
        """)
    let faults = try #require(written.scenario).faults
    #expect(faults.count == 6)
    #expect(try #require(injected.scenario, "\(injected.diagnostics.map(\.rendered))").faults == faults)
  }

  @Test func `faults from the command line come after those of the file`() throws {
    let both = inject(["deploy:api,at=2h"], rest: "faults: [{ deploy: { of: api, at: 1 h } }]")
    #expect(try #require(both.scenario).faults.map(\.at) == [.afterStart(60 * Self.minute), .afterStart(120 * Self.minute)])
  }

  @Test(arguments: [
    ("outage", "1:1", "FS5004"), ("outage:", "1:1", "FS5004"), (":crm,at=1h", "1:1", "FS5004"), ("deploy:api,at", "1:12", "FS5004"),
    ("deploy:api,at=1h,", "1:18", "FS5004"), ("deploy:api,=1h", "1:12", "FS5004"), ("deploy:api,at=1h,at=2h", "1:18", "FS2014"),
    ("outtage:crm,at=1h,for=1m", "1:1", "FS2001"), ("outage:crm,at=1h", "1:1", "FS2002"), ("deploy:api,at=1", "1:15", "FS2005"),
    ("deploy:api,at=1h,for=2m", "1:18", "FS2001"), ("outage:crm,at=24:00,for=1m", "1:15", "FS2019"),
    ("outage:_,at=1h,for=1m", "1:8", "FS2011"), ("poison:api,at=1h,count=0", "1:24", "FS2007"),
  ])
  func `a wrong fault is located in itself`(fault: String, place: String, code: String) {
    let result = inject([fault])
    #expect(result.diagnostics.map { "\($0.place.description) \($0.code)" } == ["--inject:\(place) \(code)"])
    #expect(result.scenario == nil)
  }

  @Test func `the finding shows the fault and says how one is written`() {
    #expect(
      inject(["deploy:api,at=1h", "outage crm"]).diagnostics.map(\.rendered) == [
        """
        --inject:2:1: error[FS5004]: faults: 'outage crm' is no fault; write kind:name,key=value,.. as outage:crm,at=12:00,for=30m
           1 | deploy:api,at=1h
           2 | outage crm
             | ^^^^^^^^^^

        """
      ])
  }

  @Test func `what the file says wrongly is said of the file`() {
    #expect(inject(["deploy:api,at=1h"], rest: "faults: { deploy: { of: api, at: 1 h } }").diagnostics.map(\.code) == ["FS2003"])
  }
}
