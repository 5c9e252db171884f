/// How a recording is replayed: what its test wrote, and how its function answered.
struct StreamReplay: Sendable {
  /// How the function fails on a bad record.
  enum Failure: String, Sendable {
    /// It throws.
    case exception = "Unhandled"
    /// It reports the record; so does an identifier that is empty, unknown or under a wrong key.
    case report
  }

  /// Records that the function does well with, and bad ones behind them.
  var good = 0
  var bad = 0
  var failure = Failure.exception
  /// Records of another kind, which the recorded filter passes over.
  var others = 0
  /// Whether an earlier record keeps the function busy while the first good one becomes too old; four more come later.
  var isLate = false
  /// The consumers of the stream.
  var consumers = 1
  /// The mapping's settings, where the recording does not hold them.
  var settings: String?

  /// As the tests of answers make the mappings of tables: their recordings hold no settings.
  static let unrecorded = "{ batchSize: 1, window: 1 s, startingPosition: trimHorizon, retries: 3, reportBatchItemFailures: true }"

  static let bad = StreamReplay(bad: 1)
  static let good = StreamReplay(good: 1)
  static let reported = StreamReplay(bad: 1, failure: .report)

  func filtering() -> StreamReplay { with { $0.others = 1 } }

  func with(_ change: (inout StreamReplay) -> Void) -> StreamReplay {
    var copy = self
    change(&copy)
    return copy
  }
}

extension RecordingUse<StreamReplay> {
  /// Every recording of Kinesis streams.
  static let kinesis: [(String, RecordingUse)] = [
    ("test_create_kinesis_event_source_mapping", .replay(StreamReplay(good: 10))),
    ("test_kinesis_event_source_mapping_with_async_invocation", .replay(StreamReplay(good: 20))),
    ("test_kinesis_event_source_trim_horizon", .replay(StreamReplay(good: 30))),
    ("test_disable_kinesis_event_source_mapping", .not("a mapping that is disabled during a run is no part of a scenario")),
    ("test_kinesis_event_source_mapping_with_on_failure_destination_config", .replay(.bad)),
    ("test_kinesis_event_filtering_json_pattern", .replay(.good.filtering())),
    ("test_duplicate_event_source_mappings", .refused(.twice("records"))),
    ("test_create_kinesis_event_source_mapping_multiple_lambdas_single_kinesis_event_stream", .replay(StreamReplay(good: 1, consumers: 2))),
    ("test_kinesis_event_source_mapping_with_sns_on_failure_destination_config", .replay(.bad)),
    ("test_kinesis_report_batch_item_failures", .replay(StreamReplay(good: 5, bad: 1, failure: .report))),
    ("test_kinesis_report_batch_item_success_scenarios[empty_list_success]", .replay(.good)),
    ("test_kinesis_report_batch_item_success_scenarios[null_success]", .replay(.good)),
    ("test_kinesis_report_batch_item_success_scenarios[empty_dict_success]", .replay(.good)),
    ("test_kinesis_report_batch_item_success_scenarios[empty_batch_item_failure_success]", .replay(.good)),
    ("test_kinesis_report_batch_item_success_scenarios[null_batch_item_failure_success]", .replay(.good)),
    ("test_kinesis_report_batch_item_success_scenarios[empty_string_success]", .replay(.good)),
    ("test_kinesis_report_batch_item_failure_scenarios[empty_string_item_identifier_failure]", .replay(.reported)),
    ("test_kinesis_report_batch_item_failure_scenarios[null_item_identifier_failure]", .replay(.reported)),
    ("test_kinesis_report_batch_item_failure_scenarios[invalid_key_foo_failure]", .replay(.reported)),
    ("test_kinesis_report_batch_item_failure_scenarios[invalid_key_foo_null_value_failure]", .replay(.reported)),
    ("test_kinesis_report_batch_item_failure_scenarios[unhandled_exception_in_function]", .replay(.bad)),
    ("test_kinesis_report_batch_item_failure_scenarios[item_identifier_not_present_failure]", .replay(.reported)),
    ("test_kinesis_empty_provided", .not("what the API shows of a mapping without a filter")),
    ("test_kinesis_event_source_mapping_with_s3_on_failure_destination", .replay(.bad)),
    ("test_esm_with_not_existing_kinesis_stream", .refused(.missing("clicks"))),
    ("test_kinesis_maximum_record_age_exceeded[expire-while-retrying]", .replay(.bad)),
    ("test_kinesis_maximum_record_age_exceeded[expire-before-ingestion]", .replay(StreamReplay(good: 1, isLate: true))),
    ("test_kinesis_maximum_record_age_exceeded_discard_records", .replay(StreamReplay(good: 6, isLate: true))),
  ]

