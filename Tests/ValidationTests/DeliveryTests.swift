import Fleet
import Scenarios
import Statistics
import Testing

/// Doors, asynchronous invocations, topics, buses, buckets and schedules from scenario text.
struct DeliveryTests {
  private func text(_ rest: String, run: String = "duration: 1 h, drain: { upTo: 8 h }") -> String {
    """
    scenario: deliveries
    platform:
      profile: aws-lambda
      maxLifetime: none
      thaw: none
    run: { \(run) }
    \(rest)
    """
  }

  private func function(_ name: String, _ rest: String) -> String {
    "  \(name): { runtime: nodejs22, artifact: { size: 1 MB }, keepAlive: 14 d, \(rest) }\n"
  }

  /// - Source: Amazon API Gateway Developer Guide, Throttle requests to your REST APIs.
  @Test func `of 10,000 requests at one instant a REST API serves 5,000`() throws {
    let record = try Simulated.record(
      text(
        """
        account: { concurrency: 20000 }
        doors:
          api: { kind: restApi, to: work, latency: 0 ms }
        functions:
        \(function("work", "steps: [{ compute: 1 ms }]"))
        traffic:
          web: { to: api, schedule: cron(30 0 * * ? *), count: 10000 }
        """, run: "start: 2026-01-05T00:00:00Z, duration: 1 h"))
    #expect(record.doors[0].requests == 10_000 && record.doors[0].throttledByAccount == 5000)
  }

  /// The next minute and the next two minutes after each failure, and nothing else.
  @Test func `a failing event is tried three times and goes to the dead-letter queue`() throws {
    let record = try Simulated.record(
      text(
        """
        functions:
        \(function("work", "async: { deadLetter: dead }, steps: [{ compute: 1 ms }, { fail: { chance: 100%, error: Bad } }]"))
        \(function("front", "steps: [{ invoke: { to: work } }]"))
        queues: { dead: {} }
        traffic:
          web: { to: front, rate: 10/min, arrivals: uniform }
        """))
    #expect(record.asyncEvents[0].received == record.sources[0].requests)
    #expect(record.functions[0].errors == 3 * record.asyncEvents[0].received)
    #expect(record.asyncEvents[0].deadLetters == record.asyncEvents[0].received && record.queues[0].accepted > 0)
    #expect(record.sources[0].lost[Int(Loss.deadLettered.rawValue)] == record.sources[0].requests)
    #expect((record.sources[0].causes.spent(on: .awaitingRetry)) == 0, "the call was answered at once")
  }

  @Test func `a topic delivers to a function and a queue, each what its filter lets through`() throws {
    let record = try Simulated.record(
      text(
        """
        topics: { orders: {} }
        functions:
        \(function("cards", "triggers: { orders: { filter: { kind: card } } }, steps: [{ compute: 1 ms }]"))
        queues:
          kept: { from: { orders: {} } }
        traffic:
          shop: { to: orders, rate: 5/s, kinds: { card: 25%, cash: 75% }, size: 100 KB }
        """))
    let sent = record.sources[0].requests
    #expect(record.brokers[0].accepted == sent && record.brokers[0].units == 2 * sent)
    #expect(record.subscriptions[0].delivered + record.subscriptions[0].filtered == sent && record.subscriptions[1].delivered == sent)
    #expect(abs(Double(record.functions[0].succeeded) / Double(sent) - 0.25) < 0.02)
    #expect(record.queues[0].accepted == sent)
  }

  /// - Source: measured from publishing to the handler of a warm function, 73 ms at the median and 225 ms at the 99th percentile.
  @Test func `the delivery of a topic takes what was measured`() throws {
    let record = try Simulated.record(
      text(
        """
        topics: { orders: {} }
        functions:
        \(function("cards", "triggers: { orders: {} }, steps: [{ compute: 1 ms }]"))
        traffic:
          shop: { to: orders, rate: 20/s }
        """))
    let times = [0.5, 0.99].map { Double(record.sources[0].completion.quantile($0) ?? 0) / 1e6 - 1 }
    #expect(abs(times[0] - 73) < 1 && abs(times[1] - 225) < 12)
    // Of that, publishing itself took 15 ms.
    #expect(abs(Double(record.subscriptions[0].latency.quantile(0.5) ?? 0) / 1e6 - 58) < 2)
  }

