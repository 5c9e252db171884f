import Simulation
import Variates

/// One fleet in time: everything that changes during a run, a stored structure for each folder, and the agenda that drives them.
///
/// A folder's own methods see their own state, the plan and the time. What touches two folders stands in `World+<Folder>.swift`, and
/// two verbs join them: ``submit(_:to:for:)`` hands a request over, ``resume(_:with:)`` brings an answer back.
struct World: ~Copyable {
  let plan: Plan
  var agenda: Agenda
  var functions: FunctionFleet
  var steps: StepEngine
  var traffic: TrafficState
  var items = ItemTable()
  var services: ServiceTable
  var queues: QueueTable
  var streams: StreamTable
  var events: EventTable
  var doors: DoorTable
  var brokers: BrokerTable
  var workflows: WorkflowTable
  var callers: CallerTable
  var faults: FaultTable
  var provisioning: ProvisioningState
  var recorder: Recorder
  var measured: MeasuredLevels

  /// What the request had waited for whose answer is being handed over; who takes the answer reads it before anything else happens.
  ///
  /// It has one place, as it is too large to be passed on by value.
  var waited = Ledger()
  /// Requests that have not come to their end: while there are any, a run that drains goes on.
  var openRequests: Int64 = 0
  /// Events that only the eager form of expiry has, and that are not counted.
  var uncountedEvents: UInt64 = 0
  /// Where a run came to a standstill.
  var lastPlace = StandstillPlace.elsewhere

  init(_ blueprint: Blueprint) {
    plan = Plan(PlanTables(blueprint))
    agenda = Agenda(delays: blueprint.delays, usesLanes: blueprint.engine.usesLanes)
    functions = FunctionFleet(blueprint)
    steps = StepEngine(blueprint)
    traffic = TrafficState(blueprint)
    services = ServiceTable(blueprint)
    queues = QueueTable(blueprint)
    streams = StreamTable(blueprint)
    events = EventTable(blueprint)
    doors = DoorTable(blueprint)
    brokers = BrokerTable(blueprint)
    workflows = WorkflowTable(blueprint)
    callers = CallerTable(blueprint)
    faults = FaultTable(blueprint)
    provisioning = ProvisioningState(blueprint)
    recorder = Recorder(blueprint)
    measured = MeasuredLevels(blueprint)
    begin()
  }

  deinit { plan.free() }

  private mutating func begin() {
    provisionInitially()
    seatMessages()
    if plan.measureFrom > 0 { _ = agenda.arm(.init(.windowOpens), at: plan.measureFrom) } else { openWindow() }
    _ = agenda.arm(.init(.windowCloses), at: plan.arrivalsEnd)
    if recorder.series != nil { _ = agenda.arm(.init(.seriesTick), at: recorder.series!.every) }
    for index in 0..<plan.deploys.count { _ = agenda.arm(.init(.deploy, UInt32(index)), at: plan.deploys[index].at) }
    seatUsers()
    openStreams()
  }

  /// Hands an answer to who waits for it; nothing happens where nobody does any more.
  @inline(__always)
  mutating func resume(_ ticket: Ticket, with outcome: Outcome) {
    guard let waiter = agenda.close(ticket) else { return }
    switch WaiterKind(waiter) {
    case .call: answer(waiter.index, outcome)
    case .reply: takeReply(waiter.index, outcome)
    case .batch: finishBatch(waiter.index, outcome)
    case .shardBatch: answerBatch(waiter.index, outcome)
    case .eventAnswer: takeEventAnswer(waiter.index, outcome)
    case .doorReply: takeDoorReply(waiter.index, outcome)
    case .workflowAnswer: takeTaskAnswer(waiter.index, outcome)
    default: preconditionFailure("waiter \(waiter.kind) takes no answer")
    }
  }

  /// Lets an event happen.
  @inline(__always)
  mutating func happen(_ waiter: Waiter) {
    if waiter.kind == WaiterKind.invocation.rawValue { return endInvocation(waiter.index) }
    happenRarely(waiter)
  }

