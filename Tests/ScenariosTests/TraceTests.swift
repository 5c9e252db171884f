import Documents
import Testing

@testable import Scenarios

struct TraceTests {
  private func trace(_ text: String, _ files: [String: String]) throws -> Trace.Record {
    let read = try read(scenario(traffic: "  fn001: { to: api, trace: \(text) }"), files: MemoryFiles(files))
    guard case .trace(let trace) = read.traffic[0].arrivals else { return .timestamps([]) }
    return trace.record
  }

  @Test func `timestamps of seven digits count from the earliest on, in order`() throws {
    let text = "TIMESTAMP,Tokens\n2023-11-16 18:17:03.9799600,5\n2023-11-16 18:15:46.6805900,4\n\"2023-11-16 18:15:46.6805901\",4\n"
    #expect(try trace("{ timestamps: { file: t.csv, column: TIMESTAMP } }", ["t.csv": text]) == .timestamps([0, 100, 77_299_370_000]))
  }

  @Test func `plain numbers are seconds or milliseconds`() throws {
    #expect(
      try trace("{ timestamps: { file: t.csv, column: t } }", ["t.csv": "t\n1700000000.5\n1700000000.25\n"])
        == .timestamps([0, 250_000_000]))
    #expect(
      try trace("{ timestamps: { file: t.csv, column: t, unit: ms } }", ["t.csv": "t\n0.001\n1e3\n"]) == .timestamps([0, 999_999_000]))
  }

  @Test func `counts are run lengths of the row with the source's name`() throws {
    let files = ["c.csv": "name,counts\nfn000,7\nfn001,0*3 5 2*2\n"]
    #expect(try trace("{ counts: { file: c.csv } }", files) == .counts([0, 0, 0, 5, 2, 2], every: 60_000_000_000, within: .random))
    #expect(
      try trace("{ counts: { file: c.csv, row: fn000, every: 1 s, within: even } }", files)
        == .counts([7], every: 1_000_000_000, within: .even))
    #expect(RunLengths.text([0, 0, 0, 5, 2, 2]) == "0*3 5 2*2")
    #expect(RunLengths.counts("1*2*3") == nil)
    #expect(RunLengths.counts("5*99999999999") == nil)
  }

  @Test func `invocations are filtered by columns, and starts follow from ends`() throws {
    let files = ["i.csv": "app,func,end_timestamp,duration\nx,y,10.5,0.5\nx,z,3,1\nx,y,4,0.25\n"]
    let record = try trace("{ invocations: { file: i.csv, end: end_timestamp, duration: duration, where: { app: x, func: y } } }", files)
    #expect(record == .invocations(starts: [1_750_000_000, 8_000_000_000], durations: [250_000_000, 500_000_000]))
  }

  @Test func `an invocation has a start or an end`() {
    let files = MemoryFiles(["i.csv": "s,d\n1,1\n"])
    expectFindings(
      scenario(traffic: "  a: { to: api, trace: { invocations: 1️⃣{ file: i.csv, duration: d } } }"), ["FS2014"], files: files)
    expectFindings(
      scenario(traffic: "  a: { to: api, trace: { invocations: { file: 1️⃣i.csv, start: s, duration: d, where: { s: 7 } } } }"), ["FS4004"],
      files: files)
  }

  @Test func `ten megabytes are read well under a second`() throws {
    var text = "TIMESTAMP,a,b\n"
    for index in 0..<300_000 { text += "2023-11-16 18:15:\(10 + index % 50).\(1_000_000 + index),5,1\n" }
    let clock = ContinuousClock()
    var count = 0
    let elapsed = try clock.measure {
      if case .timestamps(let times) = try trace("{ timestamps: { file: t.csv, column: TIMESTAMP } }", ["t.csv": text]) {
        count = times.count
      }
    }
    #expect(count == 300_000)
    // Unoptimised and beside other tests: optimised code is some twenty times as fast.
    #expect(elapsed < .seconds(20))
  }
}
