internal import Documents

/// Tasks and their answers.
extension Execution {
  /// Seconds that a task's timeout may have.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Task workflow state".
  private static let seconds: ClosedRange<Int64> = 1...99_999_999

  /// Asks for a task to be done.
  mutating func schedule(_ strand: Int, _ state: Int, _ task: Int, into effects: inout [Effect]) throws(Failure) {
    let tables = machine.tables
    let token = newToken(strand)
    let input = try effectiveInput(strand, state)
    var timeout: Int64?
    var heartbeat: Int64?
    if tables.tasks[task].timeout != nil {
      timeout = try integer(tables.tasks[task].timeout, Execution.seconds, strand, state, strands[strand].input)
    }
    if tables.tasks[task].heartbeat != nil {
      heartbeat = try integer(tables.tasks[task].heartbeat, Execution.seconds, strand, state, strands[strand].input)
    }
    var credentials: JSONValue?
    if tables.tasks[task].credentials != nil {
      let bindings = bindings(strand, state, input: strands[strand].input)
      credentials = try tables.tasks[task].credentials!.value(in: bindings, entropy: &entropy)
    }
    if keepsHistory { recordScheduled(strand, task, input, timeout, heartbeat, credentials) } else { eventCount += 1 }
    strands[strand].phase = .task
    strands[strand].isStarted = false
    effects.append(
      .run(
        TaskRequest(
          token: token, task: task, input: input, timeout: timeout, heartbeat: heartbeat, attempt: strands[strand].attempt)))
  }

  private mutating func recordScheduled(
    _ strand: Int, _ task: Int, _ input: JSONValue, _ timeout: Int64?, _ heartbeat: Int64?, _ credentials: JSONValue?
  ) {
    let plan = machine.tables.tasks[task]
    var details = plan.integration.details
    details.append(JSONValue.Member(plan.integration.family == .service ? "parameters" : "input", .string(DocumentText.of(input))))
    if plan.integration.family == .service {
      details.append(JSONValue.Member("region", .string("<region>")))
    } else {
      details.append(JSONValue.Member("resource", .string(plan.resource)))
    }
    if let timeout { details.append(JSONValue.Member("timeoutInSeconds", .integer(timeout))) }
    if let heartbeat { details.append(JSONValue.Member("heartbeatInSeconds", .integer(heartbeat))) }
    if let role = credentials?["RoleArn"] {
      details.append(JSONValue.Member("taskCredentials", .members([JSONValue.Member("roleArn", role)])))
    }
    let type: HistoryEventType =
      switch plan.integration.family {
      case .function: .functionScheduled
      case .activity: .activityScheduled
      case .service: .taskScheduled
      }
    record(type, strand) { details }
  }

  /// Notes an answer.
  ///
  /// - Returns: whether the strand goes on, as it ends its wait.
  mutating func take(_ answer: consuming Answer, _ strand: Int) -> Bool {
    guard strands[strand].answer == nil else { return false }
    switch strands[strand].phase {
    case .task: return takeTask(answer, strand)
    case .stepping, .waiting, .backingOff:
      guard case .elapsed = answer else { return false }
      strands[strand].answer = .elapsed
      return true
    case .reading, .writing, .child:
      if case .started = answer { return false }
      strands[strand].answer = answer
      return true
    case .free, .entering, .retrying, .joining: return false
    }
  }

  private mutating func takeTask(_ answer: Answer, _ strand: Int) -> Bool {
    guard case .task(let task) = machine.tables.states[strands[strand].state].kind else { return false }
    if !keepsHistory, case .succeeded(let result) = answer, !DocumentSize.isAbove(limits.payload, result) {
      // The usual case, of which only the number of events is kept.
      if !strands[strand].isStarted { count(strand) }
      count(strand)
      strands[strand].isStarted = true
      strands[strand].answer = answer
      return true
    }
    let integration = machine.tables.tasks[task].integration
    if !strands[strand].isStarted {
      strands[strand].isStarted = true
      record(HistoryEventType.of(integration.family, .functionStarted, .activityStarted, .taskStarted), strand) { integration.details }
    }
    switch answer {
    case .started, .elapsed: return false
    case .submitted(let output):
      record(.taskSubmitted, strand) { integration.details + [JSONValue.Member("output", .string(DocumentText.of(output)))] }
      return false
    case .succeeded(let result):
      if DocumentSize.isAbove(limits.payload, result) {
        let name = integration.family == .service ? integration.service : machine.tables.tasks[task].resource
        let cause = "The state/task '\(name)' returned a result with a size exceeding the maximum number of bytes service limit."
        return takeFailure(.failed(error: "States.DataLimitExceeded", cause: cause), strand, integration)
      }
      record(HistoryEventType.of(integration.family, .functionSucceeded, .activitySucceeded, .taskSucceeded), strand) {
        integration.details + [JSONValue.Member("output", .string(DocumentText.of(result)))]
      }
    case .failed, .timedOut, .heartbeatMissed: return takeFailure(answer, strand, integration)
    }
    strands[strand].answer = answer
    return true
  }

  private mutating func takeFailure(_ answer: Answer, _ strand: Int, _ integration: Integration) -> Bool {
    let family = integration.family
    if case .failed(let error, let cause) = answer {
      record(HistoryEventType.of(family, .functionFailed, .activityFailed, .taskFailed), strand) {
        integration.details
          + [error.map { JSONValue.Member("error", .string($0)) }, cause.map { JSONValue.Member("cause", .string($0)) }].compactMap { $0 }
      }
    } else {
      record(HistoryEventType.of(family, .functionTimedOut, .activityTimedOut, .taskTimedOut), strand) {
        integration.details + [JSONValue.Member("error", .string("States.Timeout"))]
      }
    }
    strands[strand].answer = answer
    return true
  }

  /// The result that a strand's answer brings.
  mutating func takeResult(_ strand: Int) throws(Failure) -> JSONValue {
    switch strands[strand].answer.take() {
    case .succeeded(let result): return result
    case .failed("States.DataLimitExceeded", let cause): throw Failure(reason: .dataLimit, cause: cause)
    case .failed(let error, let cause): throw Failure(reason: .named(error), cause: cause)
    case .heartbeatMissed: throw Failure(reason: .heartbeat, cause: nil)
    default: throw Failure(reason: .timeout, cause: nil)
    }
  }
}

extension Integration {
  /// What the events of a service's task tell of it.
  var details: [JSONValue.Member] {
    guard family == .service else { return [] }
    return [JSONValue.Member("resource", .string(action)), JSONValue.Member("resourceType", .string(service))]
  }
}

extension HistoryEventType {
  /// One of three types, by what does the task.
  static func of(
    _ family: Integration.Family, _ function: HistoryEventType, _ activity: HistoryEventType, _ service: HistoryEventType
  ) -> HistoryEventType {
    switch family {
    case .function: function
    case .activity: activity
    case .service: service
    }
  }
}
