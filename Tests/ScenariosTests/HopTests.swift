import Documents
import Testing
import Variates

@testable import Scenarios

struct HopTests {
  private static let second: Int64 = 1_000_000_000

  /// The hops of one function's steps.
  private func hops(_ steps: String) throws -> [Hop] {
    let functions = "  api:\n    runtime: nodejs22\n    steps:\n\(steps)\n  process: { runtime: java21 }"
    let elements = """
      queues: { jobs: {} }
      streams: { clicks: { shards: 1 } }
      topics: { orders: {} }
      buses: { events: {} }
      buckets: { blobs: {} }
      containers: { crunch: {} }
      services: { crm: { latency: 1 ms } }
      workflows: { ordering: { definition: order.asl.json } }
      """
    let files = MemoryFiles(["order.asl.json": #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#])
    let scenario = try read(scenario(functions: functions, rest: elements), files: files)
    return scenario.functions[0].steps.compactMap { step in
      if case .hop(let hop) = step.action { hop } else { nil }
    }
  }

  @Test(arguments: Hop.Verb.allCases) func `a hop needs nothing but its other end`(verb: Hop.Verb) throws {
    let hop = try #require(try hops("      - \(verb.rawValue): { \(verb.nameKey): \(verb.example) }").first)
    #expect(hop == Hop(verb, to: verb.example))
    #expect(hop.timeout == .standard && hop.retry == nil && hop.size == nil && hop.key == nil && hop.count == nil)
  }

  @Test func `every key of a call is read`() throws {
    let calls = try hops(
      """
            - call:
                to: process
                timeout: 2 s
                retry: { attempts: 2, backoff: { constant: 1 s }, on: [timeout] }
                size: { uniform: { low: 1 KB, high: 3 KB } }
                key: { uniform: { n: 10 } }
                kind: card
                claimCheck: { bucket: blobs }
            - call: { to: process, split: { size: 5 MB, parallel: 2 } }
      """)
    let hop = calls[0]
    #expect(hop.timeout == .after(2 * Self.second))
    #expect(hop.retry == Retry(attempts: 2, backoff: .constant(.constant(1e9)), on: [.timeout]))
    #expect(hop.size?.mean == 2048)
    #expect(hop.key == .drawn(.uniform(n: 10)))
    #expect(hop.kind == "card")
    #expect(hop.claimCheck == "blobs")
    #expect(hop.split == nil && calls[1].split == Split(size: 5 << 20, parallel: 2))
  }

  @Test func `a queue takes several at once and hides them, and a timeout or retry may be none`() throws {
    let sent = try hops(
      """
            - send: { to: jobs, count: { uniform: { low: 0, high: 4 } }, delay: 5 s, key: same, timeout: none, retry: none }
            - call: { to: process, split: { size: 5 MB } }
      """)
    #expect(sent[0].count?.mean == 2 && sent[0].delay == 5 * Self.second && sent[0].key == .same)
    #expect(sent[0].timeout == HopTimeout.none && sent[0].retry == Retry.none)
    #expect(sent[1].split == Split(size: 5 << 20, parallel: nil))
  }

  @Test func `a breaker is one probe of one instance unless it says more`() throws {
    let requests = try hops(
      """
            - request: { to: crm, breaker: { failures: 5, within: 10 s, open: 30 s } }
            - request: { to: crm, breaker: { failures: 5, within: 10 s, open: 30 s, probes: 3, scope: shared } }
      """)
    #expect(requests[0].breaker == Breaker(failures: 5, within: 10 * Self.second, open: 30 * Self.second))
    #expect(requests[0].breaker?.probes == 1 && requests[0].breaker?.scope == .instance)
    #expect(requests[1].breaker?.probes == 3 && requests[1].breaker?.scope == .shared)
  }

  @Test func `keys that a hop does not have are found`() {
    expectFindings(
      scenario(
        functions: """
            api:
              runtime: nodejs22
              steps:
                - call: { to: process, 1️⃣count: 3 }
                - invoke: { to: process, 2️⃣split: { size: 1 MB } }
                - send: { to: jobs, delay: 3️⃣16 min }
                - fetch: 4️⃣{ 5️⃣to: blobs }
                - request: { to: crm, 6️⃣claimCheck: { bucket: blobs } }
                - put: 7️⃣{ size: 1 KB }
            process: { runtime: java21 }
          """), ["FS2001", "FS2001", "FS2007", "FS2002", "FS2001", "FS2001", "FS2002"],
      only: ["FS2001", "FS2002", "FS2007"])
  }
}
