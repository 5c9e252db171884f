import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// Functions that hand on to themselves what they have no time for, by hand.
struct ContinuationTests {
  /// One job at noon: a number of passes.
  private func record(
    times: Int = 100, pass: String = "1 s", timeout: String = "30 s", reserve: String = "5 s", _ more: String = "", save: String = ""
  ) throws -> RunRecord {
    try Simulated.record(
      """
      scenario: job
      platform: { profile: aws-lambda, hops: { invoke: 1 ms }, buckets: { put: 1 ms, bandwidth: 1024 MB/s } }
      run: { start: 2026-01-05T11:59:00Z, duration: 2 min, drain: { upTo: 6 h } }
      functions:
        job:
          runtime: go
          timeout: \(timeout)
          \(more)
          steps: [{ repeat: { times: \(times), steps: [{ continueAs: { reserve: \(reserve)\(save) } }, { wait: \(pass) }] } }]
      buckets: { blobs: {} }
      traffic: { noon: { to: job, schedule: cron(0 12 * * ? *) } }
      """)
  }

  /// A pass begins while more than 5 of 30 s are left: 25 of 1 s an invocation.
  @Test func `a hundred passes of a second are four invocations of 25`() throws {
    let record = try record(save: ", save: { to: blobs, size: 10 KB }")
    let job = record.functions[0]
    #expect(job.succeeded == 4 && job.ended == 4 && job.offered == 4)
    #expect(job.continuations.handedOn == 3 && job.continuations.onSame == 3 && job.continuations.saved == 3 * 10_240)
    #expect(job.continuations.passesLost == 0 && record.brokers[0].accepted == 3)
    #expect(record.sources[0].completion.count == 1)
    #expect(job.duration.sum >= 100_000_000_000 && job.duration.sum < 100_500_000_000)
  }

  @Test func `where instances do not live on, each continues on a new one`() throws {
    let job = try record("keepAlive: 1 ms").functions[0]
    #expect(job.continuations.onNew == 3 && job.continuations.onSame == 0 && job.coldStarts == 4)
  }

  /// The draws of a pass belong to its number in the job, so the work is the same; that of 100 others would differ by some 8 s.
  @Test func `a job that is handed on has the passes that it has in one piece`() throws {
    let pass = "{ uniform: { low: 0.2 s, high: 3 s } }"
    let whole = try record(pass: pass, timeout: "15 min").functions[0]
    let pieces = try record(pass: pass).functions[0]
    #expect(whole.succeeded == 1 && pieces.succeeded > 4)
    #expect(abs(pieces.duration.sum - whole.duration.sum) < 500_000_000)
  }

  /// - Source: AWS Lambda Developer Guide, Recursive loop detection: approximately 16 invocations in one chain of requests.
  @Test func `the platform ends a chain after 16 invocations, unless it may go on`() throws {
    let guarded = try record(times: 500)
    #expect(guarded.functions[0].succeeded == 16 && guarded.functions[0].continuations.handedOn == 16)
    #expect(guarded.asyncEvents[0].dropped[Int(EventDrop.recursion.rawValue)] == 1 && guarded.sources[0].completion.count == 0)
    let allowed = try record(times: 500, "async: { recursion: allow }")
    #expect(allowed.functions[0].succeeded == 20 && allowed.sources[0].completion.count == 1)
  }

  /// After one pass of 10 of 15 s more than 1 s is left, and the next does not come to its end.
  @Test func `too small a reserve loses what the invocation has done`() throws {
    let job = try record(pass: "10 s", timeout: "15 s", reserve: "1 s").functions[0]
    #expect(job.timeouts == 1 && job.continuations.handedOn == 0 && job.continuations.passesLost == 1)
  }

  /// After each pass of 10 of 15 s no more than 6 s are left.
  @Test func `each invocation does at least one pass`() throws {
    let record = try record(times: 3, pass: "10 s", timeout: "15 s", reserve: "6 s")
    #expect(record.functions[0].succeeded == 3 && record.functions[0].continuations.handedOn == 2)
  }
}