  /// Every recording of tables' streams.
  static let tables: [(String, RecordingUse)] =
    [
      ("test_dynamodb_event_source_mapping", .replay(.good)),
      ("test_disabled_dynamodb_event_source_mapping", .not("a mapping that is disabled during a run is no part of a scenario")),
      ("test_deletion_event_source_mapping_with_dynamodb", .not("a mapping that is deleted during a run is no part of a scenario")),
      ("test_dynamodb_event_source_mapping_with_on_failure_destination_config", .replay(.bad)),
      (
        "test_dynamodb_invalid_event_filter[single-string]",
        .refused(RefusedMapping(triggers: "{ records: { filter: simple string } }", code: "FS2003"))
      ),
      ("test_dynamodb_invalid_event_filter[[{\"eventName\": [\"INSERT\"=123}]]", .not("broken JSON: a filter here is none")),
      ("test_duplicate_event_source_mappings", .refused(.twice("records"))),
      ("test_dynamodb_event_source_mapping_with_sns_on_failure_destination_config", .replay(.bad)),
      ("test_dynamodb_report_batch_item_failures", .replay(StreamReplay(good: 5, bad: 1, failure: .report))),
      ("test_dynamodb_report_batch_item_failures_with_on_failure_destination_config", .replay(.reported)),
      ("test_dynamodb_event_source_mapping_with_s3_on_failure_destination", .replay(.bad)),
      ("test_esm_with_not_existing_dynamodb_stream", .refused(.missing("clicks"))),
    ]
    + [
      "insert_same_entry_twice", "content_multiple_filters", "content_filter_type", "exists_filter_type", "numeric_filter", "prefix_filter",
    ]
    .map { ("test_dynamodb_event_filter[\($0)]", .replay(.good.filtering())) }
    + ["content_or_filter", "exists_false_filter", "date_time_conversion"]
    .map { ("test_dynamodb_event_filter[\($0)]", .replay(StreamReplay(good: 2))) }
    + [
      "empty_string_item_identifier_failure", "null_item_identifier_failure", "invalid_key_foo_failure",
      "invalid_key_foo_null_value_failure",
      "item_identifier_not_present_failure",
    ].map {
      ("test_dynamodb_report_batch_item_failure_scenarios[\($0)]", .replay(.reported.with { $0.settings = StreamReplay.unrecorded }))
    }
    + [
      (
        "test_dynamodb_report_batch_item_failure_scenarios[unhandled_exception_in_function]",
        .replay(.bad.with { $0.settings = StreamReplay.unrecorded })
      )
    ]
    + ["empty_list_success", "null_success", "empty_dict_success", "empty_batch_item_failure_success", "null_batch_item_failure_success"]
    .map { ("test_dynamodb_report_batch_item_success_scenarios[\($0)]", .replay(.good.with { $0.settings = StreamReplay.unrecorded })) }
}

extension Recording {
  /// The trigger's settings as scenario text; as the test made the mapping where the recording does not hold it.
  func streamTrigger(unrecorded: String?) -> String? {
    guard let mapping else { return unrecorded }
    func number(_ key: String) -> Int { mapping[key]?.number ?? 0 }
    var settings = ["batchSize: \(number("BatchSize"))", "parallelizationFactor: \(number("ParallelizationFactor"))"]
    settings.append("window: \(number("MaximumBatchingWindowInSeconds")) s")
    settings.append("tumblingWindow: \(number("TumblingWindowInSeconds")) s")
    settings.append("startingPosition: \(mapping["StartingPosition"]?.text == "LATEST" ? "latest" : "trimHorizon")")
    settings.append("bisectOnError: \(mapping["BisectBatchOnFunctionError"]?.flag ?? false)")
    settings.append("reportBatchItemFailures: \(mapping["FunctionResponseTypes"]?.list.first?.text == "ReportBatchItemFailures")")
    if number("MaximumRetryAttempts") >= 0 { settings.append("retries: \(number("MaximumRetryAttempts"))") }
    if number("MaximumRecordAgeInSeconds") >= 0 { settings.append("maximumRecordAge: \(number("MaximumRecordAgeInSeconds")) s") }
    return "{ \(settings.joined(separator: ", ")) }"
  }
}
