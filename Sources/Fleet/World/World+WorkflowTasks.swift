import Documents
import Simulation
import StatesLanguage
import Variates

/// Tasks of workflows: what does them, and what comes back.
extension World {
  /// Begins a task: it takes a time until what does it has it.
  mutating func beginTask(_ request: TaskRequest, _ run: UInt32) {
    let workflow = Int(workflows.runs[run].workflow)
    let latency = plan.samplers.nanoseconds(
      workflows.plans[workflow].times(ofExpress: workflows.runs[run].isExpress).task, Draw(waitKey(run, request.token) &+ Salt.workflowTask)
    )
    let index = workflows.open(WorkflowWait(run: run, token: request.token, kind: .handover, task: UInt32(request.task)))
    workflows.keep(request.input, for: index)
    if request.token.strand > 0 && request.attempt == 0 {
      workflows.number(request.token.strand, in: run, Key.mix(waitKey(run, request.token)))
    }
    let waits = workflows.plans[workflow].tasks[request.task].waitsForCallback
    let heartbeat = waits ? request.heartbeat : nil
    let isHeartbeat = heartbeat.map { $0 < request.timeout ?? .max } ?? false
    workflows.waits[index].isHeartbeat = isHeartbeat
    if let seconds = isHeartbeat ? heartbeat : request.timeout {
      let time = seconds.multipliedReportingOverflow(by: .second)
      if !time.overflow, time.partialValue < .never - agenda.now - latency {
        workflows.waits[index].timeout = agenda.arm(Waiter(.workflowTimeout, index), at: agenda.now + latency + time.partialValue)
      }
    }
    // Executions that start each other form chains of any length, so that each begins with an event of its own.
    if latency > 0 || workflows.plans[workflow].tasks[request.task].startsExecution {
      workflows.waits[index].ticket = agenda.arm(Waiter(.workflowWait, index), at: agenda.now + latency)
    } else {
      handOverTask(index)
    }
  }

  /// Hands a task to what does it.
  mutating func handOverTask(_ index: UInt32) {
    let wait = workflows.waits[index]
    let workflow = Int(workflows.runs[wait.run].workflow)
    if let nested = workflows.plans[workflow].tasks[Int(wait.task)].nested { return beginNested(index, nested) }
    guard let target = workflows.plans[workflow].tasks[Int(wait.task)].target else { return awaitCallback(index) }
    let key = Key.mix(waitKey(wait.run, wait.token))
    let item = taskItem(wait, itemNumber(wait))
    if target.kind.onlyTakes {
      if let loss = hand(item, to: target, workflows.taskInputs[Int(index)]) {
        release(item)
        return refuseTask(index, loss)
      }
      return workflows.plans[workflow].tasks[Int(wait.task)].waitsForCallback ? awaitCallback(index) : succeedTask(index)
    }
    workflows.waits[index].kind = .task
    let ticket = agenda.open(Waiter(.workflowAnswer, index))
    workflows.waits[index].ticket = ticket
    let held = submit(item, key, to: target, for: ticket)
    if agenda.isOpen(ticket) { workflows.waits[index].held = held }
  }

  /// Hands an item on to what only takes it; an execution gets what the task says.
  private mutating func hand(_ item: UInt32, to target: Target, _ input: JSONValue) -> Loss? {
    if target.kind == .workflow {
      let given = input.nestedInput
      items.records[item].size = Int64(DocumentSize.bytes(of: given))
      return acceptExecution(item, by: target.index, given: given)
    }
    items.records[item].size = Int64(DocumentSize.bytes(of: input))
    return accept(item, by: target)
  }

  /// The number of the item of a task: its execution's own where no branch or iteration does the task.
  mutating func itemNumber(_ wait: WorkflowWait) -> UInt64 {
    if wait.token.strand == 0 { return items.records[workflows.runs[wait.run].item].number }
    return workflows.number(of: wait.token.strand, in: wait.run)
  }

  /// What a task hands on: a copy of the item of its execution.
  mutating func taskItem(_ wait: WorkflowWait, _ number: UInt64) -> UInt32 {
    let own = workflows.runs[wait.run].item
    let item = items.copy(own)
    items.records[item].trail = Item.none
    items.records[item].number = number
    items.records[item].restart(at: agenda.now)
    return item
  }

  /// Waits for a task's callback, or for the end of work that only takes time.
  private mutating func awaitCallback(_ index: UInt32) {
    let wait = workflows.waits[index]
    let workflow = Int(workflows.runs[wait.run].workflow)
    workflows.waits[index].kind = .callback
    guard let sampler = workflows.plans[workflow].tasks[Int(wait.task)].time else {
      workflows.waits[index].ticket = .none
      return
    }
    let time = plan.samplers.nanoseconds(sampler, Draw(waitKey(wait.run, wait.token) &+ Salt.workflowCallback))
    workflows.waits[index].ticket = agenda.arm(Waiter(.workflowWait, index), at: agenda.now + time)
  }

