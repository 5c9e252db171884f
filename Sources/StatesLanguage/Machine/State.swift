internal import Documents

/// A state: what it does, and how data go through it.
struct State: Sendable {
  /// Its name.
  let name: String
  /// What it does.
  let kind: Kind
  /// The state after it; -1 if it is the last of its scope.
  let next: Int
  /// The scope that it stands in.
  let scope: Int
  /// The language of its expressions.
  let language: QueryLanguage
  /// How data go through it.
  let flow: DataFlow
  /// What is tried again, in order.
  let retriers: [Retrier]
  /// What is caught, in order.
  let catchers: [Catcher]

  /// Whether its output is made by the state: inputs and results of tasks were looked at when they came.
  var makesOutput: Bool {
    if flow.resultSelector != nil { return true }
    if case .place = flow.resultPath { return true }
    return kind.joins
  }

  /// Whether its output is its result as it stands, and no variable is set.
  let passesResult: Bool

  init(
    name: String, kind: Kind, next: Int, scope: Int, language: QueryLanguage, flow: DataFlow, retriers: [Retrier], catchers: [Catcher]
  ) {
    (self.name, self.kind, self.next, self.scope, self.language) = (name, kind, next, scope, language)
    (self.flow, self.retriers, self.catchers) = (flow, retriers, catchers)
    passesResult = language == .jsonPath && flow.passesResult && !kind.joins
  }

  /// What a state does; the numbers are places in the machine's tables.
  enum Kind: Sendable {
    case task(Int)
    case pass(JSONValue?)
    case choice(Int)
    case wait(Int)
    case succeed
    case fail(Int)
    case parallel(Int)
    case map(Int)

    /// Whether its result is put together from those of branches or items.
    var joins: Bool {
      switch self {
      case .parallel, .map: true
      case .task, .pass, .choice, .wait, .succeed, .fail: false
      }
    }

    /// The word for it in definitions and in the names of events.
    var word: StateType {
      switch self {
      case .task: .task
      case .pass: .pass
      case .choice: .choice
      case .wait: .wait
      case .succeed: .succeed
      case .fail: .fail
      case .parallel: .parallel
      case .map: .map
      }
    }
  }
}

/// The types of states, as definitions write them.
enum StateType: String, Sendable, CaseIterable {
  case task = "Task"
  case pass = "Pass"
  case choice = "Choice"
  case wait = "Wait"
  case succeed = "Succeed"
  case fail = "Fail"
  case parallel = "Parallel"
  case map = "Map"
}

/// How data go through a state: input path, parameters, (work), result selector, result path, output path; or arguments and output.
///
/// - Source: Amazon States Language, "Input and Output Processing".
struct DataFlow: Sendable {
  var inputPath = Selection.whole
  /// `Parameters`, or JSONata's `Arguments`.
  var parameters: Template?
  var resultSelector: Template?
  var resultPath = Destination.replace
  var outputPath = Selection.whole
  /// JSONata's `Output`.
  var output: Template?
  var assign: Assignment?
  /// Whether an expression of the state looks at the context object.
  var usesContext = false

  /// Whether JSONPath's fields leave the result as it is.
  var passesResult: Bool {
    guard case .replace = resultPath, case .whole = outputPath else { return false }
    return resultSelector == nil && assign == nil
  }

  /// What a path selects.
  enum Selection: Sendable {
    /// Everything: `$`.
    case whole
    /// Nothing, that is an empty object: `null`.
    case nothing
    /// What a path finds.
    case path(Path)
  }

  /// Where a result goes.
  enum Destination: Sendable {
    /// In place of the input: `$`.
    case replace
    /// Nowhere: `null`.
    case discard
    /// To a place in the input.
    case place([Path.Step], text: String)
  }
}

/// Variables that a state sets, by their numbers.
struct Assignment: Sendable {
  let variables: [(number: Int, value: Template)]

  var usesContext: Bool { variables.contains { $0.value.usesContext } }
}

/// Which errors a retrier or catcher takes.
enum ErrorPattern: Sendable, Equatable {
  /// `States.ALL`.
  case all
  /// `States.TaskFailed`.
  case taskFailed
  /// One by its name.
  case named(String)

  init(_ text: String) {
    switch text {
    case "States.ALL": self = .all
    case "States.TaskFailed": self = .taskFailed
    default: self = .named(text)
    }
  }
}

/// How errors are tried again.
struct Retrier: Sendable {
  let errors: [ErrorPattern]
  /// Seconds before the first retry, at least 1.
  var interval: Double = 1
  /// Retries at most.
  var attempts = 3
  /// By what the interval grows at each retry, at least 1.
  var rate = 2.0
  /// Seconds at most; nil for no bound.
  var longest: Double?
  /// Whether the wait is drawn between nothing and the delay.
  var isJittered = false

  /// Seconds longer than any execution lasts, about 30 years.
  private static let endless = 1e9

  /// Seconds before a retry, the first being number 1.
  func delay(_ number: Int) -> Double {
    var delay = interval
    let bound = longest ?? Retrier.endless
    for _ in 1..<number where rate > 1 {
      delay *= rate
      if delay >= bound { break }
    }
    return min(delay, bound)
  }
}

/// Where errors lead.
struct Catcher: Sendable {
  let errors: [ErrorPattern]
  let next: Int
  let resultPath: DataFlow.Destination
  let assign: Assignment?
  /// JSONata's `Output`.
  let output: Template?
}
