/// A state machine as it runs: flat tables, states and scopes by number.
public struct StateMachine: Sendable {
  /// What it is made of.
  let tables: Tables

  /// Seconds after which an execution fails; nil for none.
  public var timeout: Int64? { tables.timeout }
  /// The language of states that name none.
  public var language: QueryLanguage { tables.language }
  /// Names of the states by number.
  public var stateNames: [String] { tables.states.map(\.name) }
  /// The tasks, each with the number of its state.
  public var tasks: [TaskPlan] { tables.tasks }
  /// Whether it has JSONata expressions.
  public var usesJSONata: Bool { tables.usesJSONata }

  /// The tables; they never change once a definition is read.
  final class Tables: Sendable {
    let states: [State]
    /// The machine's own `States`, then those of branches and processors.
    let scopes: [Scope]
    let tasks: [TaskPlan]
    let choices: [ChoicePlan]
    let waits: [WaitPlan]
    let fails: [FailPlan]
    let parallels: [ParallelPlan]
    let maps: [MapPlan]
    let variables: VariableNames
    let timeout: Int64?
    let language: QueryLanguage
    let usesJSONata: Bool

    init(_ draft: borrowing MachineDraft) {
      states = draft.states.map { $0! }
      scopes = draft.scopes
      tasks = draft.tasks
      choices = draft.choices
      waits = draft.waits
      fails = draft.fails
      parallels = draft.parallels
      maps = draft.maps
      variables = draft.variables
      timeout = draft.timeout
      language = draft.language
      usesJSONata = draft.usesJSONata
    }
  }
}

/// One `States` object: the machine's own, a branch's, or that of a Map's processor.
struct Scope: Sendable {
  /// The state that it begins with.
  var start: Int
  /// The scope around it; nil for the machine's own.
  let parent: Int?
}

/// The tables while a definition is read.
struct MachineDraft: ~Copyable {
  var states: [State?] = []
  var scopes: [Scope] = []
  var tasks: [TaskPlan] = []
  var choices: [ChoicePlan] = []
  var waits: [WaitPlan] = []
  var fails: [FailPlan] = []
  var parallels: [ParallelPlan] = []
  var maps: [MapPlan] = []
  var variables = VariableNames()
  var timeout: Int64?
  var language = QueryLanguage.jsonPath
  var usesJSONata = false
}

extension StateMachine {
  /// The resources from which distributed Maps read their items and to which they write their results.
  public var dataResources: [String] { tables.maps.flatMap { [$0.reader?.resource, $0.writer?.resource].compactMap { $0 } } }
}