  @inline(never)
  private mutating func happenRarely(_ waiter: Waiter) {
    switch WaiterKind(waiter) {
    case .invocation: endInvocation(waiter.index)
    case .start: finishStart(waiter.index)
    case .strand: wake(waiter.index)
    case .expiry: expire(waiter.index)
    case .queueTimer: giveUpQueueing(waiter.index)
    case .call: giveUpWaiting(waiter.index)
    case .pause: attempt(waiter.index)
    case .handover: send(waiter.index)
    case .taking: takeDropped(waiter.index)
    case .reply: giveUpReply(waiter.index)
    case .deadline: reachDeadline(waiter.index)
    case .service: answerFromService(waiter.index)
    case .serviceLine: giveUpLine(waiter.index)
    case .serviceToken: takeToken(waiter.index)
    case .message: release(waiter.index, into: waiter.companion)
    case .batch: preconditionFailure("a batch waits for no event")
    case .batchRetry: retryBatch(waiter.index)
    case .batchWindow: closeBatch(waiter.index)
    case .visibility: reveal(waiter.index)
    case .mappingRamp: endRamp(waiter.index)
    case .mappingLook: lookAgain(waiter.index)
    case .shardReader: goOnReading(waiter.index)
    case .shardPart: goOn(withPart: waiter.index)
    case .shardBatch: preconditionFailure("an invocation's answer is no event")
    case .shardWindow: lookAtWindow(waiter.index)
    case .reshard: reshard(waiter.index)
    case .event: tryEvent(waiter.index)
    case .eventAnswer: preconditionFailure("an event waits for its answer as long as it takes")
    case .door: goThroughDoor(waiter.index)
    case .doorReply: giveUpDoor(waiter.index)
    case .delivery: deliver(waiter.index)
    case .workflowWait: endWorkflowWait(waiter.index)
    case .workflowTimeout: timeOutTask(waiter.index)
    case .workflowEnd: endExecution(waiter.index)
    case .workflowAnswer: preconditionFailure("a task's answer is no event")
    case .deploy: deploy(waiter.index)
    case .user: ask(waiter.index)
    case .provisioningChange: changeProvisioning(waiter.index)
    case .provisioningReady: completeProvisioning(waiter.index)
    case .provisioningLook: trackProvisioning(waiter.index)
    case .windowOpens: openWindow()
    case .windowCloses: closeWindow()
    case .seriesTick: tickSeries()
    }
  }
}

/// The kinds of things that wait.
enum WaiterKind: UInt8 {
  /// An invocation for its end.
  case invocation
  /// An instance for the end of its start.
  case start
  /// A strand for the end of its walk.
  case strand
  /// An idle instance for its expiry, where that is an event.
  case expiry
  /// A queued invocation for the end of the platform's patience.
  case queueTimer
  /// A client's call for its answer, or for the end of its own patience.
  case call
  /// A client's call for its next attempt.
  case pause
  /// A client's call for the end of its handing over, and an item that nobody watches over.
  case handover, taking
  /// A strand for the answer to its hop, or for the end of its patience.
  case reply
  /// An invocation whose program waits, for its timeout.
  case deadline
  /// A service for the end of its work on a request, for the end of one's time in line, for a token.
  case service, serviceLine, serviceToken
  /// A message for its release into the queue that is the companion; a batch for its answer, and for its next attempt.
  case message, batch, batchRetry
  /// A mapping for the end of a batch's window, for hidden messages, for one more invocation at a time, for the next poll.
  case batchWindow, visibility, mappingRamp, mappingLook
  /// A shard's reader for its next poll or what was read; a part for the end of its window or pause, for the answer to its batch, for the
  /// end of its tumbling window; a stream for a change of its shards.
  case shardReader, shardPart, shardBatch, shardWindow, reshard
  /// An event for its next try, and for the answer to one.
  case event, eventAnswer
  /// A request in a door for the end of its time there, and for the answer from behind it.
  case door, doorReply
  /// A delivery for its next attempt.
  case delivery
  /// A strand of an execution for a time, for the timeout of its task and for its answer; an execution for the end of its own time.
  case workflowWait, workflowTimeout, workflowAnswer, workflowEnd
  /// A function for its deployment.
  case deploy
  /// A user for the end of thinking.
  case user
  /// Provisioned concurrency for a scheduled change, for the end of an allocation, for the next look of target tracking.
  case provisioningChange, provisioningReady, provisioningLook
  /// The measured window for its beginning and its end.
  case windowOpens, windowCloses
  /// The time series for the end of an interval.
  case seriesTick

  @inline(__always)
  init(_ waiter: Waiter) {
    guard let kind = WaiterKind(rawValue: waiter.kind) else { preconditionFailure("no waiter of kind \(waiter.kind)") }
    self = kind
  }
}

extension Waiter {
  @inline(__always)
  init(_ kind: WaiterKind, _ index: UInt32 = 0, companion: UInt32 = 0) {
    self.init(kind: kind.rawValue, index: index, companion: companion)
  }
}

/// A request as it is handed from one to another.
struct Request: BitwiseCopyable {
  /// The flow by which it comes, and its place in the source's trace.
  var source: UInt32
  var payload: UInt32
  /// The number from which this attempt's draws derive, and that of the item.
  var key: UInt64
  var item: UInt64
  /// Whether it was born in the measured window.
  var isMeasured: Bool
  /// Whether it is the ping of a warmer.
  var isPing = false
  /// Whether its payload is an item, or a batch of items, and its source the link by which it comes.
  var carriesItems = false
  /// Whether it is an asynchronous invocation, which no rate of requests limits.
  var isEvent = false
  /// Whether it has been tried before; a request that carries an item says so by the item.
  var isRetry = false
}
