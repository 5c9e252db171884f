import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// Faults that are put into a run on purpose, worked by hand.
struct FaultTests {
  /// A user's requests, 0.9 s after each answer, to a function of ten provisioned instances.
  private func record(_ faults: String, seconds: Int = 60, steps: String = "{ wait: 100 ms }", provisioned: Bool = true) throws -> RunRecord
  {
    try Simulated.record(
      """
      scenario: faults
      platform: { profile: aws-lambda, thaw: none }
      run: { duration: \(seconds * 1000 + 500) ms, drain: { upTo: 1 h } }
      functions:
        f: { runtime: go, artifact: { size: 1 MB }, \(provisioned ? "provisionedConcurrency: 10, " : "")timeout: 10 s, steps: [ \(steps) ] }
      services: { crm: { latency: 100 ms } }
      faults: [ \(faults) ]
      traffic: { user: { to: f, users: 1, think: 900 ms } }
      """)
  }

  @Test func `a function that is out of order refuses as a server's error does`() throws {
    let record = try record("{ outage: { of: f, at: 10 s, for: 5 s } }")
    let function = record.functions[0]
    // Requests come at 0.9, 1.9, .., 10.9 s and while they are refused every 0.9 s: at 10.9, 11.8, 12.7, 13.6 and 14.5 s.
    #expect(function.refused(.outage) == 5 && function.throttles == 0)
    #expect(record.sources[0].lost[Int(Loss.unavailable.rawValue)] == 5)
  }

  @Test func `a throttle of a function lets some through`() throws {
    let all = try record("{ throttle: { of: f, at: 10 s, for: 5 s, rate: 0/s } }")
    #expect(all.functions[0].refused(.injectedThrottle) == 5 && all.functions[0].throttles == 5)
    let some = try record("{ throttle: { of: f, at: 10 s, for: 20 s, rate: 0.25/s } }")
    // A full bucket of one token at 10 s, and one more every four seconds until 30 s.
    let passed = some.functions[0].refused(.injectedThrottle)
    #expect(passed > 12 && passed < 20, "\(passed)")
  }

  @Test func `tries of events that meet an outage and such that are throttled are told apart`() throws {
    let record = try Simulated.record(
      """
      scenario: events
      platform: { profile: aws-lambda, thaw: none }
      run: { duration: 60 s, drain: { upTo: 1 h } }
      topics: { orders: {} }
      functions: { f: { runtime: go, artifact: { size: 1 MB }, triggers: { orders: {} }, steps: [ { wait: 100 ms } ] } }
      faults: [ { outage: { of: f, at: 10 s, for: 10 s } }, { throttle: { of: f, at: 40 s, for: 10 s, rate: 0/s } } ]
      traffic: { web: { to: orders, rate: 2/s, arrivals: uniform } }
      """)
    let events = record.asyncEvents[0]
    #expect(events.unavailable > 20 && events.unavailable == record.functions[0].refused(.outage))
    #expect(events.throttled > 20 && events.throttled == record.functions[0].refused(.injectedThrottle))
    #expect(events.processed == events.received)
  }

  @Test func `a service is slower by a factor for a while`() throws {
    let record = try record("{ latency: { of: crm, at: 10 s, for: 5 s, factor: 3x } }", steps: "{ request: { to: crm } }")
    let total = record.functions[0].duration.sum
    // Requests from 10.9 s on take 300 ms until one begins after 15 s: at 10.9, 12.1, 13.3 and 14.5 s.
    #expect(total == Int128(record.functions[0].ended) * 100_000_000 + 4 * 200_000_000)
    #expect(record.functions[0].duration.maximum == 300_000_000)
  }

  @Test func `a service is out of order and throttled`() throws {
    let both = "{ outage: { of: crm, at: 10 s, for: 5 s } }, { throttle: { of: crm, at: 30 s, for: 5 s, rate: 0/s } }"
    let service = try record(both, steps: "{ request: { to: crm } }").services[0]
    #expect(service.rejected[Int(ServiceRefusal.outage.rawValue)] == 5)
    #expect(service.rejected[Int(ServiceRefusal.rate.rawValue)] > 4)
  }

  @Test func `poison fails at every attempt and nothing else does`() throws {
    let record = try Simulated.record(
      """
      scenario: poison
      platform: { profile: aws-lambda, thaw: none }
      run: { duration: 10 min, drain: { upTo: 1 h } }
      functions: { f: { runtime: go, artifact: { size: 1 MB }, steps: [ { wait: 100 ms } ] } }
      faults: [ { poison: { of: f, at: 2 min, count: 2 } } ]
      traffic: { calls: { to: f, schedule: cron(* * * * ? *), client: { retry: { attempts: 4, backoff: { constant: 1 s } } } } }
      """)
    #expect(record.sources[0].requests == 10 && record.sources[0].lost[Int(Loss.error.rawValue)] == 2)
    #expect(record.functions[0].errors == 8 && record.functions[0].succeeded == 8)
  }

