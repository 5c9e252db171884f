import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing

/// What becomes of the steps that hand something on.
@Suite struct HopFigureTests {
  @Test func `every hop has its caller, its word, what it goes to and which one it is`() throws {
    let result = try Small.result(
      """
      run: { duration: 10 s, drain: { upTo: 1 min } }
      doors: { public: { kind: httpApi, to: api } }
      queues: { jobs: {} }
      streams: { clicks: { shards: 1 } }
      topics: { orders: {} }
      buses: { events: {} }
      buckets: { blobs: {} }
      services: { crm: { latency: 10 ms } }
      functions:
        api:
          runtime: nodejs22
          steps:
            - call: { to: work }
            - invoke: { to: work }
            - send: { to: jobs }
            - put: { to: clicks }
            - publish: { to: orders }
            - emit: { to: events }
            - store: { to: blobs }
            - fetch: { from: blobs }
            - request: { to: crm, timeout: none }
            - request: { to: crm, timeout: none }
        work: { runtime: nodejs22, steps: [{ send: { to: jobs, claimCheck: { bucket: blobs } } }] }
        reader: { runtime: nodejs22, triggers: { jobs: {}, clicks: {} }, steps: [{ compute: 1 ms }] }
      traffic: { web: { to: public, rate: 1/s, arrivals: uniform } }
      """)
    #expect(
      result.hops.map { "\($0.function) \($0.verb) \($0.to) \($0.number)" } == [
        "api call work 1", "api invoke work 1", "api send jobs 1", "api put clicks 1", "api publish orders 1", "api emit events 1",
        "api store blobs 1", "api fetch blobs 1", "api request crm 1", "api request crm 2", "work store blobs 1", "work send jobs 1",
        "reader fetch blobs 1",
      ])
    let requests = result.sources[0].requests
    #expect(result.hops.prefix(10).allSatisfy { $0.record.attempts == requests && $0.record.succeeded == requests })
    // Once for the call and once for the event.
    #expect(result.hops[10...].allSatisfy { $0.record.succeeded == 2 * requests })
  }

  /// A service that never works: each instance's breaker opens at the third failure for a minute, then lets one through.
  @Test func `retries, openings of breakers and what they refuse are counted`() throws {
    let result = try Small.result(
      """
      run: { duration: 100 s, drain: { upTo: 1 min } }
      functions:
        api:
          runtime: nodejs22
          steps:
            - request:
                to: crm
                timeout: 1 s
                retry: { attempts: 2, backoff: { constant: 1 ms }, on: [error] }
                breaker: { failures: 4, within: 10 s, open: 1 h, probes: 1, scope: shared }
              onError: ignore
      services: { crm: { latency: 1 ms, failures: { error: 100% } } }
      traffic: { web: { to: api, rate: 1/s, arrivals: uniform } }
      """)
    let hop = try #require(result.hops.first).record
    // Two requests with two attempts each, then nothing passes.
    #expect(hop.opened == 1 && hop.retried == 2 && result.services[0].offered == 4)
    #expect(hop.succeeded == 0 && hop.failed == result.sources[0].requests && hop.rejected == hop.failed - 2)
    #expect(hop.attempts == hop.retried + hop.succeeded + hop.failed)
  }

  @Test func `a service's answers are counted in bytes`() throws {
    let result = try Small.result(
      """
      run: { duration: 100 s, drain: { upTo: 1 min } }
      functions: { api: { runtime: nodejs22, steps: [{ request: { to: crm, timeout: none }, onError: ignore }] } }
      services: { crm: { latency: 100 ms, answer: 2 KB } }
      traffic: { web: { to: api, rate: 1/s, arrivals: uniform } }
      """)
    let service = try #require(result.services.first)
    #expect(service.served > 90 && service.answered == service.served * 2_048)
  }
}
