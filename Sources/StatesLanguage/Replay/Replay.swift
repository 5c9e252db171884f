internal import Documents

/// Runs a recorded execution again: tasks answer what they answered then, and the histories are compared.
public struct Replay {
  /// How a replay and its recording compare.
  public enum Verdict: Sendable, Equatable {
    /// The histories are the same.
    case equal
    /// What differs first.
    case different(String)
    /// Why it can't be run again.
    case notReplayable(String)
  }

  private let machine: StateMachine
  private let recorded: Recording.Case
  private var execution: Execution
  /// Tasks that wait, by the number of the event that scheduled them.
  private var tasks: [Int: Token] = [:]
  private var waits: [Token] = []
  private var children: [ChildRequest] = []
  private var readers: [Token] = []
  private var effects: [Effect] = []
  /// When recordings begin, in nanoseconds since 1970: it is scrubbed from them.
  private static let start: Int64 = 1_767_571_200_000_000_000
  /// The names that recordings were scrubbed to.
  private static let context = ExecutionContext(
    id: "arn:<partition>:states:<region>:111111111111:execution:<ArnPart_0idx>:<ExecArnPart_0idx>", name: "<ExecArnPart_0idx>",
    role: "snf_role_arn", machineID: "arn:<partition>:states:<region>:111111111111:stateMachine:<ArnPart_0idx>",
    machineName: "<ArnPart_0idx>")

  /// The verdicts on the executions of a recording, in order.
  public static func verdicts(on recording: Recording) -> [Verdict] {
    let (machine, diagnostics) = StateMachine.read(recording.definition)
    guard let machine else {
      let words = diagnostics.first { $0.severity == .error }?.message ?? ""
      return recording.cases.map { _ in .different("the definition is refused: \(words)") }
    }
    return recording.cases.map { recorded in
      var replay = Replay(machine, recorded)
      return replay.run()
    }
  }

  private init(_ machine: StateMachine, _ recorded: Recording.Case) {
    self.machine = machine
    self.recorded = recorded
    execution = Execution(of: machine, context: Replay.context, keepsHistory: true)
  }

  private mutating func run() -> Verdict {
    execution.start(input: RecordedMatch.restored(recorded.input, at: Replay.start), at: Replay.start, into: &effects)
    while true {
      sort()
      if execution.outcome != nil || execution.history.count >= recorded.events.count { return compare() }
      if let verdict = step() { return verdict }
    }
  }

  /// Puts effects where they are waited for.
  private mutating func sort() {
    for effect in effects {
      switch effect {
      case .run(let request): tasks[execution.strands[Int(request.token.strand)].previous] = request.token
      case .wait(let request): waits.append(request.token)
      case .runChild(let request): children.append(request)
      case .readItems(let request): readers.append(request.token)
      case .cancel, .step, .writeResults, .ended: break
      }
    }
    effects.removeAll()
  }

  /// Answers what is answered next; a verdict if nothing is.
  private mutating func step() -> Verdict? {
    if answerTasks() {
      execution.proceed(at: Replay.start, into: &effects)
    } else if !waits.isEmpty {
      execution.resume(waits.removeFirst(), with: .elapsed, at: Replay.start, into: &effects)
    } else if !children.isEmpty {
      let request = children.removeFirst()
      guard let answer = Replay.childAnswer(machine, request) else {
        return .notReplayable("what the tasks of its child executions did was not recorded")
      }
      execution.resume(request.token, with: answer, at: Replay.start, into: &effects)
    } else if !readers.isEmpty {
      execution.resume(readers.removeFirst(), with: readAnswer(), at: Replay.start, into: &effects)
    } else {
      let next = recorded.events[execution.history.count]
      let verdict = compare()
      return verdict == .equal ? .different("the execution waits, recorded was \(next.type)") : verdict
    }
    return nil
  }

  /// Posts the answers that stand next in the recording, one behind the other.
  private mutating func answerTasks() -> Bool {
    var hasAnswered = false
    while execution.history.count < recorded.events.count {
      let event = recorded.events[execution.history.count]
      guard let answer = Replay.answer(event), let token = token(of: event) else { return hasAnswered }
      let before = execution.history.count
      execution.post(token, answer)
      if execution.history.count == before { return hasAnswered }
      hasAnswered = true
    }
    return hasAnswered
  }

  /// The wait that a recorded answer belongs to: the chain of events leads back to where the task was scheduled.
  private func token(of event: Recording.Event) -> Token? {
    var id = event.previous
    while id > 0 {
      if let token = tasks[id] { return token }
      guard let before = recorded.events.first(where: { $0.id == id }) else { return nil }
      id = before.previous
    }
    return nil
  }

