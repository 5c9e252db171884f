import Fleet
import Scenarios
import Testing

/// Rates beyond all that a bucket of tokens can hold are no limit.
struct HugeRateTests {
  /// A function that uploads to a bucket, and what else is in the fleet.
  private func record(
    platform: String = "aws-lambda", bucket: String = "", door: String = "", bus: String = "", service: String = "", faults: String = ""
  ) throws -> RunRecord {
    try Simulated.record(
      """
      scenario: rates
      platform: \(platform)
      run: { duration: 10 s, drain: { upTo: 1 min } }
      functions:
        f:
          runtime: go
          artifact: { size: 1 MB }
          steps: [ { store: { to: blobs } }, { emit: { to: events } }, { request: { to: crm } }, { send: { to: jobs } } ]
        g: { runtime: go, artifact: { size: 1 MB }, triggers: { events: {}, jobs: {}, clicks: {} }, steps: [ { wait: 1 ms } ] }
      doors: { public: { kind: httpApi, to: f\(door) } }
      buckets: { blobs: { put: 30 ms\(bucket) } }
      buses: { events: { latency: 1 ms\(bus) } }
      queues: { jobs: { kind: fifo } }
      streams: { clicks: { shards: 1 } }
      services: { crm: { latency: 1 ms\(service) } }
      faults: [ \(faults) ]
      traffic: { users: { to: public, rate: 5/s, size: 1 KB, key: { uniform: { n: 4 } } }, surfers: { to: clicks, rate: 5/s, key: { uniform: { n: 4 } } } }
      """)
  }

  @Test func `a huge rate of a limit lets all through`() throws {
    let record = try record(
      bucket: ", requestRate: { put: 1e30/s, get: 1e30/s }", door: ", throttle: { rate: 1e30/s, burst: 100000000 }",
      bus: ", throttle: { rate: 1e30/s, burst: 100000000 }", service: ", rateLimit: { rate: 1e30/s, burst: 1000000000 }",
      faults: "{ throttle: { of: f, at: 1 s, for: 5 s, rate: 1e30/s } }, { throttle: { of: crm, at: 1 s, for: 5 s, rate: 1e30/s } }")
    let sent = record.sources[0].requests
    #expect(sent > 20 && record.sources[0].succeeded == sent)
    #expect(record.doors[0].throttled == 0 && record.brokers.allSatisfy { $0.throttled == 0 && $0.accepted == sent })
    #expect(record.services[0].served == sent && record.functions[0].throttles == 0)
  }

  @Test(arguments: [
    "queues: { fifo: { calls: 1e30/s, messages: 1e30/s } }", "doors: { throttle: { rate: 1e30/s, burst: 100000000 } }",
    "streams: { write: { records: 1e30/s, bandwidth: 1e30 MB/s }, read: { calls: 1e30/s, bandwidth: 1e30 MB/s } }",
  ])
  func `a huge rate of a platform lets all through`(rule: String) throws {
    let record = try record(platform: "{ profile: aws-lambda, \(rule) }")
    #expect(record.queues[0].refused == 0 && record.doors[0].throttledByAccount == 0)
    #expect(record.queues[0].accepted == record.sources[0].requests)
    #expect(record.streams[0].accepted == record.sources[1].requests && record.streams[0].writeThrottles == 0)
  }
}
