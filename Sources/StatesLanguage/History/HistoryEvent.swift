public import Documents

/// An event of an execution's history.
public struct HistoryEvent: Sendable {
  /// From 1.
  public let id: Int
  /// The event that it follows; 0 for none.
  public let previous: Int
  /// Its type.
  public let type: HistoryEventType
  /// What is told with it.
  public let details: JSONValue
}

/// The types of events.
///
/// - Source: AWS Step Functions API, `HistoryEventType`.
public struct HistoryEventType: Sendable, Hashable {
  /// As AWS writes it.
  public let name: String

  static let executionStarted = HistoryEventType(name: "ExecutionStarted")
  static let executionSucceeded = HistoryEventType(name: "ExecutionSucceeded")
  static let executionFailed = HistoryEventType(name: "ExecutionFailed")
  static let executionTimedOut = HistoryEventType(name: "ExecutionTimedOut")
  static let executionAborted = HistoryEventType(name: "ExecutionAborted")
  static let functionScheduled = HistoryEventType(name: "LambdaFunctionScheduled")
  static let functionStarted = HistoryEventType(name: "LambdaFunctionStarted")
  static let functionSucceeded = HistoryEventType(name: "LambdaFunctionSucceeded")
  static let functionFailed = HistoryEventType(name: "LambdaFunctionFailed")
  static let functionTimedOut = HistoryEventType(name: "LambdaFunctionTimedOut")
  static let activityScheduled = HistoryEventType(name: "ActivityScheduled")
  static let activityStarted = HistoryEventType(name: "ActivityStarted")
  static let activitySucceeded = HistoryEventType(name: "ActivitySucceeded")
  static let activityFailed = HistoryEventType(name: "ActivityFailed")
  static let activityTimedOut = HistoryEventType(name: "ActivityTimedOut")
  static let taskScheduled = HistoryEventType(name: "TaskScheduled")
  static let taskStarted = HistoryEventType(name: "TaskStarted")
  static let taskSubmitted = HistoryEventType(name: "TaskSubmitted")
  static let taskSucceeded = HistoryEventType(name: "TaskSucceeded")
  static let taskFailed = HistoryEventType(name: "TaskFailed")
  static let taskTimedOut = HistoryEventType(name: "TaskTimedOut")
  static let parallelStarted = HistoryEventType(name: "ParallelStateStarted")
  static let parallelSucceeded = HistoryEventType(name: "ParallelStateSucceeded")
  static let parallelFailed = HistoryEventType(name: "ParallelStateFailed")
  static let mapStarted = HistoryEventType(name: "MapStateStarted")
  static let mapSucceeded = HistoryEventType(name: "MapStateSucceeded")
  static let mapFailed = HistoryEventType(name: "MapStateFailed")
  static let iterationStarted = HistoryEventType(name: "MapIterationStarted")
  static let iterationSucceeded = HistoryEventType(name: "MapIterationSucceeded")
  static let iterationFailed = HistoryEventType(name: "MapIterationFailed")
  static let iterationAborted = HistoryEventType(name: "MapIterationAborted")
  static let runStarted = HistoryEventType(name: "MapRunStarted")
  static let runSucceeded = HistoryEventType(name: "MapRunSucceeded")
  static let runFailed = HistoryEventType(name: "MapRunFailed")
  static let evaluationFailed = HistoryEventType(name: "EvaluationFailed")

  /// `PassStateEntered` and the like.
  static func entered(_ type: StateType) -> HistoryEventType { HistoryEventType(name: type.rawValue + "StateEntered") }
  static func exited(_ type: StateType) -> HistoryEventType { HistoryEventType(name: type.rawValue + "StateExited") }
  static func aborted(_ type: StateType) -> HistoryEventType { HistoryEventType(name: type.rawValue + "StateAborted") }
}

extension Execution {
  /// Counts an event, and keeps it if the history is kept; returns its number.
  mutating func record(_ type: @autoclosure () -> HistoryEventType, after previous: Int, _ details: () -> [JSONValue.Member]) -> Int {
    eventCount += 1
    if keepsHistory {
      history.append(HistoryEvent(id: eventCount, previous: previous, type: type(), details: .members(details())))
    }
    return eventCount
  }

  /// Counts an event of a strand of which nothing is kept, which its next one follows.
  mutating func count(_ strand: Int) {
    eventCount += 1
    strands[strand].previous = eventCount
  }

  /// Counts an event of a strand, which its next one follows.
  mutating func record(_ type: @autoclosure () -> HistoryEventType, _ strand: Int, _ details: () -> [JSONValue.Member]) {
    strands[strand].previous = record(type(), after: strands[strand].previous, details)
  }
}
