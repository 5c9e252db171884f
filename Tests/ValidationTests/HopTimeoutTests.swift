import Fleet
import Statistics
import Testing

/// The time that a step gives itself for handing over, worked by hand.
struct HopTimeoutTests {
  /// A function that hands on once a minute, where handing over takes 30 ms.
  private func record(_ step: String, hops: String = "send: 30 ms") throws -> RunRecord {
    try Simulated.record(
      """
      scenario: timeouts
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none, hops: { \(hops) } }
      run: { duration: 10 min, drain: { upTo: 1 h } }
      functions:
        front: { runtime: go, keepAlive: 1 h, timeout: 10 s, provisionedConcurrency: 1, steps: [ { \(step) } ] }
        back: { runtime: go, keepAlive: 1 h, provisionedConcurrency: 1, steps: [ { wait: 50 ms } ] }
      queues: { jobs: {} }
      buckets: { blobs: { put: 30 ms, bandwidth: 1 MB/s } }
      traffic: { minutes: { to: front, schedule: cron(* * * * ? *) } }
      """)
  }

  @Test func `what has not been handed over in time is not, and the attempt fails at that moment`() throws {
    let record = try record("send: { to: jobs, timeout: 10 ms, retry: { attempts: 1 } }")
    #expect(record.hops[0].failed == 10 && record.hops[0].attempts == 10)
    #expect(record.functions[0].errors == 10 && record.functions[0].duration.maximum == 10_000_000)
    #expect(record.queues[0].accepted == 0)
  }

  @Test func `it is tried again as the step says`() throws {
    let record = try record("send: { to: jobs, timeout: 10 ms, retry: { attempts: 3, on: [timeout], backoff: { constant: 5 ms } } }")
    #expect(record.hops[0].attempts == 30 && record.hops[0].failed == 10)
    #expect(record.functions[0].duration.maximum == 40_000_000)
    let never = try self.record("send: { to: jobs, timeout: 10 ms, retry: { attempts: 3, on: [throttle] } }")
    #expect(never.hops[0].attempts == 10)
  }

  @Test func `within its time it is handed over`() throws {
    let record = try record("send: { to: jobs, timeout: 40 ms }")
    #expect(record.hops[0].succeeded == 10 && record.queues[0].accepted == 10)
    #expect(record.functions[0].duration.maximum == 30_000_000)
  }

  /// 5 MB at 1 MB/s take five seconds.
  @Test func `a transfer is cut as well`() throws {
    let record = try record("store: { to: blobs, size: 5 MB, timeout: 2 s, retry: { attempts: 1 } }")
    #expect(record.functions[0].duration.maximum == 2_000_000_000 && record.brokers[0].accepted == 0)
  }

  @Test(arguments: [(60, false), (71, true)]) func `the time for a call counts from its beginning`(timeout: Int, isInTime: Bool) throws {
    let record = try record("call: { to: back, timeout: \(timeout) ms, retry: { attempts: 1 } }", hops: "call: 20 ms")
    #expect(record.hops[0].succeeded == (isInTime ? 10 : 0))
    #expect(record.functions[0].duration.maximum == (isInTime ? 70_000_000 : 60_000_000))
    #expect(record.functions[1].succeeded == 10)
  }
}
