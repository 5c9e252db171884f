/// Why a state could not do its work.
struct Failure: Error {
  /// What kind of failure it is.
  let reason: Reason
  /// What happened, in words or as the task gave it.
  let cause: String?
  /// Where in the state the JSONata expression stands that failed.
  var location: String?

  /// The kinds of failures.
  enum Reason: Sendable, Equatable {
    /// What a task or a Fail state named, which may be nothing.
    case named(String?)
    /// Data that do not fit the definition; neither retried nor caught.
    case runtime
    /// A path of a template that finds nothing.
    case parameterPath
    /// An intrinsic function that can't work on its arguments.
    case intrinsic
    /// No rule of a Choice holds, and there is no default.
    case noChoice
    /// A result path that can't be applied.
    case resultPath
    /// A JSONata expression that failed.
    case query
    /// A document that is too long.
    case dataLimit
    /// A task that took too long.
    case timeout
    /// A task that did not show that it is alive.
    case heartbeat
    /// More items of a Map failed than it tolerates.
    case toleratedFailures
    /// The items of a Map could not be read.
    case itemReader
    /// The results of a Map could not be written.
    case resultWriter
  }

  static func runtime(_ cause: String) -> Failure { Failure(reason: .runtime, cause: cause) }
  static func parameterPath(_ cause: String) -> Failure { Failure(reason: .parameterPath, cause: cause) }
  static func intrinsic(_ cause: String) -> Failure { Failure(reason: .intrinsic, cause: cause) }
  static func query(_ cause: String, at location: String) -> Failure { Failure(reason: .query, cause: cause, location: location) }

  /// Whether the interpreter found it, so that its cause names the state.
  var isOwn: Bool {
    switch reason {
    case .runtime, .parameterPath, .intrinsic, .noChoice, .resultPath, .query: true
    default: false
    }
  }
}

extension Failure {
  /// Its name as Retry, Catch and the history see it.
  func name(_ conventions: Conventions) -> String? {
    switch reason {
    case .named(let name): name
    case .runtime: "States.Runtime"
    case .parameterPath: conventions.reportsAsRuntime ? "States.Runtime" : "States.ParameterPathFailure"
    case .intrinsic: conventions.reportsAsRuntime ? "States.Runtime" : "States.IntrinsicFailure"
    case .noChoice: conventions.reportsAsRuntime ? "States.Runtime" : "States.NoChoiceMatched"
    case .resultPath: "States.ResultPathMatchFailure"
    case .query: "States.QueryEvaluationError"
    case .dataLimit: "States.DataLimitExceeded"
    case .timeout, .heartbeat: "States.Timeout"
    case .toleratedFailures: "States.ExceedToleratedFailureThreshold"
    case .itemReader: "States.ItemReaderFailed"
    case .resultWriter: "States.ResultWriterFailed"
    }
  }

  /// Whether a retrier or catcher for some errors takes it.
  func isMatched(by patterns: [ErrorPattern], _ conventions: Conventions) -> Bool {
    let name = name(conventions)
    if name == "States.Runtime" { return false }
    return patterns.contains { pattern in
      switch pattern {
      case .all: reason != .dataLimit || conventions.allCatchesDataLimit
      case .taskFailed: name != "States.Timeout"
      case .named(let wanted): wanted == name || (reason == .heartbeat && wanted == "States.HeartbeatTimeout")
      }
    }
  }
}
