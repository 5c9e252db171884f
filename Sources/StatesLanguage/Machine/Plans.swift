internal import Documents

/// A number in a definition: given, or to be evaluated.
enum Quantity: Sendable {
  case constant(Int64)
  case expression(Expression)

  /// Whether its expression looks at the context object.
  var usesContext: Bool {
    guard case .expression(let expression) = self else { return false }
    return expression.usesContext
  }
}

/// What a Task does.
public struct TaskPlan: Sendable {
  /// The resource as the definition names it.
  public let resource: String
  /// What the resource is.
  public let integration: Integration
  /// The state that it belongs to, by number.
  public let state: Int
  let timeout: Quantity?
  let heartbeat: Quantity?
  let credentials: Template?
}

/// What a Choice does.
struct ChoicePlan: Sendable {
  let rules: [Rule]
  /// The state if no rule holds; -1 for none.
  let fallback: Int
  /// Whether a condition looks at the context object.
  let usesContext: Bool

  /// One rule.
  struct Rule: Sendable {
    let condition: Condition
    let next: Int
    let assign: Assignment?
    /// JSONata's `Output`.
    let output: Template?
  }
}

/// What a Wait does.
enum WaitPlan: Sendable {
  /// Seconds.
  case seconds(Quantity)
  /// Until a time, in nanoseconds since 1970.
  case until(Int64)
  /// Until a time that is evaluated.
  case untilExpression(Expression)

  var usesContext: Bool {
    switch self {
    case .seconds(let seconds): seconds.usesContext
    case .until: false
    case .untilExpression(let expression): expression.usesContext
    }
  }
}

/// What a Fail says.
struct FailPlan: Sendable {
  let error: Template?
  let cause: Template?
}

/// What a Parallel runs.
struct ParallelPlan: Sendable {
  /// Scopes of its branches.
  let branches: [Int]
}

/// What a Map runs.
struct MapPlan: Sendable {
  /// Scope of its processor.
  let scope: Int
  let isDistributed: Bool
  /// Whether its child executions are Express.
  let isExpress: Bool
  /// `ItemsPath`, or JSONata's `Items`; nil for the whole input.
  let items: Template?
  let selector: Template?
  let concurrency: Quantity?
  let toleratedCount: Quantity?
  let toleratedPercentage: Quantity?
  let reader: ReaderPlan?
  let batcher: BatcherPlan?
  let writer: WriterPlan?
  /// Whether an expression of it looks at the context object, apart from the selector.
  let usesContext: Bool
}

/// Where the items of a distributed Map come from.
struct ReaderPlan: Sendable {
  let resource: String
  let parameters: Template?
  /// `ReaderConfig` as it stands.
  let configuration: JSONValue
  let maximum: Quantity?
}

/// How items are put into batches.
struct BatcherPlan: Sendable {
  let items: Quantity?
  let bytes: Quantity?
  let input: Template?
}

/// Where the results of a distributed Map go.
struct WriterPlan: Sendable {
  let resource: String
  let parameters: Template?
}
