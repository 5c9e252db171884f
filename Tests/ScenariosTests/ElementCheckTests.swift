import Documents
import Testing

@testable import Scenarios

/// What is checked across the elements between functions.
struct ElementCheckTests {
  private func expect(
    functions: String = "  api: { runtime: nodejs22, timeout: 1 s }", _ rest: String, _ codes: [String], advice: Bool = false,
    platform: String = "aws-lambda", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = scenario(functions: functions, rest: rest).replacing("platform: aws-lambda", with: "platform: \(platform)")
    expectFindings(text, codes, advice: advice, sourceLocation: sourceLocation)
  }

  @Test func `what elements name must exist and fit`() {
    expect(
      """
      doors: { a: { kind: alb, to: 1️⃣apo }, b: { kind: alb, to: 2️⃣jobs } }
      queues: { jobs: { deadLetter: 3️⃣job, from: { 4️⃣clicks: {}, 5️⃣order: {} } } }
      streams: { clicks: { shards: 1, from: { 6️⃣orders: {} } } }
      topics: { orders: { from: { 7️⃣jobs: {} } } }
      schedules: { a1: { schedule: rate(1 day), to: 8️⃣web }, b1: { schedule: rate(1 day), to: jobs, deadLetter: 9️⃣orders } }
      """, ["FS3001", "FS3019", "FS3001", "FS3019", "FS3001", "FS3019", "FS3019", "FS3019", "FS3019"])
    expect(
      functions: "  api: { runtime: nodejs22, triggers: { clicks: { onFailure: 1️⃣events } } }",
      """
      streams: { clicks: { shards: 1 } }
      buses: { events: {} }
      """, ["FS3019"])
  }

  @Test func `an unknown name suggests the nearest one that fits`() {
    let text = scenario(rest: "queues: { jobs: { deadLetter: jobs-deed }, jobs-dead: {} }\ntopics: { jobs-deeds: {} }")
    let found = Scenario.parse(text).diagnostics.first { $0.code == "FS3001" }
    #expect(found?.rendered.contains("there is no queue 'jobs-deed'; did you mean 'jobs-dead'?") == true)
    let unfit = Scenario.parse(scenario(rest: "queues: { jobs: { deadLetter: api } }")).diagnostics
    #expect(unfit.map(\.rendered).joined().contains("'api' is a function; a queue is meant here"))
  }

  @Test func `a schedule has exactly one target`() {
    expect(
      functions: "  api: { runtime: nodejs22, triggers: { b: {}, c: 1️⃣{} } }",
      """
      queues: { jobs: { from: { b: 2️⃣{} } } }
      schedules:
        a: 3️⃣{ schedule: rate(1 day) }
        b: { schedule: rate(1 day) }
        c: { schedule: rate(1 day), to: jobs }
      """, ["FS2014", "FS2014", "FS2014"])
  }

  @Test func `names are unique over all sections`() {
    expect(
      functions: "  api: { runtime: nodejs22 }\n  b: { runtime: nodejs22 }",
      """
      doors: { 1️⃣api: { kind: alb, to: api } }
      queues: { 2️⃣b: {}, c: {} }
      streams: { 3️⃣c: { shards: 1 } }
      buckets: { d: {} }
      schedules: { 4️⃣d: { schedule: rate(1 day), to: c }, 5️⃣web2: { schedule: rate(1 day), to: c } }
      topics: { web2: {} }
      """, ["FS2013", "FS2013", "FS2013", "FS2013", "FS2013"])
  }