  /// - Source: Amazon EventBridge Scheduler User Guide: within the 60 seconds from the instant.
  @Test func `a schedule invokes within 60 seconds of its instants`() throws {
    let record = try Simulated.record(
      text(
        """
        schedules: { nightly: { schedule: rate(10 minutes), to: report, count: 2 } }
        functions:
        \(function("report", "steps: [{ compute: 1 ms }]"))
        \(function("other", "steps: [{ compute: 1 ms }]"))
        traffic:
          web: { to: other, rate: 1/min }
        """, run: "start: 2026-01-05T00:00:00Z, duration: 24 h"), seriesEvery: 60_000_000_000)
    let counts = record.series?.functions[0].map(\.requests) ?? []
    let minutes = counts.indices.filter { counts[$0] > 0 }
    #expect(minutes.allSatisfy { $0 % 10 == 0 } && counts.reduce(0, +) == record.functions[0].succeeded)
    #expect(record.schedules[0].requests == 2 * Int64(minutes.count) && minutes.count >= 143)
    #expect(record.schedules[0].succeeded == record.schedules[0].requests && record.sources.count == 1)
  }

  /// A PUT takes 30 ms and 20 MB at 10 MB/s two seconds, a GET 20 ms and as much; the notification comes after 1 s.
  @Test func `storing and fetching take their time by size, and a notification follows`() throws {
    let record = try Simulated.record(
      text(
        """
        buckets: { blobs: { put: 30 ms, get: 20 ms, bandwidth: 10 MB/s, notification: 1 s } }
        functions:
        \(function("upload", "timeout: 1 min, steps: [{ store: { to: blobs, size: 20 MB } }]"))
        \(function("thumbnail", "timeout: 1 min, triggers: { blobs: {} }, steps: [{ fetch: { from: blobs, size: 20 MB } }]"))
        traffic:
          web: { to: upload, rate: 1/min, arrivals: uniform }
        """))
    let times = record.functions.map { Double($0.duration.quantile(0.5) ?? 0) / 1e6 }
    #expect(abs(times[0] - 2030) < 15 && abs(times[1] - 2020) < 15)
    #expect(record.subscriptions[0].latency.maximum == 1_000_000_000)
    #expect(record.brokers[0].accepted == record.brokers[0].fetches && record.brokers[0].bytes == record.brokers[0].fetches * 20 << 20)
  }

  @Test func `a bus that may deliver ten a second delays the rest`() throws {
    let record = try Simulated.record(
      text(
        """
        buses: { events: { latency: 0 ms, throttle: { rate: 10/s, burst: 1 } } }
        functions:
        \(function("work", "triggers: { events: {} }, steps: [{ compute: 1 ms }]"))
        traffic:
          web: { to: events, schedule: rate(30 minutes), count: 601 }
        """))
    // The first of 601 goes at once and the last 60 s later; the hour has two instants.
    #expect(record.subscriptions[0].delivered == record.sources[0].requests && record.subscriptions[0].failures == 0)
    #expect(abs(Double(record.subscriptions[0].latency.maximum ?? 0) / 1e9 - 60) < 0.5)
  }

  /// 4 MB do not fit into a message.
  ///
  /// Storing them takes 30 ms and 400 ms, fetching them 20 ms and 400 ms; sending takes nothing.
  @Test func `a claim check hands a link on, and the payload is fetched where it is worked on`() throws {
    let record = try Simulated.record(
      """
      scenario: claims
      platform: { profile: aws-lambda, hops: { send: 0 ms } }
      run: { duration: 1 h, drain: { upTo: 1 h } }
      buckets: { blobs: { put: 30 ms, get: 20 ms, bandwidth: 10 MB/s } }
      queues: { jobs: { visibilityTimeout: 6 min } }
      functions:
      \(function("send", "timeout: 1 min, steps: [{ send: { to: jobs, size: 4 MB, claimCheck: { bucket: blobs } } }]"))
      \(function("work", "timeout: 1 min, triggers: { jobs: { batchSize: 1 } }, steps: [{ compute: 100 ms }]"))
      traffic:
        web: { to: send, rate: 5/min, arrivals: uniform }
      """)
    let sent = record.functions[0].succeeded
    let times = record.functions.map { Double($0.duration.quantile(0.5) ?? 0) / 1e6 }
    #expect(abs(times[0] - 430) < 4 && abs(times[1] - 520) < 5)
    #expect(record.queues[0].accepted == sent && record.queues[0].processed == sent)
    #expect(record.brokers[0].accepted == sent && record.brokers[0].fetches == sent && record.brokers[0].bytesFetched == sent * 4 << 20)
  }

