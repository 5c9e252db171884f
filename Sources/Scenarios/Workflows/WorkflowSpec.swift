public import StatesLanguage
public import Variates

/// One workflow: its definition, and what its tasks lead to.
public struct WorkflowSpec: Equatable, Sendable {
  /// The workflow's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// Whether it is Standard or Express.
  public var kind: Kind
  /// The file of its definition, as the scenario names it.
  public var file: String
  /// The definition's text.
  public var definition: String
  /// The machine; nil only where its definition has mistakes.
  public var machine: StateMachine?
  /// What its tasks lead to, by the names of their states.
  public var tasks: [TaskSpec] = []
  /// The memory for which an Express execution is billed, bytes.
  public var memory: Int64 = 64 << 20
  /// The functions that its tasks name, by the names of their states.
  public var functions: [String: String] = [:]

  /// Standard or Express.
  public enum Kind: String, Equatable, Hashable, Sendable, CaseIterable {
    /// Long-lived, billed by the transition.
    case standard
    /// Short, billed by request and duration.
    case express
  }

  /// A workflow from its parts.
  public init(name: String, label: String? = nil, kind: Kind = .standard, file: String, definition: String = "", machine: StateMachine?) {
    self.name = name
    self.label = label
    self.kind = kind
    self.file = file
    self.definition = definition
    self.machine = machine
  }

  /// Equal if they are written the same.
  public static func == (left: WorkflowSpec, right: WorkflowSpec) -> Bool {
    left.name == right.name && left.label == right.label && left.kind == right.kind && left.definition == right.definition
      && left.tasks == right.tasks && left.memory == right.memory && left.file == right.file
  }
}

/// What one task of a workflow leads to, where its definition does not say it or says something else.
public struct TaskSpec: Equatable, Sendable {
  /// The name of its state.
  public var state: String
  /// What does the work; nil for what the definition names.
  public var to: String?
  /// For how long the work takes where nothing in the scenario does it, or until the callback; nanoseconds.
  public var takes: Distribution?
  /// What it returns; nil for what the function says.
  public var returns: ResultSpec?
  /// The size of the result where only that matters, bytes.
  public var size: Int64?

  /// A task from its parts.
  public init(state: String, to: String? = nil, takes: Distribution? = nil, returns: ResultSpec? = nil, size: Int64? = nil) {
    self.state = state
    self.to = to
    self.takes = takes
    self.returns = returns
    self.size = size
  }
}
