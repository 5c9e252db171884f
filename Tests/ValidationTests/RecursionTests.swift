import Fleet
import Testing

/// Through what the platform follows a chain of invocations that set each other off.
struct RecursionTests {
  /// A function that hands on what it gets to what it gets it from.
  private func record(_ step: String, _ element: String, platform: String = "") throws -> RunRecord {
    try Simulated.record(
      """
      scenario: loop
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none\(platform) }
      run: { duration: 10 min }
      functions:
        f: { runtime: go, triggers: { loop: {} }, steps: [ { \(step): { to: loop } } ] }
      \(element)
      traffic: { once: { to: loop, schedule: cron(1 0 * * ? *), count: 1 } }
      """)
  }

  private static let elements = [
    ("send", "queues: { loop: {} }"), ("publish", "topics: { loop: {} }"), ("store", "buckets: { loop: {} }"),
    ("emit", "buses: { loop: {} }"), ("put", "streams: { loop: { kind: kinesis, shards: 1 } }"),
  ]

  /// - Source: AWS Lambda Developer Guide, Use Lambda recursive loop detection: through SQS, SNS and S3, after approximately 16 invocations.
  @Test(arguments: elements) func `a loop is ended through queues, topics and buckets, and goes on through the rest`(
    step: String, element: String
  ) throws {
    let function = try record(step, element).functions[0]
    if ["send", "publish", "store"].contains(step) {
      #expect(function.succeeded == 16 && function.refused(.recursion) > 0)
    } else {
      #expect(function.succeeded > 100 && function.refused(.recursion) == 0)
    }
  }

  @Test(arguments: elements) func `the profile says through what a chain is followed`(step: String, element: String) throws {
    let platform = ", async: { recursion: { limit: 5, through: [stream, bus] } }"
    let function = try record(step, element, platform: platform).functions[0]
    if ["put", "emit"].contains(step) {
      #expect(function.succeeded == 5 && function.refused(.recursion) > 0)
    } else {
      #expect(function.succeeded > 50 && function.refused(.recursion) == 0)
    }
  }
}
