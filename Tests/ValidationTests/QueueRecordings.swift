extension RecordingUse<QueueReplay> {
  private static let settings = "batchSize: 10, reportBatchItemFailures: true"

  /// Every recording of SQS queues.
  static let queues: [(String, RecordingUse)] =
    [
      ("test_failing_lambda_retries_after_visibility_timeout", .replay(QueueReplay(late: 1, visibility: 5))),
      ("test_redrive_policy_with_failing_lambda", .replay(QueueReplay(bad: 1, visibility: 5, receives: 2, settings: "batchSize: 1"))),
      ("test_sqs_queue_as_lambda_dead_letter_queue", .replay(QueueReplay(bad: 1, takesEvents: true))),
      (
        "test_report_batch_item_failures",
        .replay(QueueReplay(good: 1, late: 2, bad: 1, failure: .report, isFIFO: true, visibility: 8, receives: 2))
      ),
      ("test_report_batch_item_failures_on_lambda_error", .replay(QueueReplay(initial: 2, visibility: 2, receives: 2, settings: settings))),
      (
        "test_report_batch_item_failures_invalid_result_json_batch_fails",
        .replay(QueueReplay(bad: 1, failure: .report, visibility: 4, receives: 2, settings: settings))
      ),
      (
        "test_report_batch_item_failures_empty_json_batch_succeeds",
        .replay(QueueReplay(good: 1, failure: .report, visibility: 4, receives: 1, settings: settings))
      ),
      ("test_event_source_mapping_default_batch_size", .refused(RefusedMapping(triggers: "{ jobs: { batchSize: 11 } }", code: "FS2014"))),
      ("test_sqs_event_source_mapping", .replay(.good)),
      (
        "test_message_body_and_attributes_passed_correctly",
        .replay(QueueReplay(good: 1, visibility: 5, receives: 2, settings: "batchSize: 1"))
      ),
      // Which version of the function is invoked makes no difference here.
      ("test_sqs_event_source_mapping_update", .replay(QueueReplay(good: 2, isApart: true))),
      ("test_duplicate_event_source_mappings", .refused(.twice("jobs"))),
      ("test_fifo_message_group_parallelism", .replay(QueueReplay(initial: 5, seconds: 5, isFIFO: true, visibility: 60))),
      ("test_sqs_event_source_mapping_batching_reserved_concurrency", .replay(QueueReplay(good: 30, reserved: 2))),
      ("test_esm_with_not_existing_sqs_queue", .refused(.missing("tasks"))),
      ("test_sqs_invalid_event_filter[None]", .refused(RefusedMapping(triggers: "{ jobs: { filter: } }", code: "FS2004"))),
      (
        "test_sqs_invalid_event_filter[simple string]",
        .refused(RefusedMapping(triggers: "{ jobs: { filter: simple string } }", code: "FS2003"))
      ),
      ("test_sqs_invalid_event_filter[invalid_filter2]", .not("a value that is not in a list: a filter here takes it")),
      (
        "test_sqs_invalid_event_filter[invalid_filter3]",
        .refused(RefusedMapping(triggers: "{ jobs: { filter: { kind: [] } } }", code: "FS2014"))
      ),
    ]
    + [15, 100, 1000, 10_000].map { ("test_sqs_event_source_mapping_batch_size[\($0)]", .replay(QueueReplay(good: 15, window: 10))) }
    + [
      "filter0-item_matching0-item_not_matching0", "filter1-item_matching1-item_not_matching1", "filter2-item_matching2-item_not_matching2",
      "filter3-item_matching3-item_not_matching3", "filter4-item_matching4-this is a test string",
      "filter5-item_matching5-item_not_matching5", "filter6-item_matching6-item_not_matching6", "filter7-item_matching7-item_not_matching7",
      "single-filter", "or-filter", "and-filter", "exists-filter", "numeric-bigger", "numeric-smaller", "numeric-range", "numeric-prefix",
      "single", "or", "and", "exists", "valid-json-filter", "prefix",
    ].map { ("test_sqs_event_filter[\($0)]", .replay(.filtered)) }
}

extension Recording {
  /// The trigger's settings as scenario text; as the test made the mapping where the recording does not hold it.
  func queueTrigger(_ replay: QueueReplay) -> String {
    var settings = [replay.settings]
    if let mapping {
      settings = ["batchSize: \(mapping["BatchSize"]?.number ?? 0)"]
      settings.append("window: \(mapping["MaximumBatchingWindowInSeconds"]?.number ?? replay.window) s")
      settings.append("reportBatchItemFailures: \(mapping["FunctionResponseTypes"]?.list.first?.text == "ReportBatchItemFailures")")
      if let most = mapping["ScalingConfig"]?["MaximumConcurrency"]?.number { settings.append("maximumConcurrency: \(most)") }
    }
    if replay.others > 0 { settings.append("filter: { kind: good }") }
    return "{ \(settings.joined(separator: ", ")) }"
  }

  /// The messages of each batch that the function was given, as far as they were recorded; those of the last look at its log where
  /// there were several.
  var batches: [[Recorded]] { (content["events_postupdate"] ?? content).all("Records").map(\.list) }

  /// How many batches there were; nil where the recording only holds what was in all of them.
  var batchCount: Int? {
    content["Records"] == nil ? batches.count : content["batch_info"]?["total_batches_received"]?.number
  }

  /// How many messages the dead-letter queue got.
  var deadLetters: Int {
    ["dlq_response", "dlq_messages", "messages"].compactMap { content[$0] }.reduce(0) { $0 + ($1["Messages"] ?? $1).list.count }
  }
}