  /// Takes the answer to a task.
  mutating func takeTaskAnswer(_ index: UInt32, _ outcome: Outcome) {
    let wait = workflows.waits[index]
    let workflow = Int(workflows.runs[wait.run].workflow)
    switch outcome.kind {
    case .success:
      workflows.plans[workflow].tasks[Int(wait.task)].waitsForCallback ? awaitCallback(index) : succeedTask(index)
    case .error where workflows.plans[workflow].tasks[Int(wait.task)].runsContainer: failTask(index, "States.TaskFailed")
    case .error: failTask(index, outcome.error > 0 ? workflows.errors[Int(outcome.error) - 1] : "Error")
    case .timeout: failTask(index, "Sandbox.Timedout")
    case .refused: refuseTask(index, outcome.loss)
    }
  }

  /// Ends a task that nothing took over.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Run an Amazon ECS or AWS Fargate task": a launch that is refused fails the task as
  ///   `AmazonECS.Unknown` where its end or callback is waited for, and is an answer as any other where it is not.
  private mutating func refuseTask(_ index: UInt32, _ loss: Loss) {
    let wait = workflows.waits[index]
    let task = workflows.plans[Int(workflows.runs[Int(wait.run)].workflow)].tasks[Int(wait.task)]
    if loss == .throttle && task.startsExecution { return failTask(index, Self.throttledStart) }
    if !task.runsContainer { return failTask(index, named(loss)) }
    task.waitsForCallback || task.target?.kind == .function ? failTask(index, "AmazonECS.Unknown") : succeedTask(index)
  }

  /// The name of the error of a task whose execution could not be started.
  static var throttledStart: String { "StepFunctions.ThrottlingException" }

  /// The name of the error by which a workflow learns why its task was refused.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Error handling"; executions recorded on AWS.
  private func named(_ loss: Loss) -> String {
    switch loss {
    case .throttle: "Lambda.TooManyRequestsException"
    case .payloadTooLarge: "States.DataLimitExceeded"
    case .timeout, .clientTimeout: "States.Timeout"
    case .error: "States.TaskFailed"
    default: "Lambda.ServiceException"
    }
  }

  /// Ends a task well, with what it returns.
  mutating func succeedTask(_ index: UInt32) {
    let wait = workflows.waits[index]
    let workflow = Int(workflows.runs[wait.run].workflow)
    let input = workflows.taskInputs[Int(index)]
    let isWrapped = workflows.plans[workflow].tasks[Int(wait.task)].isWrapped
    let given = isWrapped ? input["Payload"] ?? .members([]) : input
    let answer: Answer
    do throws(PayloadTemplate.Fault) {
      let key = Key.mix(waitKey(wait.run, wait.token) &+ Salt.workflowResult)
      let result = try workflows.plans[workflow].tasks[Int(wait.task)].result.value(input: given, key: key)
      answer = .succeeded(isWrapped ? result.asInvocation : result)
    } catch {
      answer = .failed(error: "Returns.Failed", cause: error.cause)
    }
    settle(index, answer)
  }

  /// Fails a task by an error's name.
  mutating func failTask(_ index: UInt32, _ error: String) { settle(index, .failed(error: error, cause: nil)) }

  /// Gives a task's answer to its execution.
  mutating func settle(_ index: UInt32, _ answer: Answer) {
    let wait = workflows.waits[index]
    _ = agenda.close(wait.timeout)
    workflows.close(index)
    self.answer(wait.run, wait.token, answer)
  }

  /// Ends a task that took too long; what does it runs on.
  mutating func timeOutTask(_ index: UInt32) {
    let wait = workflows.waits[index]
    giveUp(index)
    answer(wait.run, wait.token, wait.isHeartbeat ? .heartbeatMissed : .timedOut)
  }

  /// Gives up what a strand waits for; what was handed over goes on as waste.
  mutating func giveUp(_ index: UInt32) {
    let wait = workflows.waits[index]
    _ = agenda.close(wait.ticket)
    _ = agenda.close(wait.timeout)
    let workflow = Int(workflows.runs[wait.run].workflow)
    workflows.close(index)
    if wait.kind == .task, wait.held != WorkflowWait.none, let target = workflows.plans[workflow].tasks[Int(wait.task)].target {
      abandon(wait.held, of: target.kind)
    } else if wait.kind == .childRun {
      workflows.runs[wait.held].parent = WorkflowWait.none
      if !wait.isOfMap { return stopNested(wait.held) }
      workflows.executions[Int(wait.held)].execution.abort(into: &workflows.effects)
      carryOut(wait.held)
    }
  }
}

extension JSONValue {
  /// A function's result as `lambda:invoke` gives it.
  ///
  /// - Source: executions recorded on AWS.
  fileprivate var asInvocation: JSONValue {
    .object([("ExecutedVersion", .string("$LATEST")), ("Payload", self), ("StatusCode", .integer(200))])
  }
}