  @Test func `fifo keeps its order all the way`() {
    expect(
      functions: """
          api:
            runtime: nodejs22
            timeout: 1 s
            triggers: { line: { batchSize: 1️⃣11, window: 2️⃣5 s }, ordered: 3️⃣{}, clicks: { onFailure: 4️⃣line } }
        """,
      """
      queues:
        line: { kind: fifo, deadLetter: 5️⃣jobs, 6️⃣fair: true, from: { plain: 7️⃣{} } }
        jobs: { 8️⃣highThroughput: true, from: { ordered: 9️⃣{} } }
      streams: { clicks: { shards: 1 } }
      topics: { plain: {}, ordered: { kind: fifo } }
      """, ["FS3020", "FS3020", "FS3020", "FS3020", "FS3020", "FS3020", "FS3020", "FS3020", "FS3020"])
    expect(
      """
      queues: { line: { kind: fifo, from: { ordered: { deadLetter: 1️⃣dead }, blobs: 2️⃣{}, events: {} } }, dead: {} }
      topics: { ordered: { kind: fifo, from: { blobs: 3️⃣{}, events: { deadLetter: 4️⃣line } } } }
      buses: { events: {} }
      buckets: { blobs: {} }
      schedules: { a: { schedule: rate(1 day), to: line, deadLetter: 5️⃣line } }
      """, ["FS3020", "FS3020", "FS3020", "FS3020", "FS3020"])
  }

  @Test func `before there were fifo triggers and topics they are refused`() {
    expect(
      functions: "  api: { runtime: nodejs14, triggers: { line: 1️⃣{} } }",
      "queues: { line: { kind: fifo } }\ntopics: { t: { kind: 2️⃣fifo } }\ndoors: { d: { kind: 3️⃣httpApi, to: api } }",
      ["FS3020", "FS3018", "FS3018"], platform: "aws-lambda-2018")
  }

  @Test func `a function ends before its messages reappear`() {
    expect(
      functions: """
          api: { runtime: nodejs22, timeout: 31 s, triggers: { jobs: 1️⃣{ batchSize: 1 } } }
          b: { runtime: nodejs22, timeout: 30 s, triggers: { jobs: {} } }
        """, "queues: { jobs: { visibilityTimeout: 30 s } }", ["FS3021"])
  }

