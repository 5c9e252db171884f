import Fleet
import Statistics
import Testing

/// From the moment at which a sender begins to hand something over to the handler of a warm function.
///
/// - Source: Bite-Sized Serverless, Serverless Messaging: Latency Compared: medians of 1,024 samples, in milliseconds.
struct SenderToHandlerTests {
  /// A way from a sender to the handler of a function.
  struct Way: CustomTestStringConvertible {
    /// What the step is called that hands over to ``element``, which is all that stands between but for ``more``.
    let step: String
    let element: String
    var more = ""
    /// What drives the function.
    var trigger = "{ way: {} }"
    /// The median in milliseconds, and by how much of it the model may be off.
    let median: Double
    let tolerance: Double

    var testDescription: String { "\(step): \(element) \(more) \(trigger)" }
  }

  private static let ways = [
    Way(step: "send", element: "queues: { way: {} }", median: 16.2, tolerance: 0.1),
    Way(step: "send", element: "queues: { way: { kind: fifo } }", median: 28.1, tolerance: 0.05),
    Way(step: "publish", element: "topics: { way: {} }", median: 73, tolerance: 0.03),
    Way(
      step: "publish", element: "topics: { way: { kind: fifo } }", more: "queues: { last: { kind: fifo, from: { way: {} } } }",
      trigger: "{ last: {} }", median: 40.1, tolerance: 0.05),
    Way(step: "emit", element: "buses: { way: {} }", median: 148, tolerance: 0.03),
    Way(step: "put", element: "streams: { way: { kind: kinesis, shards: 1 } }", median: 627, tolerance: 0.15),
    Way(
      step: "put", element: "streams: { way: { kind: kinesis, shards: 1 } }", trigger: "{ way: { fanOut: enhanced } }", median: 49.4,
      tolerance: 0.05),
    Way(step: "put", element: "streams: { way: { kind: dynamodb, shards: 1 } }", median: 213, tolerance: 0.1),
    // Not measured: the platform's usual second, behind the PUT.
    Way(step: "store", element: "buckets: { way: {} }", median: 800, tolerance: 0.06),
    // Not measured: less the 40 ms of a function's asynchronous invocation, and the 16.2 ms of a queue.
    Way(
      step: "publish", element: "topics: { way: { latency: 100 ms } }", more: "queues: { last: { from: { way: {} } } }",
      trigger: "{ last: {} }", median: 76.2, tolerance: 0.02),
  ]

  @Test(arguments: ways) func `what a source sends takes what was measured`(way: Way) throws {
    try expect(way, to: "way", "")
  }

  @Test(arguments: ways) func `what a function sends takes what was measured`(way: Way) throws {
    try expect(way, to: "sender", "  sender: { runtime: nodejs22, keepAlive: 14 d, steps: [ { \(way.step): { to: way } } ] }\n")
  }

  private func expect(_ way: Way, to entry: String, _ sender: String) throws {
    let record = try Simulated.record(
      """
      scenario: way
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none }
      run: { duration: 2 h, warmUp: 10 min, drain: { upTo: 1 h } }
      functions:
      \(sender)  handler: { runtime: nodejs22, keepAlive: 14 d, triggers: \(way.trigger), steps: [ { wait: 1 ms } ] }
      \(way.element)
      \(way.more)
      traffic: { source: { to: \(entry), rate: 3/s, key: { uniform: { n: 1000 } } } }
      """)
    let median = Double(record.sources[0].completion.quantile(0.5) ?? 0) / 1e6 - 1
    #expect(abs(median / way.median - 1) < way.tolerance, "\(median) ms instead of \(way.median) ms")
  }
}
