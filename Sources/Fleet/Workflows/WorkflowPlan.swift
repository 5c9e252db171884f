import Documents
public import Simulation
public import StatesLanguage
public import Variates

/// What a workflow is to the simulation: its machine, what its tasks lead to, and the platform's limits and times.
public struct WorkflowPlan: Sendable {
  /// The number from which its draws derive.
  public var key: UInt64
  /// Its name, for the context object.
  public var name: String
  /// The machine.
  public var machine: StateMachine
  /// Whether its executions are Express.
  public var isExpress = false
  /// What its tasks do, in the order of the machine's tasks.
  public var tasks: [WorkflowTaskPlan] = []
  /// What an execution of it may hold.
  public var limits = Limits()
  /// How long what takes in its executions.
  public var times = WorkflowTimes()
  /// The same for its Express executions, which its distributed Maps may start also where its own are Standard ones.
  public var expressTimes = WorkflowTimes()
  /// Whether its executions ask before they enter a state, since that takes time or is throttled.
  public var isPaced = false
  /// The memory for which an Express execution is billed, in bytes.
  public var memory: Int64 = 64 << 20

  /// How long what takes in an execution of it.
  func times(ofExpress isExpress: Bool) -> WorkflowTimes { isExpress ? expressTimes : times }

  /// A workflow.
  public init(key: UInt64, name: String, machine: StateMachine) {
    self.key = key
    self.name = name
    self.machine = machine
  }
}

/// How long what takes in an execution of a workflow.
public struct WorkflowTimes: Sendable {
  /// Nanoseconds after which it fails.
  public var longest = Nanoseconds.never
  /// How long it takes to enter a state, in nanoseconds.
  public var state = Sampler(constant: 0)
  /// How long it takes from entering a Task until what it leads to has it, in nanoseconds.
  public var task = Sampler(constant: 0)

  /// No time, and no end.
  public init() {}
}

/// What a task of a workflow leads to, and what comes back.
public struct WorkflowTaskPlan: Sendable {
  /// What does the work; nil where only time passes.
  public var target: Target?
  /// The workflow whose execution it starts and waits for, in place of a target; nil for none.
  public var nested: UInt32?
  /// Whether the output of that execution is given as a document, as by `.sync:2`, instead of as its text.
  public var givesDocument = false
  /// Whether the result is wrapped as an answer of `lambda:invoke`, whose input holds the payload.
  public var isWrapped = false
  /// Whether the state waits for a callback after the work was handed over.
  public var waitsForCallback = false
  /// Whether its target is a container.
  public var runsContainer = false
  /// Nanoseconds until the callback, or of the work where nothing does it; nil where no callback ever comes.
  public var time: Sampler?
  /// What it returns.
  public var result: WorkflowResultPlan

  /// Whether it starts an execution of a workflow.
  var startsExecution: Bool { nested != nil || target?.kind == .workflow }

  /// A task.
  public init(to target: Target?, result: WorkflowResultPlan) {
    self.target = target
    self.result = result
  }
}

/// What a task returns: one of some templates over its input, by their shares.
public struct WorkflowResultPlan: Sendable {
  /// The templates, each with the sum of the shares up to and with its own.
  public var choices: [(upTo: Double, template: PayloadTemplate)]

  /// One template.
  public init(_ template: PayloadTemplate) { choices = [(1, template)] }

  /// Some templates by their shares, which sum to 1.
  public init(weighted choices: [(share: Double, template: PayloadTemplate)]) {
    var sum = 0.0
    self.choices = choices.map { choice in
      sum += choice.share
      return (sum, choice.template)
    }
  }

  /// What it is for an input.
  ///
  /// - Parameter key: the number from which its draws derive.
  func value(input: JSONValue, key: UInt64) throws(PayloadTemplate.Fault) -> JSONValue {
    var place = 0
    if choices.count > 1 {
      var draw = Draw(key)
      let chance = draw.uniform()
      place = choices.firstIndex { chance < $0.upTo } ?? choices.count - 1
    }
    return try choices[place].template.value(input: input, seed: key)
  }
}

/// What all workflows of an account share.
public struct WorkflowAccountPlan: Sendable {
  /// State transitions of Standard workflows; nil for no limit.
  public var transitions: TokenBucket?
  /// Starts of Standard and of Express executions.
  public var starts: TokenBucket?
  /// See ``starts``.
  public var expressStarts: TokenBucket?
  /// Child executions that distributed Maps start: Standard and Express ones.
  public var children: TokenBucket?
  /// See ``children``.
  public var expressChildren: TokenBucket?
  /// Standard executions that may be open at one time.
  public var open = Int64.max

  /// Without limits.
  public init() {}
}
