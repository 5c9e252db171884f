import Documents
import Simulation
import StatesLanguage
import Variates

/// An execution of a workflow, or a place for one: what is known of it beside its interpreter.
struct WorkflowRun: BitwiseCopyable {
  var workflow: UInt32
  /// The item that started it, or a copy of the parent's.
  var item: UInt32
  /// The number from which its draws derive.
  var key: UInt64
  /// Who waits for its end.
  var caller: Ticket
  var startedAt: Nanoseconds
  /// The end of its own time.
  var timer = Ticket.none
  var isMeasured: Bool
  var isExpress: Bool
  /// Whether its effects are being carried out, so that answers are gathered.
  var isBusy = false
  /// Whether answers were gathered.
  var hasAnswers = false
  var isLive = true
  /// The wait of its first strand.
  var wait = WorkflowWait.none
  /// The wait of the parent that stands for it; none where it is no child execution.
  var parent = WorkflowWait.none
  /// Whether a task or a distributed Map of another execution started it and waits for it.
  var isInner = false
  /// Whether a distributed Map runs it.
  var isChild = false
  /// Whether it is to be stopped, as nobody waits for its end any more.
  var isStopped = false
  /// Transitions that have been counted.
  var counted = 0
}

/// What interprets an execution, and what its strands wait for.
struct WorkflowExecution {
  var execution: Execution
  /// The wait of each strand from the second on; none where it has none.
  var waits: [UInt32] = []
  /// The number of each strand's item, which is the same at every attempt of its task; that of the first strand is its execution's.
  var numbers: [UInt64] = []
  var outcome: StatesLanguage.Outcome?

  init(_ execution: Execution) { self.execution = execution }
}

/// What a strand of an execution waits for.
struct WorkflowWait: BitwiseCopyable {
  /// What it is.
  enum Kind: UInt8 {
    /// A state that is to be entered.
    case step
    /// The time of a Wait.
    case time
    /// Time before another attempt.
    case retry
    /// A task that is on its way to what does it.
    case handover
    /// A task that is being done.
    case task
    /// A task's callback, or the end of work that only takes time.
    case callback
    /// A child execution that is to be started, and one that runs.
    case child, childRun
    /// The end of another workflow's execution, which the task has not taken yet; its output stands in place of the input.
    case nestedSuccess, nestedFailure
  }

  /// Whether it has an input among the table's.
  var hasInput: Bool {
    switch kind {
    case .step, .time, .retry: false
    case .handover, .task, .callback, .child, .childRun, .nestedSuccess, .nestedFailure: true
    }
  }

  var run: UInt32
  var token: Token
  var kind: Kind
  /// Place among the machine's tasks.
  var task: UInt32 = 0
  /// Its event or answer.
  var ticket = Ticket.none
  /// The task's own timeout.
  var timeout = Ticket.none
  /// Whether the timeout is that of the heartbeat.
  var isHeartbeat = false
  /// A child execution: whether a distributed Map runs it, instead of a task that waits for another workflow.
  var isOfMap = false
  /// A child execution of a distributed Map: whether it is an Express one.
  var isExpress = false
  /// What the target calls the request.
  var held = WorkflowWait.none

  static var none: UInt32 { .max }
}

/// What is counted of a workflow: executions begun in the measured window.
struct WorkflowBooks: BitwiseCopyable {
  var offered: Int64 = 0
  var throttled: Int64 = 0
  var tooLarge: Int64 = 0
  var badInputs: Int64 = 0
  var started: Int64 = 0
  var children: Int64 = 0
  var succeeded: Int64 = 0
  var failed: Int64 = 0
  var timedOut: Int64 = 0
  var aborted: Int64 = 0
  var transitions: Int64 = 0
  /// Transitions that waited for a token, and for how long together, in nanoseconds.
  var delayed: Int64 = 0
  var delay: Int64 = 0
  /// Transitions of Standard executions.
  var billedTransitions: Int64 = 0
  /// Express executions that are billed, and their MB times milliseconds.
  var expressRequests: Int64 = 0
  var expressMemoryMilliseconds: Int64 = 0
}

/// All workflows and their executions: the state of this folder.
struct WorkflowTable: ~Copyable {
  let plans: [WorkflowPlan]
  let inputs: [PayloadTemplate]
  let sourceInputs: [Int32]
  let kinds: [String]
  let errors: [String]
  let start: Int64
  var books: Table<WorkflowBooks>
  var runs = Table<WorkflowRun>()
  /// The interpreters of the runs, by their places.
  var executions: [WorkflowExecution] = []
  var freeRuns: [UInt32] = []
  var waits = Arena<WorkflowWait>()
  /// The input of each task and child execution that is waited for, by the place of its wait.
  var taskInputs: [JSONValue] = []
  var effects: [Effect] = []
  var transitions: PacedBucket?
  var starts: TokenBucket?
  var expressStarts: TokenBucket?
  var children: PacedBucket?
  var expressChildren: PacedBucket?
  /// Standard executions that are open.
  var open: Int64 = 0
  let mostOpen: Int64
  /// Where their durations stand among the histograms of deliveries.
  let firstHistogram: UInt32

