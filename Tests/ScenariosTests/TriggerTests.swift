import Testing

@testable import Scenarios

/// What drives a function is read by the kind of what it names.
struct TriggerTests {
  private let second: Int64 = 1_000_000_000

  private static let sources = """
    queues: { jobs: { visibilityTimeout: 10 min, initial: { count: 1, kinds: { card: 50%, cash: 50% } } }, dead: {}, more: { initial: 1 } }
    streams: { clicks: { shards: 1, initial: 1 }, views: { shards: 1, initial: 1 } }
    topics: { orders: { from: { events: {} } } }
    buses: { events: { from: { daily: {} } }, other: { from: { weekly: {} } } }
    schedules: { daily: { schedule: rate(1 day) }, weekly: { schedule: rate(7 days) } }
    """

  /// The same, with a schedule that names no target itself.
  private static let nightly = sources.replacing("schedules: {", with: "schedules: { nightly: { schedule: rate(1 day) },")

  private func triggers(_ text: String, rest: String = sources) throws -> [NamedTrigger] {
    let function = "  api:\n    runtime: nodejs22\n    triggers:\n      \(text.replacing("\n", with: "\n      "))"
    return try read(scenario(functions: function, rest: rest)).functions[0].triggers
  }

  @Test func `triggers stand in the order of the file, with the platform's defaults`() throws {
    let read = try triggers("clicks: {}\njobs: {}\nevents: {}\norders: {}\nnightly: {}\nother: { retries: 0 }", rest: Self.nightly)
    #expect(read.map(\.source) == ["clicks", "jobs", "events", "orders", "nightly", "other"])
    #expect(read[0].trigger == .stream(StreamTrigger(batchSize: 100)))
    #expect(read[1].trigger == .queue(QueueTrigger(batchSize: 10)))
    #expect(read[2].trigger == .push(PushTrigger(retries: 185, maximumEventAge: 86400 * second)))
    #expect(read[3].trigger == .push(PushTrigger()))
    #expect(read[4].trigger == .push(PushTrigger()))
    #expect(read[5].trigger == .push(PushTrigger(retries: 0, maximumEventAge: 86400 * second)))
  }

  @Test func `a queue drives a function with every key`() throws {
    let read = try triggers(
      """
      jobs: { batchSize: 100, window: 5 s, maximumConcurrency: 20, reportBatchItemFailures: true, filter: { kind: [card, cash] } }
      more: { provisionedPollers: { min: 5 } }
      dead: { maximumConcurrency: none, provisionedPollers: { min: 2, max: 20 } }
      """)
    #expect(
      read[0].trigger
        == .queue(
          QueueTrigger(
            batchSize: 100, window: 5 * second, maximumConcurrency: 20, reportBatchItemFailures: true,
            filter: ItemFilter(kinds: ["card", "cash"]))))
    #expect(read[1].trigger == .queue(QueueTrigger(batchSize: 10, provisionedPollers: .init(min: 5, max: 200))))
    #expect(read[2].trigger == .queue(QueueTrigger(batchSize: 10, provisionedPollers: .init(min: 2, max: 20))))
  }

  @Test func `a stream drives a function with every key`() throws {
    let read = try triggers(
      """
      clicks:
        batchSize: 10000
        window: 300 s
        parallelizationFactor: 10
        startingPosition: latest
        retries: 3
        maximumRecordAge: 60 s
        bisectOnError: true
        reportBatchItemFailures: true
        tumblingWindow: 900 s
        fanOut: enhanced
        onFailure: dead
        filter: { size: { upTo: 16 KB } }
      views: { retries: none, maximumRecordAge: none, startingPosition: trimHorizon, fanOut: shared }
      """)
    #expect(
      read[0].trigger
        == .stream(
          StreamTrigger(
            batchSize: 10_000, window: 300 * second, parallelizationFactor: 10, startingPosition: .latest, retries: 3,
            maximumRecordAge: 60 * second, bisectOnError: true, reportBatchItemFailures: true, tumblingWindow: 900 * second,
            fanOut: .enhanced, onFailure: "dead", filter: ItemFilter(largest: 16 << 10))))
    #expect(read[1].trigger == .stream(StreamTrigger(batchSize: 100)))
  }

  @Test func `names that drive nothing are found, and so are keys that the source does not have`() {
    expectFindings(
      scenario(
        functions: """
            api:
              runtime: nodejs22
              triggers:
                1️⃣job: {}
                2️⃣api: {}
                orders: { 3️⃣retries: 3, deadLetter: 4️⃣deed }
                nightly: { 5️⃣filter: { kind: card } }
                blobs: { 6️⃣deadLetter: dead, filter: 7️⃣{} }
                clicks: { 8️⃣maximumConcurrency: 5, batchSize: 9️⃣0 }
          """,
        rest: """
          \(Self.nightly)
          buckets: { blobs: {} }
          """),
      ["FS3001", "FS3019", "FS2014", "FS3001", "FS2014", "FS2014", "FS2014", "FS2001", "FS2007"], advice: false)
  }

  @Test func `the sizes of batches, windows and pollers are those of the platform`() {
    expectFindings(
      scenario(
        functions: """
            a:
              runtime: nodejs22
              timeout: 1 s
              triggers: { jobs: { batchSize: 1️⃣11 }, more: { batchSize: 2️⃣10001, window: 3️⃣6 min } }
            b:
              runtime: nodejs22
              timeout: 1 s
              triggers: { jobs: { maximumConcurrency: 4️⃣1 }, more: { maximumConcurrency: 5️⃣1001 } }
            c: { runtime: nodejs22, timeout: 1 s, triggers: { jobs: { maximumConcurrency: 5, 6️⃣provisionedPollers: { min: 5 } } } }
            d: { runtime: nodejs22, timeout: 1 s, triggers: { jobs: { provisionedPollers: { min: 100, max: 7️⃣50 } } } }
            e: { runtime: nodejs22, timeout: 1 s, triggers: { clicks: { parallelizationFactor: 8️⃣11, maximumRecordAge: 9️⃣5 s } } }
          """, traffic: "  web: { to: a, rate: 1/s }", rest: Self.sources),
      ["FS2014", "FS2007", "FS2007", "FS2007", "FS2007", "FS2014", "FS2014", "FS2007", "FS2007"], advice: false)
  }

  @Test func `an older platform has smaller batches and fewer settings`() {
    let text = scenario(
      functions: """
          a: { runtime: nodejs14, timeout: 1 s, triggers: { jobs: { batchSize: 1️⃣11 }, more: { window: 2️⃣1 s } } }
          b:
            runtime: nodejs14
            timeout: 1 s
            triggers: { jobs: { 3️⃣maximumConcurrency: 5 }, more: { 4️⃣provisionedPollers: {} } }
        """, traffic: "  web: { to: a, rate: 1/s }", rest: "queues: { jobs: { initial: 1 }, more: { initial: 1 } }"
    ).replacing("aws-lambda", with: "aws-lambda-2020")
    expectFindings(text, ["FS2007", "FS2007", "FS3018", "FS3018"])
  }
}