  @Test func `after a deployment every instance is new`() throws {
    let without = try record("", provisioned: false)
    let with = try record("{ deploy: { of: f, at: 30 s } }", provisioned: false)
    #expect(without.functions[0].coldStarts == 1 && with.functions[0].coldStarts == 2)
    #expect(with.functions[0].instances.peak == 1)
  }

  @Test func `a busy instance ends its request before it goes`() throws {
    let record = try record("{ deploy: { of: f, at: 5 s } }", seconds: 20, steps: "{ wait: 3 s }", provisioned: false)
    #expect(record.functions[0].coldStarts == 2 && record.functions[0].errors == 0)
  }

  @Test func `provisioned instances are allocated again`() throws {
    let record = try record("{ deploy: { of: f, at: 30 s } }", seconds: 400)
    // Until the new ones are there, requests spill over to instances on demand.
    #expect(record.functions[0].coldStarts == 1)
    #expect(record.functions[0].meter.onDemandMilliseconds > 0)
    #expect(record.functions[0].provisioned.area == 10 * Int128(record.window.upperBound))
  }

  /// 30 ms for a PUT and 20 ms for a GET, and a second for 1 MB each: three times as long for the last five of ten minutes.
  @Test func `a bucket is slower by a factor for a while, and so is its notification`() throws {
    let record = try Simulated.record(
      """
      scenario: bucket
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none }
      run: { duration: 10 min, drain: { upTo: 1 h } }
      buckets: { blobs: { put: 30 ms, get: 20 ms, bandwidth: 1 MB/s, notification: 1 s } }
      functions:
        upload: { runtime: go, timeout: 1 min, provisionedConcurrency: 1, steps: [ { store: { to: blobs, size: 1 MB } } ] }
        thumbnail: { runtime: go, timeout: 1 min, provisionedConcurrency: 1, triggers: { blobs: {} }, steps: [ { fetch: { from: blobs, size: 1 MB } } ] }
      faults: [ { latency: { of: blobs, at: 4.5 min, for: 1 h, factor: 3x } } ]
      traffic: { minutes: { to: upload, schedule: cron(* * * * ? *) } }
      """)
    #expect(record.functions[0].duration.sum == 5 * (1 + 3) * 1_030_000_000 && record.functions[0].ended == 10)
    #expect(record.functions[1].duration.sum == 5 * (1 + 3) * 1_020_000_000)
    #expect(record.subscriptions[0].latency.maximum == 3_000_000_000)
  }

  @Test func `a poisoned message fails wherever it comes, and what was handed on for it does not`() throws {
    let record = try Simulated.record(
      """
      scenario: poison
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none }
      run: { duration: 10 min, drain: { upTo: 1 h } }
      functions:
        first: { runtime: go, triggers: { jobs: { batchSize: 1 } }, steps: [ { send: { to: next } } ] }
        second: { runtime: go, triggers: { next: { batchSize: 1 } }, steps: [ { wait: 1 ms } ] }
        last: { runtime: go, triggers: { dead: { batchSize: 1 } }, steps: [ { wait: 1 ms } ] }
      queues:
        jobs: { maxReceiveCount: 3, deadLetter: dead, visibilityTimeout: 30 s }
        next: {}
        dead: { maxReceiveCount: 2, deadLetter: grave, visibilityTimeout: 30 s }
        grave: {}
      faults: [ { poison: { of: jobs, at: 2 min, count: 1 } } ]
      traffic: { minutes: { to: jobs, schedule: cron(* * * * ? *) } }
      """)
    #expect(record.functions[0].errors == 3 && record.functions[0].succeeded == 9)
    #expect(record.functions[1].errors == 0 && record.functions[1].succeeded == 12)
    #expect(record.functions[2].errors == 2 && record.queues[3].accepted == 1)
  }

  /// Both functions may be poisoned, so that each asks whether an item is; the second one's poison comes after the end.
  @Test func `an item that is poison to one function is none to the function that is called with it`() throws {
    let record = try Simulated.record(
      """
      scenario: poison
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none }
      run: { duration: 10 min, drain: { upTo: 1 h } }
      functions:
        front: { runtime: go, steps: [ { call: { to: back } } ] }
        back: { runtime: go, steps: [ { wait: 1 ms } ] }
      faults: [ { poison: { of: front, at: 2 min, count: 1 } }, { poison: { of: back, at: 5 h, count: 1 } } ]
      traffic: { minutes: { to: front, schedule: cron(* * * * ? *), client: { retry: { attempts: 3, backoff: { constant: 1 s } } } } }
      """)
    #expect(record.functions[0].errors == 3 && record.functions[0].succeeded == 9)
    #expect(record.functions[1].errors == 0 && record.functions[1].succeeded == 12)
  }
}
