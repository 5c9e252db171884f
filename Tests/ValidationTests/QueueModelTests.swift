import Fleet
import Statistics
import Testing

/// Queues with consumers against the closed forms of waiting lines, batches and retries.
struct QueueModelTests {
  /// A queue that hands messages to a function at once, `consumers` at a time at most, and nothing else that takes time.
  ///
  /// - Parameters:
  ///   - trigger: settings of the mapping beside its concurrency.
  ///   - queue: settings of the queue.
  private func text(
    rate: Double, requests: Double, steps: String, consumers: Int, trigger: String = "batchSize: 1", queue: String = ""
  ) -> String {
    """
    scenario: waiting-line
    platform:
      profile: aws-lambda
      maxLifetime: none
      thaw: none
      scaling: none
      concurrency: { requestsPerSecond: none }
      hops: { send: 0 ms }
      queues:
        standard: { latency: 0 ms, duplicates: 0% }
        mapping: { start: \(consumers), least: 1, most: \(consumers), idleAfter: 14 d, backOff: { factor: 1, every: 14 d } }
    run: { duration: \(1000 + requests / rate) s, warmUp: 1000 s, drain: { upTo: 1 h } }
    functions:
      consumer:
        runtime: nodejs22
        artifact: { size: 1 MB }
        timeout: 15 min
        keepAlive: 14 d
        triggers: { line: { \(trigger) } }
        \(steps)
    queues:
      line: { visibilityTimeout: 12 h, retention: 14 d\(queue) }
    traffic:
      messages: { to: line, rate: \(rate)/s }
    """
  }

  private func seconds(_ runs: [RunRecord], _ value: (QueueRecord) -> LatencyHistogram) -> [Double] {
    runs.map { Double(value($0.queues[0]).sum) / Double(value($0.queues[0]).count) / 1e9 }
  }

  private func waiting(_ runs: [RunRecord]) -> [Double] { runs.map { Double($0.queues[0].messages.area) / $0.length } }

  /// - Source: Erlang's formula C: 9 a second, 1 s of work, 10 servers. P(wait) .66873152, Wq .66873152, W 1.66873152, Lq 6.018584, and
  ///   the 99th percentile of the wait 4.202798 s.
  @Test func `a fixed number of consumers is a system of Erlang's formula C`() throws {
    let runs = try Simulated.replications(
      20, text(rate: 9, requests: 400_000, steps: "steps: [ { compute: { exponential: { mean: 1 s } } } ]", consumers: 10))
    expect(seconds(runs, \.age), agreeWith: 0.66873152, within: 0.03, "wait")
    expect(seconds(runs, \.time), agreeWith: 1.66873152, within: 0.02, "wait and work")
    expect(waiting(runs), agreeWith: 6.018584, within: 0.03, "messages in line")
    expect(
      runs.map { Double($0.queues[0].age.quantile(0.99) ?? 0) / 1e9 }, agreeWith: 4.202798, within: 0.05, "99th percentile of the wait")
  }

  /// - Source: M/M/1: 8 a second, 10 a second served. Wq .4, W .5, Lq 3.2; W is exponential: p99 2.302585 s.
  @Test func `one consumer is M/M/1`() throws {
    let runs = try Simulated.replications(
      20, text(rate: 8, requests: 400_000, steps: "steps: [ { compute: { exponential: { mean: 100 ms } } } ]", consumers: 1))
    expect(seconds(runs, \.age), agreeWith: 0.4, within: 0.03, "wait")
    expect(seconds(runs, \.time), agreeWith: 0.5, within: 0.03, "wait and work")
    expect(waiting(runs), agreeWith: 3.2, within: 0.03, "messages in line")
    expect(runs.map { Double($0.queues[0].time.quantile(0.99) ?? 0) / 1e9 }, agreeWith: 2.302585, within: 0.05, "99th percentile")
  }

  /// - Source: Pollaczek and Khinchine: 8 a second, 0.1 s of work on average; the squared coefficient of variation is 0 or 1/4.
  @Test(arguments: [("100 ms", 0.2), ("{ gamma: { mean: 100 ms, cv: 0.5 } }", 0.25)])
  func `the wait grows with the variance of the work as Pollaczek and Khinchine have it`(work: String, wait: Double) throws {
    let runs = try Simulated.replications(
      20, text(rate: 8, requests: 300_000, steps: "steps: [ { compute: \(work) } ]", consumers: 1))
    expect(seconds(runs, \.age), agreeWith: wait, within: 0.03, "wait")
  }

  /// Nothing is drained, as the last batch would wait for its window instead.
  ///
  /// - Source: derived: the k-th of ten waits for 10 - k more, 4.5 on average, at 5 a second.
  @Test func `a batch by size waits for the rest of it`() throws {
    let runs = try Simulated.replications(
      20,
      text(
        rate: 5, requests: 50_000, steps: "steps: [ { compute: 1 ms } ]", consumers: 5, trigger: "batchSize: 10, window: 300 s"
      ).replacing(", drain: { upTo: 1 h }", with: ""))
    expect(runs.map { batchWindow($0) }, agreeWith: 0.9, "until the batch is full")
  }

  /// - Source: derived: the first waits for the window W, the others on average for half of it; there are 1 + rate W in a batch.
  @Test func `a batch by window waits for its end`() throws {
    let runs = try Simulated.replications(
      20,
      text(
        rate: 5, requests: 100_000, steps: "steps: [ { compute: 1 ms } ]", consumers: 5, trigger: "batchSize: 100, window: 2 s"))
    expect(runs.map { batchWindow($0) }, agreeWith: 12.0 / 11, "until the window ends")
    expect(runs.map { Double($0.queues[0].processed) / Double($0.functions[0].invocations) }, agreeWith: 11, "messages in a batch")
  }

  /// - Source: derived: failing with p = 0.1 each time, of three receives: p^3 is left, and there are 1 + p + p^2 attempts.
  @Test func `what fails three times goes to the dead-letter queue`() throws {
    let runs = try Simulated.replications(
      20,
      text(
        rate: 100, requests: 500_000, steps: "steps: [ { fail: { chance: 10%, error: Bad } } ]", consumers: 1000,
        queue: ", maxReceiveCount: 3, deadLetter: dead"
      ).replacing("visibilityTimeout: 12 h", with: "visibilityTimeout: 15 min").replacing(
        "traffic:", with: "  dead: { retention: 14 d }\ntraffic:"))
    expect(runs.map { Double($0.queues[0].deadLettered) / Double($0.queues[0].accepted) }, agreeWith: 0.001, within: 0.03, "dead letters")
    expect(runs.map { Double($0.queues[0].receives) / Double($0.queues[0].accepted) }, agreeWith: 1.11, "receives")
    for run in runs {
      #expect(run.queues[1].accepted == run.queues[0].deadLettered)
      #expect(run.queues[0].accepted == run.queues[0].processed + run.queues[0].deadLettered + run.queues[0].present)
      #expect(run.queues[0].present == 0 && run.sources[0].succeeded == run.queues[0].processed)
    }
  }

  /// The mean time that messages waited for their batch, seconds.
  private func batchWindow(_ run: RunRecord) -> Double {
    Double(run.sources[0].completionCauses.spent(on: .batchWindow)) / Double(run.queues[0].processed) / 1e9
  }
}
