import Documents
import Simulation
import StatesLanguage
import Variates

/// Executions of workflows: how they begin, go on by what their machine asks for, and end.
extension World {
  /// Starts an execution for an item.
  ///
  /// - Parameter given: its input; nil for that which the item's source gives.
  /// - Returns: nil where it was taken; why not, where it stays the caller's.
  mutating func acceptExecution(_ item: UInt32, by workflow: UInt32, given: JSONValue? = nil) -> Loss? {
    let index = Int(workflow)
    let isMeasured = items.records[item].isMeasured
    if isMeasured { workflows.books[index].offered += 1 }
    let size = items.size(of: items.records[item], plan)
    let input: JSONValue
    do throws(PayloadTemplate.Fault) {
      if let given {
        input = given
      } else {
        input = try workflows.input(of: items.records[item], kind: items.kind(of: items.records[item], plan), size: size)
      }
    } catch {
      if isMeasured { workflows.books[index].badInputs += 1 }
      return .undeliverable
    }
    let most = workflows.plans[index].limits.payload
    if size > most || DocumentSize.isAbove(most, input) {
      if isMeasured { workflows.books[index].tooLarge += 1 }
      return .payloadTooLarge
    }
    if !admitExecution(isExpress: workflows.plans[index].isExpress) {
      if isMeasured { workflows.books[index].throttled += 1 }
      return .throttle
    }
    items.records[item].restart(at: agenda.now)
    let number = items.records[item].number
    let run = WorkflowRun(
      workflow: workflow, item: item, key: Key.mix(number &+ workflows.plans[index].key), caller: .none, startedAt: agenda.now,
      isMeasured: isMeasured, isExpress: workflows.plans[index].isExpress)
    begin(workflows.insert(run, execution(of: index, key: number, scope: 0)), input)
    return nil
  }

  mutating func admitExecution(isExpress: Bool) -> Bool {
    if isExpress { return workflows.expressStarts?.take(at: agenda.now) != false }
    if workflows.open >= workflows.mostOpen { return false }
    return workflows.starts?.take(at: agenda.now) != false
  }

  /// An execution that has not begun.
  mutating func execution(of workflow: Int, key: UInt64, scope: Int, isExpress: Bool? = nil) -> Execution {
    let own = workflows.plans[workflow]
    let number = Key.mix(key &+ own.key)
    let context = ExecutionContext(
      id: "arn:aws:states:us-east-1:123456789012:execution:\(own.name):\(String(number, radix: 16))", name: String(number, radix: 16),
      role: "arn:aws:iam::123456789012:role/\(own.name)", machineID: "arn:aws:states:us-east-1:123456789012:stateMachine:\(own.name)",
      machineName: own.name)
    var limits = own.limits
    if let isExpress, isExpress { limits.events = nil }
    return Execution(
      of: own.machine, scope: scope, context: context, seed: Key.mix(number &+ Salt.workflowEntropy), limits: limits,
      isPaced: own.isPaced)
  }

  /// Lets an execution begin that has its place.
  mutating func begin(_ run: UInt32, _ input: JSONValue) {
    let (workflow, isExpress) = (Int(workflows.runs[run].workflow), workflows.runs[run].isExpress)
    openRequests += 1
    if !isExpress { workflows.open += 1 }
    if workflows.runs[run].isMeasured {
      if workflows.runs[run].isChild { workflows.books[workflow].children += 1 } else { workflows.books[workflow].started += 1 }
    }
    let longest = workflows.plans[workflow].times(ofExpress: isExpress).longest
    if longest < .never { workflows.runs[run].timer = agenda.arm(Waiter(.workflowEnd, run), at: agenda.now + longest) }
    workflows.executions[Int(run)].execution.start(input: input, at: workflows.start + agenda.now, into: &workflows.effects)
    carryOut(run)
  }

  /// Gives an execution the answer to what a strand of it waits for, and goes on.
  mutating func answer(_ run: UInt32, _ token: Token, _ answer: consuming Answer) {
    if workflows.runs[run].isBusy {
      workflows.executions[Int(run)].execution.post(token, answer)
      workflows.runs[run].hasAnswers = true
      return
    }
    workflows.executions[Int(run)].execution.resume(token, with: answer, at: workflows.start + agenda.now, into: &workflows.effects)
    carryOut(run)
  }