  init(_ blueprint: Blueprint) {
    plans = blueprint.workflows
    inputs = blueprint.workflowInputs
    sourceInputs = blueprint.sourceInputs
    kinds = blueprint.kindNames
    errors = blueprint.errorNames
    start = blueprint.calendarStart
    books = Table(repeatElement(WorkflowBooks(), count: plans.count))
    transitions = blueprint.workflowAccount.transitions.map { PacedBucket($0) }
    starts = blueprint.workflowAccount.starts
    expressStarts = blueprint.workflowAccount.expressStarts
    children = blueprint.workflowAccount.children.map { PacedBucket($0) }
    expressChildren = blueprint.workflowAccount.expressChildren.map { PacedBucket($0) }
    mostOpen = blueprint.workflowAccount.open
    firstHistogram = UInt32(blueprint.events.count + blueprint.doors.count + blueprint.subscriptions.count)
  }

  /// Puts an execution in, in a free place if there is one.
  mutating func insert(_ run: WorkflowRun, _ execution: Execution) -> UInt32 {
    if let free = freeRuns.popLast() {
      runs[free] = run
      executions[Int(free)] = WorkflowExecution(execution)
      return free
    }
    runs.append(run)
    executions.append(WorkflowExecution(execution))
    return UInt32(runs.count - 1)
  }

  /// The input that an item brings: what its source says, or an empty object.
  func input(of item: Item, kind: UInt16, size: Int64) throws(PayloadTemplate.Fault) -> JSONValue {
    let place = Int(item.source) < sourceInputs.count ? sourceInputs[Int(item.source)] : -1
    if place < 0 { return .members([]) }
    if inputs[Int(place)].isConstant { return try inputs[Int(place)].value(input: .null, seed: 0) }
    let facts = JSONValue.object([
      ("kind", kind == Item.noKind ? .null : .string(kinds[Int(kind)])), ("size", .integer(size)),
      ("key", item.key == Item.unsaid ? .null : .integer(Int64(item.key))),
    ])
    return try inputs[Int(place)].value(input: facts, seed: Key.mix(item.number &+ Salt.workflowInput))
  }

  /// Notes what a strand waits for.
  mutating func open(_ wait: WorkflowWait) -> UInt32 {
    let index = waits.insert(wait)
    note(index, of: wait.token.strand, in: wait.run)
    return index
  }

  /// The wait of a strand; none where it has none.
  func wait(of strand: Int32, in run: UInt32) -> UInt32 {
    if strand == 0 { return runs[run].wait }
    let place = Int(strand) - 1
    return place < executions[Int(run)].waits.count ? executions[Int(run)].waits[place] : WorkflowWait.none
  }

  private mutating func note(_ wait: UInt32, of strand: Int32, in run: UInt32) {
    if strand == 0 {
      runs[run].wait = wait
      return
    }
    let place = Int(strand) - 1
    while executions[Int(run)].waits.count <= place { executions[Int(run)].waits.append(WorkflowWait.none) }
    executions[Int(run)].waits[place] = wait
  }

  /// Notes the input of a task or child execution that is waited for.
  mutating func keep(_ input: consuming JSONValue, for wait: UInt32) {
    while taskInputs.count <= Int(wait) { taskInputs.append(.null) }
    taskInputs[Int(wait)] = input
  }

  /// Takes a wait out.
  mutating func close(_ index: UInt32) {
    let (run, strand) = (waits[index].run, waits[index].token.strand)
    if wait(of: strand, in: run) == index { note(WorkflowWait.none, of: strand, in: run) }
    if waits[index].hasInput { taskInputs[Int(index)] = .null }
    waits.remove(index)
  }

  /// The number of a strand's item.
  func number(of strand: Int32, in run: UInt32) -> UInt64 { executions[Int(run)].numbers[Int(strand)] }

  /// Notes the number of a strand's item.
  mutating func number(_ strand: Int32, in run: UInt32, _ number: UInt64) {
    while executions[Int(run)].numbers.count <= Int(strand) { executions[Int(run)].numbers.append(0) }
    executions[Int(run)].numbers[Int(strand)] = number
  }
}
