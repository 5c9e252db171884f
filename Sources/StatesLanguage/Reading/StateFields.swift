/// The fields of definitions: which type of state has which, in which language.
///
/// - Source: Amazon States Language, "Table of State Types and Fields".
enum StateFields {
  /// The fields of a type of state.
  static func of(_ type: StateType) -> Set<String> { table[type]! }

  /// The fields of the machine.
  static let machine: Set<String> = ["Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage"]
  /// The fields of a branch or processor.
  static let branch: Set<String> = ["Comment", "StartAt", "States", "ProcessorConfig", "QueryLanguage"]
  /// The fields of retriers.
  static let retrier: Set<String> = [
    "Comment", "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy",
  ]
  /// The fields of catchers.
  static let catcher: Set<String> = ["Comment", "ErrorEquals", "Next", "ResultPath", "Assign", "Output"]

  /// Fields that only JSONPath has.
  static let jsonPathOnly: Set<String> = [
    "InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector", "Result", "ItemsPath", "SecondsPath", "TimestampPath",
    "TimeoutSecondsPath", "HeartbeatSecondsPath", "MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath",
    "ErrorPath", "CausePath", "Variable", "MaxItemsPath", "MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath",
  ]
  /// Fields that only JSONata has.
  static let jsonataOnly: Set<String> = ["Arguments", "Output", "Items", "Condition"]

  private static let table: [StateType: Set<String>] = {
    let all: Set<String> = ["Type", "Comment", "QueryLanguage"]
    let through: Set<String> = ["InputPath", "OutputPath", "Output"]
    let goingOn: Set<String> = ["Next", "End", "Assign"]
    let working: Set<String> = ["ResultPath", "Parameters", "ResultSelector", "Retry", "Catch"]
    let task: Set<String> = [
      "Resource", "TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath", "Credentials", "Arguments",
    ]
    let map: Set<String> = [
      "ItemProcessor", "Iterator", "ItemsPath", "Items", "ItemSelector", "MaxConcurrency", "MaxConcurrencyPath", "ItemReader",
      "ItemBatcher", "ResultWriter", "ToleratedFailureCount", "ToleratedFailureCountPath", "ToleratedFailurePercentage",
      "ToleratedFailurePercentagePath", "Label",
    ]
    return [
      .task: all.union(through).union(goingOn).union(working).union(task),
      .parallel: all.union(through).union(goingOn).union(working).union(["Branches", "Arguments"]),
      .map: all.union(through).union(goingOn).union(working).union(map),
      .pass: all.union(through).union(goingOn).union(["ResultPath", "Parameters", "Result"]),
      .wait: all.union(through).union(goingOn).union(["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]),
      .choice: all.union(through).union(["Choices", "Default", "Assign"]),
      .succeed: all.union(through),
      .fail: all.union(["Error", "ErrorPath", "Cause", "CausePath"]),
    ]
  }()
}