  /// Carries out what an execution asks for, and what it asks for once it has answers that came at once.
  mutating func carryOut(_ run: UInt32) {
    workflows.runs[run].isBusy = true
    repeat {
      carryOutEffects(run)
      if workflows.runs[run].hasAnswers {
        workflows.runs[run].hasAnswers = false
        workflows.executions[Int(run)].execution.proceed(at: workflows.start + agenda.now, into: &workflows.effects)
      }
    } while !workflows.effects.isEmpty
    workflows.runs[run].isBusy = false
    countTransitions(run)
    if let outcome = workflows.executions[Int(run)].outcome { close(run, outcome) }
  }

  /// Carries out the effects that have gathered: they are taken out first, as some have effects of other executions.
  private mutating func carryOutEffects(_ run: UInt32) {
    if workflows.effects.count == 1 {
      // The usual case, in which no list changes hands.
      carryOut(workflows.effects.removeLast(), run)
      return
    }
    var effects: [Effect] = []
    swap(&effects, &workflows.effects)
    for index in effects.indices { carryOut(effects[index], run) }
    effects.removeAll(keepingCapacity: true)
    swap(&effects, &workflows.effects)
  }

  private mutating func carryOut(_ effect: Effect, _ run: UInt32) {
    switch effect {
    case .run(let request): beginTask(request, run)
    case .wait(let request): beginTime(request, run)
    case .step(let request): beginStep(request, run)
    case .cancel(let token): cancel(token, run)
    case .runChild(let request): queueChild(request, run)
    case .readItems(let request), .writeResults(let request):
      answer(run, request.token, .failed(error: "States.Runtime", cause: "\(request.resource) is not simulated"))
    case .ended(let outcome): workflows.executions[Int(run)].outcome = outcome
    }
  }

  // MARK: Time

  private mutating func beginStep(_ request: StepRequest, _ run: UInt32) {
    let workflow = Int(workflows.runs[run].workflow)
    let token = takeTransition(run)
    let draw = Draw(waitKey(run, request.token) &+ Salt.workflowState)
    let latency = plan.samplers.nanoseconds(workflows.plans[workflow].times(ofExpress: workflows.runs[run].isExpress).state, draw)
    arm(WorkflowWait(run: run, token: request.token, kind: .step), at: token == .never ? .never : token + latency)
  }

  private mutating func beginTime(_ request: WaitRequest, _ run: UInt32) {
    var time = request.nanoseconds
    if request.isJittered {
      var draw = Draw(waitKey(run, request.token) &+ Salt.workflowJitter)
      time = Nanoseconds(Double(time) * draw.uniform())
    }
    let at = agenda.now.addingReportingOverflow(time)
    arm(
      WorkflowWait(run: run, token: request.token, kind: request.isRetry ? .retry : .time), at: at.overflow ? .never : at.partialValue)
  }

  private mutating func arm(_ wait: WorkflowWait, at time: Nanoseconds) {
    let index = workflows.open(wait)
    let waiter = Waiter(.workflowWait, index)
    workflows.waits[index].ticket = time == .never ? agenda.open(waiter) : agenda.arm(waiter, at: time)
  }

  /// The number from which the draws of a strand's wait derive.
  mutating func waitKey(_ run: UInt32, _ token: Token) -> UInt64 {
    workflows.runs[run].key &+ (UInt64(token.number) << 24 | UInt64(UInt32(bitPattern: token.strand))) &* Key.visitStep
  }

  /// When a Standard execution may make its next transition; what has none to spare waits, first come first served.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Service quotas": throttled transitions are delayed, not failed.
  private mutating func takeTransition(_ run: UInt32) -> Nanoseconds {
    let now = agenda.now
    if workflows.runs[run].isExpress { return now }
    guard let time = workflows.transitions?.take(at: now) else { return now }
    if time > now && workflows.runs[run].isMeasured {
      let workflow = Int(workflows.runs[run].workflow)
      workflows.books[workflow].delayed += 1
      if time < .never { workflows.books[workflow].delay += time - now }
    }
    return time
  }

  /// Goes on with what waited for its time.
  mutating func endWorkflowWait(_ index: UInt32) {
    let wait = workflows.waits[index]
    switch wait.kind {
    case .step, .time:
      workflows.close(index)
      answer(wait.run, wait.token, .elapsed)
    case .retry:
      // A retry is a transition.
      let time = takeTransition(wait.run)
      if time <= agenda.now {
        workflows.close(index)
        answer(wait.run, wait.token, .elapsed)
      } else {
        workflows.waits[index].kind = .time
        if time < .never { workflows.waits[index].ticket = agenda.arm(Waiter(.workflowWait, index), at: time) }
      }
    case .handover: handOverTask(index)
    case .callback: succeedTask(index)
    case .child: beginChild(index)
    case .nestedSuccess, .nestedFailure: takeNestedEnd(index)
    case .task, .childRun: preconditionFailure("an answer is no event of the execution")
    }
  }

