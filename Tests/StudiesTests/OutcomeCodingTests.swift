import Fleet
import Testing

@testable import Studies

@Suite("What came of runs as bytes")
struct OutcomeCodingTests {
  static let outcomes: [RunOutcome] = [
    .success(RunRecord(window: 0..<10)), .failure(.standstill(at: "größe", time: 7)),
    .failure(.standstill(at: "", time: 0)), .failure(.tooManyWaits(time: 86_400_000_000_000)),
  ]

  @Test("outcomes are read as they were written", arguments: outcomes)
  func roundTrip(outcome: RunOutcome) throws {
    let bytes = try OutcomeCoding.encode(outcome)
    #expect(try OutcomeCoding.decode(bytes) == outcome)
    #expect(bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test("a failure is one line of JSON")
  func failure() throws {
    let text = String(decoding: try OutcomeCoding.encode(.failure(.standstill(at: "ab", time: 7))), as: UTF8.self)
    #expect(text.hasPrefix("{\"fleetsim\":\"run failure\",\"version\":1,\"check\":"))
    #expect(text.hasSuffix(",\"failure\":[0,7,97,98]}\n"))
  }

  @Test("no altered byte is taken for another outcome", arguments: outcomes)
  func altered(outcome: RunOutcome) throws {
    let bytes = try OutcomeCoding.encode(outcome)
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(throws: RecordCodingError.self) { try OutcomeCoding.decode(other) }
      #expect(throws: RecordCodingError.self) { try OutcomeCoding.decode(Array(bytes[..<place])) }
    }
  }
}
