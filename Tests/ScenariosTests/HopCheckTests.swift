import Documents
import Testing

@testable import Scenarios

struct HopCheckTests {
  /// Expects findings of some codes, or all errors, in the steps of `api`, which may call `b`, in a scenario with an element of each kind.
  private func expect(
    _ steps: String, api: String = "timeout: 30 s", b: String = "", traffic: String = "rate: 1/s", rest: String = "", _ codes: [String],
    only: Set<String>? = nil, platform: String = "aws-lambda", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let functions = "  api:\n    runtime: nodejs22\n    \(api)\n    steps:\n\(steps)\n  b: { runtime: nodejs22, \(b) }"
    let elements = """
      doors: { front: { kind: httpApi, to: api } }
      queues: { jobs: {} }
      streams: { clicks: { shards: 1 } }
      topics: { orders: {} }
      buses: { events: {} }
      buckets: { blobs: {} }
      services: { crm: { latency: 1 ms } }
      """
    let text = scenario(functions: functions, traffic: "  web: { to: api, \(traffic) }", rest: elements + "\n" + rest)
    expectFindings(
      text.replacing("platform: aws-lambda", with: "platform: \(platform)"), codes, advice: false, only: only,
      sourceLocation: sourceLocation)
  }

  @Test func `every verb reaches its own kind`() {
    expect(
      """
            - call: { to: b }
            - invoke: { to: b }
            - send: { to: jobs }
            - put: { to: clicks }
            - publish: { to: orders }
            - emit: { to: events }
            - store: { to: blobs }
            - fetch: { from: blobs }
            - request: { to: crm }
      """, [])
  }

  @Test func `a name that is not there, or that another verb reaches, is found`() {
    expect(
      """
            - call: { to: 1️⃣jobs }
            - send: { to: 2️⃣clicks }
            - put: { to: 3️⃣job }
            - publish: { to: 4️⃣events }
            - emit: { to: 5️⃣crm }
            - fetch: { from: 6️⃣b }
            - request: { to: 7️⃣front }
            - invoke: { to: b, claimCheck: { bucket: 8️⃣blob } }
            - send: { to: jobs, claimCheck: { bucket: 9️⃣jobs } }
      """, ["FS3019", "FS3019", "FS3001", "FS3019", "FS3019", "FS3019", "FS3019", "FS3001", "FS3019"])
  }

  @Test(arguments: [
    ("call", "jobs", "write send: { to: jobs }"), ("call", "crm", "write request: { to: crm }"), ("send", "b", "write call: { to: b }"),
    ("put", "blobs", "write store: { to: blobs }"), ("send", "front", "a step can't go there"), ("emit", "web", "a step can't go there"),
  ])
  func `the finding of a wrong verb names the right one`(verb: String, name: String, mend: String) {
    let text = scenario(
      functions: "  api: { runtime: go, steps: [{ \(verb): { to: \(name) } }] }\n  b: { runtime: go }",
      rest: """
        doors: { front: { kind: httpApi, to: api } }
        queues: { jobs: {} }
        buckets: { blobs: {} }
        services: { crm: { latency: 1 ms } }
        """)
    let found = Scenario.parse(text).diagnostics.filter { $0.code == "FS3019" }
    #expect(found.map(\.finding.mend) == [mend])
    #expect(found.first?.message.contains("which '\(verb)' does not reach") == true)
  }

  @Test func `destinations of asynchronous invocations exist and fit`() {
    expect(
      "      - wait: 1 ms", api: "async: { onFailure: 1️⃣crm, onSuccess: 2️⃣blobs, deadLetter: 3️⃣gone }",
      b: "async: { onFailure: blobs, onSuccess: events, deadLetter: 4️⃣tickets }", rest: "#", ["FS3019", "FS3019", "FS3001", "FS3001"])
    expectFindings(
      scenario(
        functions: "  api: { runtime: go, async: { onFailure: 1️⃣tickets, deadLetter: jobs } }",
        rest: "queues: { tickets: { kind: fifo }, jobs: {} }"), ["FS3020"], advice: false)
  }

  @Test func `a payload is not split to what needs it whole`() {
    expect("      - call: { to: b, split: 1️⃣{ size: 1 MB } }", b: "needsWhole: true", ["FS3024"])
    expect("      - call: { to: b, split: { size: 1 MB } }", [])
  }

  @Test func `a platform without hops refuses all but requests by name`() {
    expectFindings(
      scenario(
        functions: """
            api: { runtime: nodejs, steps: [{ 1️⃣call: { to: b } }, { 2️⃣send: { to: jobs } }, { request: { to: crm, timeout: 1 s } }] }
            b: { runtime: nodejs }
          """, rest: "services: { crm: { latency: 1 ms } }"
      ).replacing("aws-lambda", with: "google-cloud-run"), ["FS3018", "FS3018"])
  }

  /// The limits of Lambda, SQS, Kinesis, SNS and EventBridge in 2026.
  @Test func `a payload above the limit of its hop is found`() {
    expect(
      """
            - call: { to: b, size: 6 MB }
            - call: { to: b, size: 1️⃣6145 KB }
            - call: { to: b, size: 20 MB, split: { size: 6 MB } }
            - call: { to: b, size: 20 MB, split: 2️⃣{ size: 7 MB } }
            - call: { to: b, size: 20 MB, claimCheck: { bucket: blobs } }
            - invoke: { to: b, size: 3️⃣1025 KB }
            - send: { to: jobs, size: 4️⃣1025 KB }
            - put: { to: clicks, size: 1 MB }
            - publish: { to: orders, size: 5️⃣2 MB }
            - emit: { to: events, size: 6️⃣2 MB }
            - store: { to: blobs, size: 2 GB }
            - request: { to: crm, size: 50 MB }
      """, Array(repeating: "FS3025", count: 6))
  }

  @Test func `the limit of a queue or stream is its own`() {
    expectFindings(
      scenario(
        functions: "  api: { runtime: go, steps: [{ send: { to: jobs, size: 1️⃣17 KB } }, { send: { to: other, size: 17 KB } }] }",
        rest: "queues: { jobs: { maxMessageSize: 16 KB }, other: {} }"), ["FS3025"], advice: false)
  }

  @Test func `what sources and answers have is held against the limits too`() {
    expect("      - wait: 1 ms", traffic: "rate: 1/s, size: 1️⃣7 MB", ["FS3025"])
    expect("      - wait: 1 ms", api: "answer: 1️⃣7 MB", ["FS3025"])
    expect("      - wait: 1 ms", b: "answer: 7 MB", [])
    expect("      - call: { to: b }", b: "answer: 1️⃣7 MB", ["FS3025"])
    expectFindings(
      scenario(
        traffic: "  web: { to: front, rate: 1/s, size: 1️⃣2 MB }", rest: "doors: { front: { kind: alb, to: api } }"), ["FS3025"])
  }

  @Test func `items that are all of one size are followed into the function's steps`() {
    expect("      - send: 1️⃣{ to: jobs }", traffic: "rate: 1/s, size: 2 MB", ["FS3025"])
    // It may go another way, be of another size, or come from elsewhere.
    expect(
      "      - choose: { by: size, cases: [{ when: { upTo: 1 MB }, steps: [{ send: { to: jobs } }] }] }", traffic: "rate: 1/s, size: 2 MB",
      [])
    expect("      - send: { to: jobs }", traffic: "rate: 1/s, size: { uniform: { low: 1 B, high: 2 MB } }", [])
    expect("      - send: { to: jobs }", api: "triggers: { orders: {} }", traffic: "rate: 1/s, size: 2 MB", [])
  }
}
