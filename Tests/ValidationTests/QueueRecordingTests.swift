import Fleet
import Scenarios
import Statistics
import Testing

/// The mapping from queues to functions, held against what AWS did.
@Suite(.enabled(if: Recording.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct QueueRecordingTests {
  @Test(
    "recordings have the receives, batches and dead letters that AWS had",
    arguments: RecordingUse.queues.filter { $0.1.replay != nil }.map(\.0))
  func replay(name: String) throws {
    let recording = try #require(try Recording.all("sqs")[name])
    let replay = try #require(RecordingUse.queues.first { $0.0 == name }?.1.replay)
    for seed in 1...5 as ClosedRange<Int64> {
      let text = replay.scenario(recording.queueTrigger(replay), seed: seed)
      let record = try Simulated.record(text, files: ReplayedItems.files(replay.items))
      if replay.takesEvents {
        compareEvents(recording, record)
      } else {
        compareReceives(recording, replay, record)
        compareEnds(recording, replay, record)
      }
    }
  }

  // MARK: What is compared

  /// - Source: the recordings hold the messages that the function was given, each with its `ApproximateReceiveCount`.
  private func compareReceives(_ recording: Recording, _ replay: QueueReplay, _ record: RunRecord) {
    let (queue, function) = (record.queues[0], record.functions[0])
    let counts = recording.batches.joined().compactMap { $0["attributes"]?["ApproximateReceiveCount"]?.text.flatMap { Int64($0) } }
    if !counts.isEmpty {
      #expect(queue.receives - queue.filtered == Int64(counts.count), "receives")
      #expect(queue.redeliveries == counts.count { $0 > 1 }, "receives of what had been received before")
      #expect(counts.max() ?? 0 <= replay.receives ?? .max)
      let errors = recording.content.all("error").count { $0.text != nil }
      #expect(function.errors == Int64(errors) && function.timeouts == 0, "errors")
      if let batches = recording.batchCount { #expect(function.invocations == Int64(batches), "batches") }
    } else if let most = replay.receives {
      // Only what went to the dead-letter queue was recorded: all at once, as often as it might be received.
      #expect(queue.receives == Int64(most * recording.deadLetters) && function.errors == Int64(most))
    }
    if replay.isFIFO { #expect(function.concurrency.peak == 1 && function.instances.peak == 1, "one of a group at a time") }
    if replay.late > 0 { #expect(queue.age.maximum ?? 0 >= Int64(replay.visibility) * 1_000_000_000, "not before the visibility timeout") }
  }

  /// - Source: the recordings hold what the dead-letter queue got; their tests saw that nothing was left in the queue.
  private func compareEnds(_ recording: Recording, _ replay: QueueReplay, _ record: RunRecord) {
    let queue = record.queues[0]
    let dead = Int64(recording.deadLetters)
    #expect(queue.deadLettered == dead && record.queues.dropFirst().reduce(0) { $0 + $1.present } == dead, "dead letters")
    #expect(queue.filtered == Int64(replay.others), "filtered")
    #expect(queue.processed == Int64(replay.sent - replay.others) - dead, "processed")
    #expect(queue.present + queue.expired + queue.repeated == 0)
    // The function's busy time before is no part of the recording.
    for (items, source) in zip(replay.items, record.sources) where items.kind != "slow" {
      let lost = source.lost[Int(Loss.deadLettered.rawValue)]
      #expect(
        items.kind == "bad" ? lost == dead && source.succeeded == 0 : lost == 0 && source.succeeded == source.requests, "\(items.kind)")
    }
  }

  private func compareEvents(_ recording: Recording, _ record: RunRecord) {
    let event = record.asyncEvents[0]
    let dead = Int64(recording.deadLetters)
    #expect(event.received == dead && event.deadLetters == dead && event.retried == 0 && record.functions[0].errors == dead)
    #expect(record.queues[0].accepted == dead && record.queues[0].present == dead)
  }
}
