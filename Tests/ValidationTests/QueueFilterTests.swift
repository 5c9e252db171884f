import Fleet
import Testing

/// Messages that no filter lets through.
struct QueueFilterTests {
  private func record(duplicates: String) throws -> RunRecord {
    try Simulated.record(
      """
      scenario: filtered
      platform: { profile: aws-lambda, hops: { send: 0 ms }, maxLifetime: none, thaw: none }
      run: { duration: 100 s, drain: { upTo: 1 h } }
      queues: { jobs: { duplicates: \(duplicates) } }
      functions:
        work: { runtime: nodejs22, keepAlive: 1 h, triggers: { jobs: { batchSize: 1, filter: { kind: card } } }, steps: [{ wait: 5 ms }] }
      traffic: { web: { to: jobs, rate: 10/s, arrivals: uniform, kinds: { card: 1%, cash: 99% } } }
      """)
  }

  @Test func `what a receive brings twice is filtered twice`() throws {
    let record = try record(duplicates: "50%")
    let queue = record.queues[0]
    #expect(queue.duplicates > 400 && queue.filtered + queue.processed == 999 && queue.filtered > 950)
    #expect(record.functions[0].succeeded == queue.processed + queue.repeated && queue.repeated < 40)
  }

  /// Each is sent by a call of its own, received by a call of its own, and deleted by one, whether the function got it or not.
  @Test func `filtered messages are deleted by calls that are billed`() throws {
    let requests = try record(duplicates: "0%").queues[0].requests
    #expect(requests.sends == 999 && requests.receives == 999 && requests.deletes == 999)
  }
}
