import Fleet
import Scenarios
import Statistics
import Testing
import Variates

@testable import Studies

@Suite("Records as bytes")
struct RecordCodingTests {
  /// Scenarios of the package in which much happens, and what makes them short.
  static let scenarios = [
    ("webhook-intake", ["run.duration=20 min"]), ("stream-shards-02", []), ("outage-and-drain", []), ("chain-queue", []),
    ("claim-check", []),
  ]

  private func records(_ name: String, _ overrides: [String], _ count: Int = 3) throws -> [RunRecord] {
    let folder = #filePath.replacing("Tests/StudiesTests/RecordCodingTests.swift", with: "scenarios")
    var scenario = try #require(Scenario.load(path: "\(folder)/\(name).yaml", overrides: overrides).scenario)
    return try (1...count).map { seed in
      scenario.run.seed = Int64(seed)
      return try Study(scenario, seriesEvery: 60_000_000_000).simulate()
    }
  }

  @Test("records are read as they were written, and always written with the same bytes", arguments: scenarios)
  func roundTrip(name: String, overrides: [String]) throws {
    let records = try records(name, overrides)
    let bytes = try RecordCoding.encode(records)
    #expect(try RecordCoding.decode(bytes) == records)
    #expect(try RecordCoding.encode(records) == bytes)
    #expect(bytes.allSatisfy { $0 < 128 } && bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test("records of real fleets add up to the same in any order", arguments: scenarios)
  func anyOrder(name: String, overrides: [String]) throws {
    let records = try RecordCoding.decode(try RecordCoding.encode(records(name, overrides)))
    func sum(_ order: [Int]) -> RunRecord { order.dropFirst().reduce(into: records[order[0]]) { $0.add(records[$1]) } }
    let all = sum([0, 1, 2])
    #expect(sum([2, 0, 1]) == all && sum([1, 2, 0]) == all && records[0] != records[1])
    var right = records[2]
    right.add(records[1])
    right.add(records[0])
    #expect(right == all)
    #expect(all.events == records.reduce(0) { $0 + $1.events } && all.functions[0].latency.count > records[0].functions[0].latency.count)
  }

  @Test("the bytes are one line of JSON")
  func bytes() throws {
    let record = RunRecord(window: 0..<10)
    let text =
      "{\"fleetsim\":\"run records\",\"version\":3,\"check\":8919631500083246,\"records\":[[0,10,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]]}\n"
    let written = String(decoding: try RecordCoding.encode([record]), as: UTF8.self)
    #expect(written == text)
  }

  @Test("no records are some bytes too")
  func none() throws {
    #expect(try RecordCoding.decode(try RecordCoding.encode([])).isEmpty)
  }

  @Test("what is negative or beyond 2^53 is not written")
  func beyond() {
    for count in [-1, 1 << 53] as [Int64] {
      var record = RunRecord(window: 0..<10)
      record.functions = [FunctionRecord()]
      record.functions[0].offered = count
      #expect(throws: RecordCodingError.notANumber) { try RecordCoding.encode([record]) }
    }
  }

  @Test(
    "bytes of something else are refused",
    arguments: ["", "{}", "null", #"{"fleetsim":"run records","version":2,"check":1,"records":[[1]]}"#])
  func foreign(text: String) {
    #expect(throws: RecordCodingError.foreign) { try RecordCoding.decode(Array(text.utf8)) }
  }

  @Test("bytes that were cut short or altered anywhere are refused")
  func damaged() throws {
    let bytes = try RecordCoding.encode(try records("chain-queue", ["run.duration=1 min"], 1))
    for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
      #expect(throws: RecordCodingError.self) { try RecordCoding.decode(Array(bytes[..<end])) }
    }
    var draw = Draw(20_261_123)
    for _ in 0..<300 {
      var altered = bytes
      altered[Int(draw.below(UInt64(bytes.count)))] ^= UInt8(1 + draw.below(255))
      #expect(throws: RecordCodingError.self) { try RecordCoding.decode(altered) }
    }
  }

  /// The sum over the bytes keeps chance away, and no malice.
  @Test("altered bytes whose sum is right are refused or a record, never more")
  func forged() throws {
    let record = try records("chain-queue", ["run.duration=1 min"], 1)[0]
    let body = Array(
      try RecordCoding.encode([record]).split(separator: UInt8(ascii: "c"), maxSplits: 2)[2].drop { $0 != UInt8(ascii: ",") })
    var draw = Draw(7)
    var read = 0
    for _ in 0..<500 {
      var forged = body
      for _ in 0...draw.below(3) { forged[Int(draw.below(UInt64(body.count)))] = Array("0123456789,]".utf8)[Int(draw.below(12))] }
      let head = "{\"fleetsim\":\"run records\",\"version\":3,\"check\":\(RecordCoding.check(forged[...]))"
      guard let others = try? RecordCoding.decode(Array(head.utf8) + forged) else { continue }
      for other in others where record.hasShape(of: other) {
        var both = record
        both.add(other)
        read += 1
      }
    }
    #expect(read > 0)
  }
}