  @Test func `six times the timeout and the window are advised as visibility timeout`() throws {
    let functions = "  api: { runtime: nodejs22, timeout: 10 s, triggers: { jobs: { window: 5 s } } }"
    expect(functions: functions, "queues: { jobs: { visibilityTimeout: 1️⃣64 s, initial: 1 } }", ["FS9002"], advice: true)
    expect(functions: functions, "queues: { jobs: 1️⃣{ initial: 1 } }", ["FS9002"], advice: true)
    expect(functions: functions, "queues: { jobs: { visibilityTimeout: 65 s, initial: 1 } }", [], advice: true)
    let changed = scenario(functions: functions, rest: "queues: { jobs: { visibilityTimeout: 25 s, initial: 1 } }")
    let result = Scenario.parse(changed, overrides: ["platform.queues.mapping.visibility=2x"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `queues that may invoke more than is reserved are advised about`() {
    func functions(_ reserved: Int) -> String {
      """
        api:
          runtime: nodejs22
          timeout: 1 s
          reservedConcurrency: \(reserved)
          triggers: { jobs: { maximumConcurrency: 10 }, more: { maximumConcurrency: 1️⃣20 } }
      """
    }
    let queues = "queues: { jobs: { initial: 1 }, more: { initial: 1 } }"
    expect(functions: functions(29), queues, ["FS9003"], advice: true)
    expect(functions: functions(30).replacing("1️⃣", with: ""), queues, [], advice: true)
  }

  @Test func `a dead-letter queue keeps messages at least as long as what moves them there`() {
    expect("queues: { jobs: { deadLetter: dead, initial: 1 }, dead: { retention: 1️⃣1 d } }", ["FS9004"], advice: true)
    expect("queues: { jobs: { deadLetter: dead, initial: 1, retention: 5 d }, dead: 1️⃣{} }", ["FS9004"], advice: true)
    expect("queues: { jobs: { deadLetter: dead, initial: 1 }, dead: {} }", [], advice: true)
  }

  @Test func `nothing is handed on in a circle`() {
    expect(
      """
      queues: { a: { deadLetter: 1️⃣b }, b: { deadLetter: c }, c: { deadLetter: a }, d: { deadLetter: 2️⃣d }, e: { deadLetter: a } }
      buses: { f: { from: 3️⃣{ g: {} } }, g: { from: { f: {} } }, h: { from: { f: {} } } }
      """, ["FS3022", "FS3022", "FS3022"])
    let text = scenario(rest: "queues: { a: { deadLetter: b }, b: { deadLetter: a } }")
    let found = Scenario.parse(text).diagnostics
    #expect(found.map(\.rendered).joined().contains("a -> b -> a"))
  }

  @Test func `a stream is resharded as the platform allows`() {
    let hourly = (0..<10).map { "{ at: \($0) h, shards: 1 }" }.joined(separator: ", ")
    expect(
      """
      streams:
        a: { shards: 4, reshard: [{ at: 1 h, shards: 1️⃣9 }, { at: 2 h, shards: 2️⃣4 }, { at: 3️⃣121 min, shards: 8 }] }
        b: { mode: onDemand, 4️⃣reshard: [] }
        c: { kind: dynamodb, shards: 1, retention: 5️⃣48 h, 6️⃣mode: provisioned }
        d: 7️⃣{}
        e: { shards: 1, reshard: [\(hourly), 8️⃣{ at: 23 h, shards: 1 }, { at: 40 h, shards: 1 }] }
      """, ["FS3023", "FS3023", "FS3023", "FS2014", "FS2007", "FS2014", "FS2002", "FS3023"])
  }

  @Test func `a table's stream bears two readers, and no fan-out of their own`() {
    func reader(_ name: String, _ keys: String = "") -> String { "  \(name): { runtime: nodejs22, triggers: { clicks: { \(keys) } } }" }
    let readers = ["api", "b", "c"].map { reader($0) }.joined(separator: "\n")
    expect(functions: readers, "streams: { clicks: 1️⃣{ kind: dynamodb, shards: 1, initial: 1 } }", ["FS9005"], advice: true)
    expect(functions: readers, "streams: { clicks: { shards: 1, initial: 1 } }", [], advice: true)
    expect(functions: reader("api", "fanOut: 1️⃣enhanced"), "streams: { clicks: { kind: dynamodb, shards: 1 } }", ["FS2014"])
  }

  @Test func `what nothing goes to, or nothing takes from, is advised about`() {
    expect(
      functions: "  api: { runtime: nodejs22, timeout: 1 s, triggers: { jobs: {}, orders: {} } }",
      """
      doors: { in: 1️⃣{ kind: alb, to: api } }
      queues: { jobs: 2️⃣{}, dead: {}, full: { initial: 5, deadLetter: dead } }
      streams: { clicks: { shards: 1, from: { events: {} } } }
      topics: { orders: 3️⃣{} }
      buses: { events: { from: { blobs: {} } }, more: 4️⃣{ from: { blobs: {} } } }
      buckets: { blobs: 5️⃣{} }
      """, ["FS9006", "FS9006", "FS9006", "FS9006", "FS9006"], advice: true)
  }

  @Test func `a platform refuses by name what it does not have`() {
    expect(
      functions: "  api: { runtime: nodejs, triggers: { jobs: {} } }",
      """
      1️⃣doors: { d: { kind: alb, to: api } }
      2️⃣queues: { jobs: {} }
      3️⃣streams: { clicks: { shards: 1 } }
      4️⃣topics: { orders: {} }
      5️⃣buses: { events: {} }
      6️⃣buckets: { blobs: {} }
      7️⃣schedules: { nightly: { schedule: rate(1 day), to: api } }
      """, Array(repeating: "FS3018", count: 7), platform: "google-cloud-run")
  }

  @Test func `filters let kinds through that items have`() {
    let functions = """
        api: { runtime: nodejs22, timeout: 1 s, triggers: { jobs: { filter: { kind: 1️⃣[card, cart] } }, clicks: { filter: { kind: 2️⃣a } } } }
        b: { runtime: nodejs22, steps: [{ send: { to: jobs, kind: slip } }] }
      """
    let elements = """
      queues: { jobs: { initial: { count: 1, kinds: { card: 100% } } }, more: { from: { orders: { filter: { kind: 3️⃣caard } } } } }
      streams: { clicks: { shards: 1 } }
      topics: { orders: { from: { nightly: {} } } }
      schedules: { nightly: { schedule: rate(1 day), kinds: { slot: 100% } } }
      """
    expect(functions: functions, elements, ["FS3012", "FS3012", "FS3012"])
    expect(
      functions: "  api: { runtime: nodejs22, timeout: 1 s, triggers: { jobs: { filter: { kind: [slip, slot] } } } }\n"
        + "  b: { runtime: nodejs22, steps: [{ send: { to: jobs, kind: slip } }] }",
      "queues: { jobs: {} }\nschedules: { nightly: { schedule: rate(1 day), to: jobs, kinds: { slot: 100% } } }", [])
  }

  @Test func `steps of a function that a queue drives may ask for any kind of the scenario`() {
    func function(_ kind: String, _ triggers: String) -> String {
      "  api: { runtime: nodejs22, timeout: 1 s, \(triggers) steps: [{ choose: { by: kind, cases: [{ when: \(kind), steps: [] }] } }] }"
    }
    let queues = "queues: { jobs: { initial: { count: 1, kinds: { card: 100% } } } }"
    expect(functions: function("card", "triggers: { jobs: {} },"), queues, [])
    expect(functions: function("1️⃣cash", "triggers: { jobs: {} },"), queues, ["FS3012"])
    expect(functions: function("1️⃣card", ""), queues, ["FS3012"])
  }

  @Test func `a function's own URL stands before functions only`() {
    expect(
      "doors: { a: { kind: functionUrl, to: 1️⃣crm }, b: { kind: alb, to: crm } }\nservices: { crm: { latency: 1 ms } }", ["FS3019"])
  }

  @Test func `an override of an element that is not there is refused`() {
    let text = scenario(rest: "queues: { jobs: { initial: 1 } }")
    let found = Scenario.parse(text, overrides: ["queues.jbos.delay=1 s"]).diagnostics
    #expect(found.map(\.code) == ["FS5002"])
    #expect(found.map(\.rendered).joined().contains("did you mean 'jobs'?"))
  }

  @Test func `a door waits no longer than the platform lets it`() {
    expect("doors: { a: { kind: restApi, to: api, timeout: 1️⃣30 s }, b: { kind: functionUrl, to: api, timeout: 1 h } }", ["FS3004"])
  }

  @Test func `every constant of an element can be overridden`() throws {
    let found = try read(
      Example.small,
      overrides: [
        "platform.queues.mapping.most=2000", "platform.queues.messageSize.high=2 MB", "platform.streams.onDemand=none",
        "platform.delivery.topics.policy=[{ attempts: 1, from: 5 s }]", "platform.doors.restApi.timeout.maximum=60 s",
        "platform.buckets.bandwidth=100 MB/s",
      ]
    ).platform
    #expect(found.queues?.mapping.most == 2000 && found.queues?.mapping.start == 5)
    #expect(found.queues?.messageSize == SettingRule(standard: 1 << 20, minimum: 1024, maximum: 2 << 20))
    #expect(found.streams != nil && found.streams?.onDemand == nil)
    #expect(found.delivery?.topics?.policy == [DeliveryPhase(attempts: 1, from: 5_000_000_000, to: 5_000_000_000)])
    #expect(found.doors?.restApi?.timeout?.maximum == 60_000_000_000)
    #expect(found.buckets?.bandwidth == 104_857_600.0)
  }

  @Test func `the constants of the mapping are those of their time`() throws {
    func mapping(_ name: String) throws -> QueueMappingRules {
      try #require(try read(Example.small.replacing("platform: aws-lambda", with: "platform: \(name)")).platform.queues).mapping
    }
    let now = try mapping("aws-lambda")
    #expect(now.start == 5 && now.added == 5 && now.most == 1250 && now.least == 2 && now.backOff == 0.7)
    #expect(now.provisioned?.added == 1000.0 / 60 && now.provisioned?.bandwidth == 1_048_576)
    let old = try mapping("aws-lambda-2020")
    #expect(old.added == 1 && old.most == 1000 && old.provisioned == nil && old.maximumConcurrency == nil)
  }
}