  // MARK: The end

  /// Ends an execution whose own time is over, or that is to be stopped.
  mutating func endExecution(_ run: UInt32) {
    if workflows.runs[run].isStopped {
      workflows.executions[Int(run)].execution.abort(into: &workflows.effects)
    } else {
      workflows.executions[Int(run)].execution.expire(into: &workflows.effects)
    }
    carryOut(run)
  }

  /// Stops an execution of another workflow.
  ///
  /// It is an event of its own: executions that wait for each other form chains of any length, and no stack is as deep.
  mutating func stopNested(_ run: UInt32) {
    _ = agenda.close(workflows.runs[run].timer)
    workflows.runs[run].isStopped = true
    workflows.runs[run].timer = agenda.arm(Waiter(.workflowEnd, run), at: agenda.now)
  }

  /// Nobody waits for a strand's answer any more.
  private mutating func cancel(_ token: Token, _ run: UInt32) {
    let wait = workflows.wait(of: token.strand, in: run)
    guard wait != WorkflowWait.none, workflows.waits[wait].token == token else { return }
    giveUp(wait)
  }

  private mutating func countTransitions(_ run: UInt32) {
    if !workflows.runs[run].isMeasured { return }
    let count = workflows.executions[Int(run)].execution.transitionCount
    let (workflow, more) = (Int(workflows.runs[run].workflow), Int64(count - workflows.runs[run].counted))
    workflows.books[workflow].transitions += more
    if !workflows.runs[run].isExpress { workflows.books[workflow].billedTransitions += more }
    workflows.runs[run].counted = count
  }

  private mutating func close(_ run: UInt32, _ outcome: StatesLanguage.Outcome) {
    let (item, parent, isExpress) = (workflows.runs[run].item, workflows.runs[run].parent, workflows.runs[run].isExpress)
    let isInner = workflows.runs[run].isInner
    let workflow = Int(workflows.runs[run].workflow)
    _ = agenda.close(workflows.runs[run].timer)
    openRequests -= 1
    if !isExpress { workflows.open -= 1 }
    if workflows.runs[run].isMeasured { count(outcome, run, workflow) }
    let caller = workflows.runs[run].caller
    workflows.runs[run].isLive = false
    workflows.executions[Int(run)].waits = []
    workflows.executions[Int(run)].numbers = []
    workflows.executions[Int(run)].outcome = nil
    workflows.freeRuns.append(run)
    if caller == .none && !isInner { end(item, as: outcome.itemEnd) } else { release(item) }
    if caller != .none { resume(caller, with: outcome.answer) }
    if parent != WorkflowWait.none { finishChild(parent, outcome) }
  }

  private mutating func count(_ outcome: StatesLanguage.Outcome, _ run: UInt32, _ workflow: Int) {
    let time = agenda.now - workflows.runs[run].startedAt
    if workflows.runs[run].isExpress {
      let megabytes = (workflows.plans[workflow].memory + (1 << 20) - 1) >> 20
      let milliseconds = max(100, (time + 99 * .millisecond + .millisecond - 1) / (100 * .millisecond) * 100)
      workflows.books[workflow].expressRequests += 1
      workflows.books[workflow].expressMemoryMilliseconds += milliseconds * ((megabytes + 63) / 64 * 64)
    }
    if workflows.runs[run].isChild { return }
    noteDelivery(of: workflows.firstHistogram + UInt32(workflow), time)
    switch outcome {
    case .succeeded: workflows.books[workflow].succeeded += 1
    case .failed: workflows.books[workflow].failed += 1
    case .timedOut: workflows.books[workflow].timedOut += 1
    case .aborted: workflows.books[workflow].aborted += 1
    }
  }
}

extension StatesLanguage.Outcome {
  /// How the item ends that started it.
  fileprivate var itemEnd: ItemEnd {
    switch self {
    case .succeeded: .done
    case .failed, .aborted: .lost(.error)
    case .timedOut: .lost(.timeout)
    }
  }

  /// What the one is told who waits for its end.
  fileprivate var answer: Fleet.Outcome {
    switch self {
    case .succeeded: Fleet.Outcome(kind: .success)
    case .failed, .aborted: Fleet.Outcome(kind: .error)
    case .timedOut: Fleet.Outcome(kind: .timeout, loss: .timeout)
    }
  }
}
