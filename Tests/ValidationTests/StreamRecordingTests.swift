import Documents
import Fleet
import Scenarios
import Testing

/// The mapping from streams to functions, held against what AWS did.
@Suite(.enabled(if: StreamRecording.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct StreamRecordingTests {
  @Test("every recording is replayed, or there is a reason why not", arguments: ["kinesis", "dynamodb"])
  func table(kind: String) throws {
    let names = (kind == "kinesis" ? RecordingUse.kinesis : RecordingUse.tables).map(\.0)
    #expect(names.sorted() == (try StreamRecording.all(kind)).keys.sorted())
  }

  /// Those of which the outcome is told: attempts, why they were given up, what was delivered.
  @Test("recordings have the attempts, discards and batches that AWS had", arguments: ["kinesis", "dynamodb"])
  func replay(kind: String) throws {
    let recordings = try StreamRecording.all(kind)
    var replayed = 0
    for (name, use) in kind == "kinesis" ? RecordingUse.kinesis : RecordingUse.tables {
      guard case .replay(let replay) = use, let recording = recordings[name] else { continue }
      for seed in 1...5 as ClosedRange<Int64> {
        let record = try simulate(recording, replay, kind, seed)
        compareDiscards(recording, replay, record, name)
        compareDeliveries(recording, replay, record, name)
      }
      replayed += 1
    }
    #expect(replayed == (kind == "kinesis" ? 24 : 26))
  }

  /// - Source: the recordings hold `condition`, `approximateInvokeCount`, `batchSize` and `functionError` of what the destination was told.
  private func compareDiscards(_ recording: StreamRecording, _ replay: StreamReplay, _ record: RunRecord, _ name: String) {
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
  private func compareDeliveries(_ recording: StreamRecording, _ replay: StreamReplay, _ record: RunRecord, _ name: String) {
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

  private func simulate(_ recording: StreamRecording, _ replay: StreamReplay, _ kind: String, _ seed: Int64) throws -> RunRecord {
    let trigger = try #require(recording.trigger(unrecorded: replay.settings), "\(recording.test)")
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
      \(sources(replay).joined(separator: "\n"))
      """
    let files = MemoryFiles(["counts.csv": counts(replay)])
    return try Run.simulate(Blueprint(try Simulated.scenario(text, files: files)))
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

  private func sources(_ replay: StreamReplay) -> [String] {
    func source(_ name: String, _ kind: String) -> String {
      """
        \(name):
          to: records
          kinds: { \(kind): 100% }
          size: 100 B
          trace: { counts: { file: counts.csv, row: \(name), every: 100 ms, within: even } }
      """
    }
    var sources: [String] = []
    if replay.good > 0 { sources.append(source("fine", "good")) }
    if replay.bad > 0 { sources.append(source("faulty", "bad")) }
    if replay.isLate { sources.append(source("busy", "slow")) }
    if replay.others > 0 { sources.append(source("left", "other")) }
    return sources
  }

  /// All at about 1 s, bad ones behind good ones; where records become too old, the first good one at 5 s behind a slow one, others at 60 s.
  private func counts(_ replay: StreamReplay) -> String {
    if replay.isLate {
      return "name,counts\nfine,0*50 1 0*549 \(replay.good - 1)\nfaulty,0\nbusy,0*10 1\nleft,0\n"
    }
    return "name,counts\nfine,0*10 \(replay.good)\nfaulty,0*11 \(replay.bad)\nbusy,0\nleft,0*12 \(replay.others)\n"
  }
}
