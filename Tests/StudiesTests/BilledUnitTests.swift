import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing

/// What size makes of each request and record, on the bill of a simulated fleet.
@Suite struct BilledUnitTests {
  static func quantity(_ result: StudyResult, _ component: String, _ item: String) throws -> Double {
    let line = try #require(result.cost(component, item))
    return try #require(line.quantity.number)
  }

  /// Ten requests of 2 MB a second for a minute.
  ///
  /// - Source: Amazon API Gateway pricing: HTTP APIs are metered in units of 512 KB, REST APIs by the request.
  @Test(arguments: [("httpApi", 4), ("restApi", 1)]) func `an HTTP API bills by 512 KB and a REST API by the request`(
    kind: String, units: Int64
  ) throws {
    let result = try Small.result(
      """
      run: { duration: 1 min, drain: { upTo: 1 min } }
      functions: { api: { runtime: nodejs22, steps: [{ compute: 1 ms }] } }
      doors: { public: { kind: \(kind), to: api } }
      traffic: { web: { to: public, rate: 10/s, arrivals: uniform, size: 2 MB } }
      """)
    let door = try #require(result.doors.first)
    #expect(door.record.requests > 590)
    #expect(try Self.quantity(result, "public", "door.\(kind)") == Double(units * door.record.requests))
  }

  /// Records of 1,100 bytes: two whole KB each on demand and as writes to a table, one unit of 25 KB each with provisioned shards.
  ///
  /// - Source: Amazon Kinesis Data Streams pricing: on demand each record is rounded up to 1 KB; Amazon DynamoDB pricing: a write unit for
  ///   each KB of an item.
  @Test(arguments: [
    ("{ mode: onDemand }", "stream.onDemand.in", 2.0 * 1_024 / Double(1 << 30)), ("{ kind: dynamodb, shards: 1 }", "table.write", 2),
    ("{ shards: 1 }", "stream.provisioned.put", 1),
  ])
  func `each record is rounded up by itself`(stream: String, item: String, each: Double) throws {
    let result = try Small.result(
      """
      run: { duration: 1 min, drain: { upTo: 1 min } }
      streams: { clicks: \(stream) }
      functions: { reader: { runtime: nodejs22, triggers: { clicks: {} }, steps: [{ compute: 1 ms }] } }
      traffic: { web: { to: clicks, rate: 50/s, arrivals: uniform, size: 1100 B } }
      """)
    let accepted = Double(try #require(result.streams.first).record.accepted)
    #expect(accepted > 2_900)
    #expect(abs(try Self.quantity(result, "clicks", item) / (accepted * each) - 1) < 1e-12)
  }
}
