import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing

/// What is refused during an outage has its place in every table: what came is what was taken and what was not.
@Suite struct OutageFigureTests {
  /// Ten requests a second to each for 100 s, of which each is out of order for 20.
  static func result() throws -> StudyResult {
    try Small.result(
      """
      run: { duration: 100 s, drain: { upTo: 1 min } }
      doors: { public: { kind: httpApi, to: api } }
      streams: { clicks: { shards: 1 } }
      buckets: { blobs: {} }
      functions:
        api: { runtime: nodejs22, steps: [{ fetch: { from: blobs, size: 1 KB, retry: none, timeout: none }, onError: ignore }] }
        reader: { runtime: nodejs22, triggers: { clicks: {} }, steps: [{ compute: 1 ms }] }
      faults:
        - outage: { of: public, at: 20 s, for: 20 s }
        - outage: { of: clicks, at: 20 s, for: 20 s }
        - outage: { of: blobs, at: 60 s, for: 20 s }
      traffic:
        web: { to: public, rate: 10/s, arrivals: uniform }
        writes: { to: clicks, rate: 10/s, arrivals: uniform }
        puts: { to: blobs, rate: 10/s, arrivals: uniform }
      """)
  }

  func isNear200(_ count: Int64) -> Bool { abs(count - 200) <= 1 }

  @Test func `what came is what was taken and what was refused`() throws {
    let result = try Self.result()
    let sent = result.sources.map(\.requests)
    let door = try #require(result.doors.first).record
    #expect(isNear200(door.unavailable) && door.requests == sent[0] && door.succeeded + door.unavailable == door.requests)
    let stream = try #require(result.streams.first).record
    #expect(isNear200(stream.unavailable) && stream.accepted + stream.unavailable == sent[1])
    let bucket = try #require(result.brokers.first).record
    #expect(isNear200(bucket.unavailable) && bucket.offered == sent[2] && bucket.accepted + bucket.unavailable == sent[2])
    #expect(isNear200(bucket.fetchesUnavailable) && bucket.fetches + bucket.fetchesUnavailable == door.succeeded)
  }

  @Test func `losses have it by its cause and its share`() throws {
    let result = try Self.result()
    func loss(_ kind: ElementKind, _ name: String, _ cause: String = "unavailable") -> LossCount? {
      result.losses.first { $0.subject == .element(kind, name) && $0.cause == cause }
    }
    let all = [loss(.door, "public"), loss(.stream, "clicks"), loss(.bucket, "blobs"), loss(.bucket, "blobs", "fetch_unavailable")]
    for loss in all {
      let loss = try #require(loss)
      #expect(isNear200(loss.requests) && loss.share > 0.19 && loss.share < 0.26, "\(loss)")
    }
    #expect(result.figure(.element(.stream, "clicks"), .accepted, .ratio)?.number.map { abs($0 - 0.8) < 0.01 } == true)
  }
}
