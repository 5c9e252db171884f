import Documents
import Testing
import Variates

@testable import Scenarios

/// What stands between functions is read with every key, and with the platform's constants where a key is not given.
struct ElementReadingTests {
  private let second: Int64 = 1_000_000_000

  private func elements(_ text: String, functions: String = "  api: { runtime: nodejs22 }", platform: String = "aws-lambda") throws
    -> Scenario
  {
    try read(
      scenario(functions: functions, rest: text).replacing("platform: aws-lambda", with: "platform: \(platform)"))
  }

  @Test func `a door takes its timeout and latency from the platform, by its kind`() throws {
    let doors = try elements(
      """
      doors:
        a: { kind: httpApi, to: api }
        b: { kind: restApi, to: api }
        c: { kind: functionUrl, to: api }
        d: { kind: alb, to: api }
        e: { label: Shop, kind: httpApi, to: api, timeout: 5 s, throttle: { rate: 2000/s, burst: 1000 }, latency: 10 ms }
      """
    ).doors
    #expect(doors.map(\.timeout) == [30 * second, 29 * second, nil, 60 * second, 5 * second])
    #expect(doors.prefix(4).allSatisfy { $0.throttle == nil && $0.label == nil })
    #expect(Set(doors.map { "\($0.latency)" }).count == 5)
    #expect(
      doors[4]
        == DoorSpec(
          name: "e", label: "Shop", kind: .httpApi, to: "api", timeout: 5 * second, throttle: Throttle(rate: 2000, burst: 1000),
          latency: .constant(10e6)))
  }

  @Test func `a queue's defaults are the platform's, by its kind`() throws {
    let queues = try elements("queues: { a: { initial: 1 }, b: { kind: fifo, initial: 2 } }").queues
    #expect(
      queues[0]
        == QueueSpec(
          name: "a", kind: .standard, visibilityTimeout: 30 * second, maxReceiveCount: 10, retention: 4 * 86400 * second,
          maxMessageSize: 1 << 20, inFlight: 120_000, duplicates: 1e-5, initial: InitialItems(count: 1)))
    #expect(queues[1].kind == .fifo && queues[1].duplicates == 0 && queues[1].inFlight == 120_000)
    let old = try elements("queues: { a: { initial: 1 }, b: { kind: fifo, initial: 2 } }", platform: "aws-lambda-2020").queues
    #expect(old.map(\.maxMessageSize) == [256 << 10, 256 << 10])
    #expect(old.map(\.inFlight) == [120_000, 20_000])
  }

  @Test func `a queue is read with every key`() throws {
    let read = try elements(
      """
      queues:
        jobs:
          label: Jobs
          kind: standard
          visibilityTimeout: 6 min
          maxReceiveCount: 3
          deadLetter: dead
          delay: 5 s
          retention: 1 d
          maxMessageSize: 64 KB
          inFlight: 100
          duplicates: 1%
          fair: true
          initial: { count: 5, size: 2 KB, kinds: { card: 100% }, key: { uniform: { n: 7 } } }
          from: { orders: { filter: { kind: card, size: { upTo: 1 KB } }, deadLetter: dead }, nightly: {} }
        dead: {}
        line: { kind: fifo, highThroughput: true, initial: 1 }
      topics: { orders: { from: { events: { retries: 3, maximumEventAge: 1 h } } } }
      buses: { events: { from: { daily: {} } } }
      schedules: { nightly: { schedule: rate(1 day) }, daily: { schedule: rate(1 day) } }
      """)
    #expect(
      read.queues[0]
        == QueueSpec(
          name: "jobs", label: "Jobs", kind: .standard, visibilityTimeout: 360 * second, maxReceiveCount: 3, deadLetter: "dead",
          delay: 5 * second, retention: 86400 * second, maxMessageSize: 64 << 10, inFlight: 100, duplicates: 0.01, fair: true,
          initial: InitialItems(
            count: 5, size: .constant(2048), kinds: [.init(kind: "card", share: 1)], key: .uniform(n: 7)),
          from: [
            Subscription(source: "orders", push: PushTrigger(filter: ItemFilter(kinds: ["card"], largest: 1024), deadLetter: "dead")),
            Subscription(source: "nightly", push: PushTrigger()),
          ]))
    #expect(read.queues[2].highThroughput)
    #expect(read.topics[0].from == [Subscription(source: "events", push: PushTrigger(retries: 3, maximumEventAge: 3600 * second))])
    #expect(read.buses[0].from.map(\.source) == ["daily"])
  }

  @Test func `a stream is read with every key, and its defaults are the platform's, by its kind`() throws {
    let streams = try elements(
      """
      streams:
        a: { shards: 2, initial: 1 }
        b: { mode: onDemand, initial: 1 }
        c: { kind: dynamodb, shards: 1, initial: 1 }
        d:
          label: Clicks
          kind: kinesis
          mode: provisioned
          shards: 4
          retention: 48 h
          maxRecordSize: 2 MB
          reshard: [{ at: 2 h, shards: 8 }, { at: 3 h, shards: 4, takes: 5 min }]
          initial: 9
          from: { events: {} }
      buses: { events: { from: { nightly: {} } } }
      schedules: { nightly: { schedule: rate(1 day) } }
      """
    ).streams
    let day = 86400 * second
    #expect(
      streams[0]
        == StreamSpec(
          name: "a", kind: .kinesis, shards: 2, retention: day, maxRecordSize: 1 << 20, initial: InitialItems(count: 1)))
    #expect(streams[1].mode == .onDemand && streams[1].shards == 4)
    #expect(streams[2].kind == .dynamodb && streams[2].maxRecordSize == 400 << 10)
    #expect(
      streams[3]
        == StreamSpec(
          name: "d", label: "Clicks", kind: .kinesis, mode: .provisioned, shards: 4, retention: 2 * day, maxRecordSize: 2 << 20,
          reshard: [
            .init(at: 7200 * second, shards: 8, takes: 120 * second), .init(at: 10800 * second, shards: 4, takes: 300 * second),
          ], initial: InitialItems(count: 9),
          from: [Subscription(source: "events", push: PushTrigger(retries: 185, maximumEventAge: day))]))
  }

  @Test func `topics, buses, buckets and schedules are read with every key, and with their defaults`() throws {
    let text = """
      queues: { line: { kind: fifo, from: { ordered: {} } }, dead: {} }
      topics:
        plain: { from: { blobs: {} } }
        ordered: { label: In order, kind: fifo, latency: 40 ms, from: { events: {} } }
      buses:
        events: { label: Events, latency: 100 ms, throttle: { rate: 5/s, burst: 10 }, from: { blobs: {}, plainBus: {} } }
        plainBus: { from: { blobs: {} } }
      buckets:
        blobs: { label: Blobs, put: 30 ms, get: 20 ms, bandwidth: 25 MB/s, notification: 1 s, requestRate: { put: 100/s, get: 200/s } }
        more: {}
      schedules:
        plainly: { schedule: rate(1 hour), to: api }
        nightly:
          label: Every night
          schedule: cron(0 3 * * ? *)
          to: dead
          count: 2
          flexibleWindow: 15 min
          retries: 5
          maximumEventAge: 1 h
          deadLetter: dead
          size: 1 KB
          kinds: { card: 100% }
          key: { uniform: { n: 3 } }
      """
    let api = "  api: { runtime: nodejs22, triggers: { plain: {}, more: {} } }"
    let read = Scenario.parse(scenario(functions: api, rest: text))
    #expect(read.diagnostics.map(\.code) == ["FS9006", "FS9006"], "nothing is stored: \(read.diagnostics.map(\.rendered).joined())")
    let found = try #require(read.scenario)
    let rules = try #require(found.platform.delivery)
    #expect(found.topics.map(\.latency) == [try #require(rules.topics).standard, .constant(40e6)])
    #expect(found.topics[1].kind == .fifo && found.topics[1].label == "In order" && found.topics[1].from.map(\.source) == ["events"])
    #expect(found.buses[0].throttle == Throttle(rate: 5, burst: 10) && found.buses[0].latency == .constant(100e6))
    #expect(found.buses[1].throttle == nil && found.buses[1].latency == rules.buses?.latency)
    #expect(
      found.buckets[0]
        == BucketSpec(
          name: "blobs", label: "Blobs", put: .constant(30e6), get: .constant(20e6), bandwidth: 25 * 1_048_576,
          notification: .constant(1e9),
          requestRate: .init(put: 100, get: 200)))
    #expect(found.buckets[1].requestRate == .init(put: 3500, get: 5500) && found.buckets[1].bandwidth == 50 * 1_048_576)
    #expect(found.buckets[1].notification == rules.notification)
    #expect(found.schedules[0].retries == 185 && found.schedules[0].maximumEventAge == 86400 * second && found.schedules[0].count == 1)
    #expect(
      found.schedules[1]
        == ScheduleSpec(
          name: "nightly", label: "Every night", schedule: try Schedule.parse("cron(0 3 * * ? *)"), to: "dead", count: 2,
          flexibleWindow: 900 * second, retries: 5, maximumEventAge: 3600 * second, deadLetter: "dead", size: .constant(1024),
          kinds: [.init(kind: "card", share: 1)], key: .uniform(n: 3)))
  }

  @Test func `names resolve to a kind and a place`() throws {
    let found = try elements(
      """
      queues: { jobs: { initial: 1 }, more: { initial: 1 } }
      streams: { clicks: { shards: 1, initial: 1 } }
      doors: { in: { kind: alb, to: api } }
      services: { crm: { latency: 1 ms } }
      """
    )
    #expect(found.receiver(named: "more") == .queue(1))
    #expect(found.receiver(named: "clicks") == .stream(0))
    #expect(found.receiver(named: "api") == .function(0))
    #expect(found.receiver(named: "crm") == .service(0))
    #expect(found.receiver(named: "in")?.kind == .door)
    #expect(found.receiver(named: "web") == nil)
    for kind in Receiver.Kind.allCases { #expect(Receiver(kind, at: 3).kind == kind) }
  }
}