  /// Whatever `work` or the queue fails to take goes on as a link, and who gets it has to fetch what that stands for.
  @Test(arguments: [
    // A failed event's dead letter, the record of its failure, and that of a success with what it was about.
    ("invoke: { to: work", "async: { retries: 0, deadLetter: kept }, ", "100%", 2),
    ("invoke: { to: work", "async: { retries: 0, onFailure: kept }, ", "100%", 2),
    ("invoke: { to: work", "async: { onSuccess: kept }, ", "0%", 2),
    // What a bus could not deliver.
    ("emit: { to: events", "", "0%", 1),
  ])
  func `a link is followed through dead letters and destinations`(hop: String, async: String, chance: String, fetches: Int64) throws {
    let record = try Simulated.record(
      """
      scenario: claims
      platform: { profile: aws-lambda }
      run: { duration: 10 min, drain: { upTo: 1 h } }
      buckets: { blobs: {} }
      buses: { events: {} }
      queues: { kept: { visibilityTimeout: 6 min }, down: { from: { events: { retries: 0, deadLetter: kept } } } }
      faults: [{ outage: { of: down, at: 0 s, for: 24 h } }]
      functions:
      \(function("front", "timeout: 1 min, steps: [{ \(hop), size: 4 MB, claimCheck: { bucket: blobs } } }]"))
      \(function("work", "timeout: 1 min, \(async)steps: [{ fail: { chance: \(chance), error: Bad } }]"))
      \(function("sweep", "timeout: 1 min, triggers: { kept: { batchSize: 1 } }, steps: [{ compute: 100 ms }]"))
      traffic:
        web: { to: front, rate: 5/min, arrivals: uniform }
      """)
    let sent = record.sources[0].requests
    #expect(sent > 40 && record.functions[2].succeeded == sent)
    #expect(record.brokers[1].fetches == fetches * sent && record.brokers[1].bytesFetched == fetches * sent * 4 << 20)
  }

  /// - Source: Amazon SNS Developer Guide, Message delivery retries: 100,015 attempts in all.
  @Test func `a topic makes 100,015 attempts in all`() throws {
    let blueprint = Blueprint(
      try Simulated.scenario(
        """
        scenario: attempts
        platform: aws-lambda
        run: { duration: 1 min }
        topics: { orders: {} }
        queues: { kept: { from: { orders: {} } } }
        functions: { f: { runtime: go, triggers: { kept: {} } } }
        traffic: { web: { to: orders, rate: 1/s } }
        """))
    #expect(1 + blueprint.subscriptions[0].retry.retries == 100_015)
  }

  /// 20 MB in parts of 6 MB are four, of which the last has 2 MB: three seconds each, one after another or two at a time.
  @Test(arguments: ["", ", parallel: 2"]) func `a payload is handed on in parts`(parallel: String) throws {
    let record = try Simulated.record(
      """
      scenario: parts
      platform: { profile: aws-lambda, hops: { call: 0 ms }, maxLifetime: none, thaw: none }
      run: { duration: 1 h, drain: { upTo: 1 h } }
      functions:
      \(function("whole", "timeout: 1 min, steps: [{ call: { to: part, size: 20 MB, split: { size: 6 MB\(parallel) } } }]"))
      \(function("part", "timeout: 1 min, steps: [{ choose: { by: size, cases: [{ when: { upTo: 2 MB }, steps: [{ wait: 1 s }] }], otherwise: [{ wait: 3 s }] } }]"))
      traffic:
        web: { to: whole, rate: 1/min, arrivals: uniform }
      """)
    #expect(record.functions[1].succeeded == 4 * record.functions[0].succeeded && record.functions[0].succeeded > 50)
    let time = Double(record.functions[0].duration.quantile(0.5) ?? 0) / 1e9
    #expect(abs(time - (parallel.isEmpty ? 10 : 6)) < 0.1)
    #expect(record.functions[1].duration.bins.count >= 2)
  }
}