  private static func answer(_ event: Recording.Event) -> Answer? {
    func text(_ key: String) -> String? { event.detail(key).map { Recording.text($0) } }
    switch event.type {
    case "TaskStarted", "LambdaFunctionStarted", "ActivityStarted": return .started
    case "TaskSubmitted": return .submitted(Recording.document(event.detail("output") ?? .null))
    case "TaskSucceeded", "LambdaFunctionSucceeded", "ActivitySucceeded":
      return .succeeded(Recording.document(event.detail("output") ?? .null))
    case "TaskFailed", "LambdaFunctionFailed", "ActivityFailed": return .failed(error: text("error"), cause: text("cause"))
    case "TaskTimedOut", "LambdaFunctionTimedOut", "ActivityTimedOut": return .timedOut
    default: return nil
    }
  }

  /// Runs a child execution, which is possible if it has no tasks.
  private static func childAnswer(_ machine: StateMachine, _ request: ChildRequest) -> Answer? {
    var child = Execution(of: machine, scope: request.scope, context: context)
    var effects: [Effect] = []
    child.start(input: request.input, at: start, into: &effects)
    while child.outcome == nil {
      guard let effect = effects.first else { return nil }
      effects.removeFirst()
      switch effect {
      case .wait(let request): child.resume(request.token, with: .elapsed, at: start, into: &effects)
      case .runChild(let inner):
        guard let answer = childAnswer(machine, inner) else { return nil }
        child.resume(inner.token, with: answer, at: start, into: &effects)
      case .cancel, .step, .ended: continue
      case .run, .readItems, .writeResults: return nil
      }
    }
    switch child.outcome {
    case .succeeded(let output): return .succeeded(output)
    case .failed(let error, let cause): return .failed(error: error, cause: cause)
    default: return nil
    }
  }

  /// The items that a Map read were not recorded; its output tells them where its processor does nothing to them.
  private func readAnswer() -> Answer {
    for event in recorded.events[execution.history.count...] {
      if event.type == "MapRunFailed" { return .failed(error: nil, cause: event.detail("cause").map { Recording.text($0) }) }
      if event.type == "MapStateExited" { return .succeeded(Recording.document(event.detail("output") ?? .null)) }
    }
    return .failed(error: nil, cause: nil)
  }
}

extension Replay {
  private func compare() -> Verdict {
    if recorded.events.contains(where: { $0.id == nil }) { return compareUnordered() }
    for (index, event) in recorded.events.enumerated() {
      guard index < execution.history.count else { return .different("event \(index + 1), \(event.type), is missing") }
      if let difference = difference(execution.history[index], event) { return .different("event \(index + 1): \(difference)") }
    }
    let isWhole = recorded.events.last?.type.hasPrefix("Execution") == true && recorded.events.count > 1
    if isWhole, execution.history.count > recorded.events.count {
      return .different("event \(recorded.events.count + 1), \(execution.history[recorded.events.count].type.name), was not recorded")
    }
    return .equal
  }

  /// Recordings without fixed order lack some events: each that is there must be told, in any order.
  private func compareUnordered() -> Verdict {
    var left = execution.history
    for event in recorded.events {
      guard let index = left.firstIndex(where: { difference($0, event) == nil }) else {
        return .different("no event agrees with \(event.type)")
      }
      left.remove(at: index)
    }
    return .equal
  }

  private func difference(_ own: HistoryEvent, _ recorded: Recording.Event) -> String? {
    if own.type.name != recorded.type { return "\(own.type.name), recorded was \(recorded.type)" }
    if let id = recorded.id {
      if own.id != id { return "\(own.type.name) has number \(own.id), recorded was \(id)" }
      if own.previous != recorded.previous, !isRaced(own, recorded) {
        return "\(own.type.name) follows \(own.previous), recorded was \(recorded.previous)"
      }
    }
    return RecordedMatch.difference(own.details, recorded.details).map { "\(own.type.name): \($0)" }
  }

  /// The exit of a distributed Map was recorded to follow sometimes the end of its run and sometimes its start.
  private func isRaced(_ own: HistoryEvent, _ recorded: Recording.Event) -> Bool {
    guard recorded.type == "MapStateExited", recorded.previous > 0 else { return false }
    let types = [own.previous, recorded.previous].map { execution.history[$0 - 1].type }
    return types == [.runSucceeded, .runStarted]
  }
}
