import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing

/// The figures of the bazaar, worked out by hand from its record.
@Suite struct BetweenFigureTests {
  let result = Bazaar.result

  func figure(_ kind: ElementKind, _ name: String, _ metric: Metric, _ statistic: Statistic) throws -> Figure {
    try #require(result.figure(.element(kind, name), metric, statistic))
  }

  @Test func `a queue's shares are of what it had to see to`() throws {
    #expect(try figure(.queue, "orders", .processed, .ratio) == .real(480.0 / 510))
    #expect(try figure(.queue, "orders", .deadLettered, .count) == .integer(4))
    #expect(try figure(.queue, "orders", .duplicates, .ratio) == .real(3.0 / 520))
    #expect(try figure(.queue, "orders", .accepted, .ratio) == .real(500.0 / 502))
  }

  @Test func `messages that are left rank as infinitely old`() throws {
    #expect(try figure(.queue, "orders", .age, .quantile(0.5)) != .missing)
    #expect(try figure(.queue, "orders", .age, .quantile(0.99)) == .above(8_000_000_000))
    #expect(try figure(.queue, "orders-dead", .age, .quantile(0.5)) == .above(0))
  }

  @Test func `a level has its mean, its peak and its end`() throws {
    #expect(try figure(.queue, "orders", .messages, .mean) == .real(40))
    #expect(try figure(.queue, "orders", .messages, .maximum) == .integer(90))
    #expect(try figure(.queue, "orders", .messages, .last) == .integer(12))
  }

  @Test func `records that are left rank as so many batches as they would have come in`() throws {
    // 20 of 2,000 records are left: of 200 batches two more.
    #expect(try figure(.stream, "clicks", .iteratorAge, .maximum) == .above(6_000_000_000))
    guard case .integer(let p95) = try figure(.stream, "clicks", .iteratorAge, .quantile(0.95)) else {
      Issue.record("p95 is known")
      return
    }
    #expect(abs(Double(p95) / 5e8 - 1) < 0.01)
    #expect(try figure(.stream, "clicks", .writeThrottles, .ratio) == .real(50.0 / 2_056))
    #expect(try figure(.stream, "clicks", .blocked, .total) == .real(7))
  }

  @Test func `a door's throttles are its own and those of all doors`() throws {
    #expect(try figure(.door, "public", .throttled, .count) == .integer(120))
    #expect(try figure(.door, "public", .throttled, .ratio) == .real(120.0 / 1_207))
  }

  @Test func `what a topic accepts and delivers is told apart`() throws {
    #expect(try figure(.topic, "news", .accepted, .ratio) == .real(97.0 / 105))
    #expect(try figure(.topic, "news", .delivered, .ratio) == .real(60.0 / 67))
    #expect(try figure(.topic, "news", .lost, .count) == .integer(1))
    #expect(try figure(.topic, "news", .deadLettered, .count) == .integer(4))
    #expect(result.brokers.flatMap(\.subscriptions).map { "\($0.broker) \($0.subscriber)" } == ["news worker"])
    #expect(try #require(result.cost("news", "topic.standard")).run == 49_000)
  }

  @Test func `asynchronous invocations are listed for functions that have any`() throws {
    #expect(try figure(.function, "worker", .asyncDropped, .ratio) == .real(0.1))
    #expect(try figure(.function, "worker", .asyncAge, .maximum) == .above(60_000_000_000))
    #expect(result.figure(.function("api"), .asyncReceived, .count) == nil)
  }

  @Test func `each has its part of the bill`() throws {
    let calls = try #require(result.cost("orders", "queue.standard"))
    #expect(calls.quantity == .integer(915))
    #expect(calls.run == 366_000 && calls.waste(.idle).run == 120_000)
    #expect(try #require(result.cost("public", "door.httpApi")).run == 1_079_000)
    // Two shards for 100 s at 0.015 USD an hour, and 2,000 units at 0.014 USD a million.
    #expect(try #require(result.cost("clicks", "stream.provisioned.shard")).run == 833_333)
    #expect(try #require(result.cost("clicks", "stream.provisioned.put")).run == 28_000)
    #expect(result.costs.month == result.costs.lines.reduce(0) { $0 + $1.month })
  }

  @Test func `what each gave up is listed by its reason`() {
    let losses = result.losses.filter { $0.subject == .element(.stream, "clicks") }
    #expect(
      losses.map { "\($0.cause) \($0.requests)" } == [
        "write_throttle 50", "unavailable 6", "retries_exhausted 20", "record_age_exceeded 5", "expired 5",
      ])
    #expect(result.losses.contains { $0.subject == .function("worker") && $0.cause == "async_expired" && $0.requests == 2 })
  }

  @Test func `the record's equations hold in what is shown`() {
    for queue in result.queues.map(\.record) {
      #expect(queue.initial + queue.accepted == queue.processed + queue.filtered + queue.deadLettered + queue.expired + queue.present)
    }
    for consumer in result.streams.flatMap(\.consumers).map(\.record) {
      let done = consumer.processed + consumer.filtered + consumer.discarded.reduce(0, +)
      #expect(consumer.offered == done + consumer.expired + consumer.present)
    }
  }
}
