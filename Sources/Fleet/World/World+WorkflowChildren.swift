import Documents
import Simulation
import StatesLanguage
import Variates

/// Executions that other executions start: those of a distributed Map, and those of other workflows.
extension World {
  /// Lets a child execution of a distributed Map wait for its turn.
  mutating func queueChild(_ request: ChildRequest, _ run: UInt32) {
    let now = agenda.now
    let turn = request.isExpress ? workflows.expressChildren?.take(at: now) : workflows.children?.take(at: now)
    let index = workflows.open(WorkflowWait(run: run, token: request.token, kind: .child, task: UInt32(request.scope)))
    workflows.waits[index].isExpress = request.isExpress
    workflows.waits[index].isOfMap = true
    workflows.keep(request.input, for: index)
    workflows.waits[index].ticket = agenda.arm(Waiter(.workflowWait, index), at: turn ?? now)
  }

  /// Starts a child execution.
  mutating func beginChild(_ index: UInt32) {
    let wait = workflows.waits[index]
    let input = workflows.taskInputs[Int(index)]
    let (workflow, isMeasured) = (workflows.runs[wait.run].workflow, workflows.runs[wait.run].isMeasured)
    let key = Key.mix(waitKey(wait.run, wait.token) &+ Salt.workflowChild)
    let item = taskItem(wait, key)
    var run = WorkflowRun(
      workflow: workflow, item: item, key: key, caller: .none, startedAt: agenda.now, isMeasured: isMeasured, isExpress: wait.isExpress)
    run.parent = index
    run.isInner = true
    run.isChild = true
    let execution = execution(of: Int(workflow), key: key, scope: Int(wait.task), isExpress: wait.isExpress)
    runChild(run, execution, input, for: index)
  }

  private mutating func runChild(_ run: WorkflowRun, _ execution: Execution, _ input: JSONValue, for index: UInt32) {
    let child = workflows.insert(run, execution)
    workflows.waits[index].kind = .childRun
    workflows.waits[index].held = child
    begin(child, input)
  }

  /// Starts an execution of another workflow, for whose end the task waits.
  mutating func beginNested(_ index: UInt32, _ workflow: UInt32) {
    let wait = workflows.waits[index]
    let isMeasured = workflows.runs[wait.run].isMeasured
    let isExpress = workflows.plans[Int(workflow)].isExpress
    if isMeasured { workflows.books[Int(workflow)].offered += 1 }
    if !admitExecution(isExpress: isExpress) {
      if isMeasured { workflows.books[Int(workflow)].throttled += 1 }
      return failTask(index, Self.throttledStart)
    }
    let input = workflows.taskInputs[Int(index)].nestedInput
    let key = Key.mix(waitKey(wait.run, wait.token) &+ Salt.workflowChild)
    let item = taskItem(wait, itemNumber(wait))
    var run = WorkflowRun(
      workflow: workflow, item: item, key: key, caller: .none, startedAt: agenda.now, isMeasured: isMeasured, isExpress: isExpress)
    run.parent = index
    run.isInner = true
    runChild(run, execution(of: Int(workflow), key: key, scope: 0), input, for: index)
  }

  /// Notes the end of an execution of another workflow.
  ///
  /// Its task takes it with an event of its own: chains of executions that end together are longer than any stack is deep.
  private mutating func noteNestedEnd(_ index: UInt32, _ outcome: StatesLanguage.Outcome) {
    if case .succeeded(let output) = outcome {
      workflows.waits[index].kind = .nestedSuccess
      workflows.keep(output, for: index)
    } else {
      workflows.waits[index].kind = .nestedFailure
    }
    workflows.waits[index].held = WorkflowWait.none
    workflows.waits[index].ticket = agenda.arm(Waiter(.workflowWait, index), at: agenda.now)
  }

  /// Takes the end of an execution of another workflow.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Handling errors": whatever ends a nested execution badly reaches its parent as
  ///   `States.TaskFailed`.
  mutating func takeNestedEnd(_ index: UInt32) {
    let wait = workflows.waits[index]
    if wait.kind == .nestedFailure { return failTask(index, "States.TaskFailed") }
    let workflow = Int(workflows.runs[wait.run].workflow)
    let output = workflows.taskInputs[Int(index)]
    let given = workflows.plans[workflow].tasks[Int(wait.task)].givesDocument ? output : .string(DocumentSize.text(of: output))
    settle(index, .succeeded(.object([("Output", given), ("Status", .string("SUCCEEDED"))])))
  }

  /// Takes the end of a child execution.
  mutating func finishChild(_ index: UInt32, _ outcome: StatesLanguage.Outcome) {
    let wait = workflows.waits[index]
    if !wait.isOfMap { return noteNestedEnd(index, outcome) }
    switch outcome {
    case .succeeded(let output): settle(index, .succeeded(output))
    case .failed(let error, let cause): settle(index, .failed(error: error, cause: cause))
    case .timedOut: settle(index, .timedOut)
    case .aborted: settle(index, .failed(error: "States.TaskFailed", cause: nil))
    }
  }
}

extension JSONValue {
  /// What a task that starts an execution gives it: its `Input`, also where that is the text of a document.
  ///
  /// - Source: AWS Step Functions API Reference, `StartExecution`: without an input it is `{}`.
  var nestedInput: JSONValue {
    guard let input = self["Input"] else { return .members([]) }
    if case .string(let text) = input, let document = JSONValue(json: text) { return document }
    return input
  }
}
