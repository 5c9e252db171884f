import Documents
import Fleet
import Scenarios
import Testing

/// The mapping from streams to functions, held against what AWS did.
@Suite(.enabled(if: Recording.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct StreamRecordingTests {
  /// Those of which the outcome is told: attempts, why they were given up, what was delivered.
  @Test("recordings have the attempts, discards and batches that AWS had", arguments: ["kinesis", "dynamodb"])
  func replay(kind: String) throws {
    let recordings = try Recording.all(kind)
    for (name, use) in kind == "kinesis" ? RecordingUse.kinesis : RecordingUse.tables {
      guard let replay = use.replay, let recording = recordings[name] else { continue }
      for seed in 1...5 as ClosedRange<Int64> {
        let record = try simulate(recording, replay, kind, seed)
        compareDiscards(recording, replay, record, name)
        compareDeliveries(recording, replay, record, name)
      }
    }
  }

  /// - Source: the recordings hold `condition`, `approximateInvokeCount`, `batchSize` and `functionError` of what the destination was told.
  private func compareDiscards(_ recording: Recording, _ replay: StreamReplay, _ record: RunRecord, _ name: String) {
    let consumer = record.streams[0].consumers[0]
    guard let condition = recording.content.all("condition").first?.text else {
      #expect(consumer.discardedBatches == 0 && consumer.failures == 0 && record.queues[0].accepted == 0, "\(name)")
      #expect(consumer.processed + consumer.filtered == Int64(replay.good + replay.others), "\(name)")
      return
    }
    #expect(consumer.discardedBatches == 1 && record.queues[0].accepted == 1 && consumer.lostNotices == 0, "\(name): one notice")
    let size = Int64(recording.content.all("batchSize").first?.number ?? 0)
    #expect(consumer.lastBatchSize == size, "\(name)")
    #expect(consumer.discarded == (condition == "RetryAttemptsExhausted" ? [size, 0] : [0, size]), "\(name): \(condition)")
    let count = recording.content.all("approximateInvokeCount").first?.number ?? 0
    #expect(consumer.lastInvokeCount == Int64(count), "\(name): invoke count")
    if condition == "RetryAttemptsExhausted" {
      let isThrown = recording.content.all("functionError").first?.text == "Unhandled"
      #expect(isThrown == (record.functions[0].errors > 0), "\(name): thrown or reported")
    }
  }

  /// What the function was given in all, as far as it was recorded; what kept it busy before was not.
  private func compareDeliveries(_ recording: Recording, _ replay: StreamReplay, _ record: RunRecord, _ name: String) {
    let consumer = record.streams[0].consumers[0]
    let batches = ["kinesis_events", "dynamodb_events"].compactMap { recording.content[$0]?.list.count }.first
    if let batches { #expect(consumer.attempts == Int64(batches), "\(name): invocations") }
    if let delivered = ["kinesis_records", "dynamodb_records"].compactMap({ recording.content[$0]?["Records"]?.list.count }).first {
      // The first five once, the sixth with its batch and each time by itself.
      let expected = replay.bad == 0 ? replay.good : replay.good + 1 + Int(consumer.lastInvokeCount)
      #expect(delivered == expected && consumer.processed == Int64(replay.good), "\(name): records")
    }
    if let events = recording.content["invocation_events"]?.list {
      let delivered = events.reduce(0) { $0 + ($1["event"]?["Records"]?.list.count ?? 0) }
      #expect(consumer.processed == Int64(delivered), "\(name): records")
    }
    if let late = recording.content["Records"]?.list.count { #expect(consumer.processed == Int64(late + 1), "\(name): those in time") }
    if let logs = recording.content["lambda-multiple-log-events"]?.list.count {
      #expect(consumer.processed == Int64(logs), "\(name): records that the filter lets through")
    }
    for other in record.streams[0].consumers { #expect(other.processed == consumer.processed, "\(name): each consumer") }
  }

  // MARK: The scenario

  private func simulate(_ recording: Recording, _ replay: StreamReplay, _ kind: String, _ seed: Int64) throws -> RunRecord {
    let trigger = try #require(recording.streamTrigger(unrecorded: replay.settings), "\(recording.test)")
    let filter = replay.others > 0 ? ", filter: { kind: good }" : ""
    // Whatever the destination was, it is told of what was given up; here a queue is.
    let settings = trigger.replacing(" }", with: "\(filter), onFailure: notices }")
    let names = (0..<replay.consumers).map { "f\($0)" }
    let functions = names.map { name in
      """
        \(name):
          runtime: python3.12
          timeout: 2 min
          triggers: { records: \(settings) }
      \(steps(replay))
      """
    }
    let items = items(replay)
    let text = """
      scenario: recording
      platform: aws-lambda
      run: { duration: 10 min, seed: \(seed) }
      functions:
      \(functions.joined(separator: "\n"))
      streams:
        records: { kind: \(kind), shards: 1 }
      queues:
        notices: { kind: standard }
      traffic:
      \(ReplayedItems.sources(items, to: "records"))
      """
    return try Simulated.record(text, files: ReplayedItems.files(items))
  }

  /// Only kinds that come may be asked for.
  private func steps(_ replay: StreamReplay) -> String {
    let wait = "choose: { by: kind, cases: [ { when: slow, steps: [ { wait: 65 s } ] } ], otherwise: [ { compute: 5 ms } ] }"
    var steps = ["{ \(replay.isLate ? wait : "compute: 5 ms") }"]
    if replay.bad > 0 {
      steps.append("{ choose: { by: kind, cases: [ { when: bad, steps: [ { fail: { chance: 100%, error: Bad } } ] } ] } }")
    }
    return "    \(replay.failure == .exception ? "steps" : "perItem"): [ \(steps.joined(separator: ", ")) ]"
  }

  /// All at about 1 s, bad ones behind good ones; where records become too old, the first good one at 5 s behind a slow one, others at 60 s.
  private func items(_ replay: StreamReplay) -> [ReplayedItems] {
    if replay.isLate {
      return [ReplayedItems("slow", "0*10 1"), ReplayedItems("good", "0*50 1 0*549 \(replay.good - 1)")]
    }
    let counts = [("good", 10, replay.good), ("bad", 11, replay.bad), ("other", 12, replay.others)]
    return counts.filter { $0.2 > 0 }.map { ReplayedItems($0.0, "0*\($0.1) \($0.2)") }
  }
}
