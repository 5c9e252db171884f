internal import Documents

/// One strand through its states.
extension Execution {
  /// Goes on with a strand until it waits or ends.
  mutating func advance(_ strand: Int, _ tables: StateMachine.Tables, at now: Int64, into effects: inout [Effect]) {
    while outcome == nil {
      let before = strands[strand].phase
      let state = strands[strand].state
      if before == .entering, isPaced {
        strands[strand].phase = .stepping
        return effects.append(.step(StepRequest(token: newToken(strand), state: state)))
      }
      if before == .entering || before == .stepping {
        if strands[strand].answer != nil { strands[strand].answer = nil }
        checkLimits(into: &effects)
        if outcome != nil { return }
        enter(strand, state, tables, at: now)
      }
      do throws(Failure) {
        guard try work(strand, state, before, tables, at: now, into: &effects) else { return }
      } catch {
        guard handle(error, strand, at: now, into: &effects) else { return }
      }
    }
  }

  private mutating func enter(_ strand: Int, _ state: Int, _ tables: StateMachine.Tables, at now: Int64) {
    transitionCount += 1
    strands[strand].enteredAt = now
    strands[strand].attempt = 0
    if !strands[strand].retries.isEmpty { strands[strand].retries = [] }
    if keepsHistory {
      let input = strands[strand].input
      record(.entered(tables.states[state].kind.word), strand) {
        [JSONValue.Member("name", .string(tables.states[state].name)), JSONValue.Member("input", .string(DocumentText.of(input)))]
      }
    } else {
      count(strand)
    }
    strands[strand].entered = eventCount
  }

  /// Does what a state does, or takes up the answer to it.
  ///
  /// - Returns: whether the strand goes on with the state that it has now.
  private mutating func work(
    _ strand: Int, _ number: Int, _ phase: Strand.Phase, _ tables: StateMachine.Tables, at now: Int64, into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    switch phase {
    case .task: return try finish(strand, number, try takeResult(strand), into: &effects)
    case .waiting:
      strands[strand].answer = nil
      return try finish(strand, number, try selectInput(strand, number), into: &effects)
    case .backingOff:
      strands[strand].answer = nil
      transitionCount += 1
      strands[strand].phase = .retrying
      return true
    case .joining, .reading, .writing: return try goOn(strand, number, phase, at: now, into: &effects)
    case .child:
      finishChild(strand, into: &effects)
      return false
    case .free: return false
    case .entering, .stepping, .retrying: break
    }
    switch tables.states[number].kind {
    case .pass(let result):
      let input = try effectiveInput(strand, number)
      return try finish(strand, number, result ?? input, into: &effects)
    case .task(let task):
      try schedule(strand, number, task, into: &effects)
      return false
    case .choice(let choice): return try choose(strand, number, tables.choices[choice], into: &effects)
    case .wait(let wait):
      try beginWait(strand, number, wait, at: now, into: &effects)
      return false
    case .succeed: return try finish(strand, number, try selectInput(strand, number), into: &effects)
    case .fail(let fail): throw try failure(strand, number, fail)
    case .parallel(let parallel):
      try fork(strand, number, parallel, at: now)
      return false
    case .map(let map): return try beginMap(strand, number, map, at: now, into: &effects)
    }
  }

  private mutating func beginWait(
    _ strand: Int, _ number: Int, _ wait: Int, at now: Int64, into effects: inout [Effect]
  ) throws(Failure) {
    var nanoseconds: Int64 = 0
    switch machine.tables.waits[wait] {
    case .seconds(.constant(let seconds)): nanoseconds = seconds &* 1_000_000_000
    case .seconds(let quantity):
      let input = try selectInput(strand, number)
      nanoseconds = (try integer(quantity, 0...99_999_999, strand, number, input) ?? 0) * 1_000_000_000
    case .until(let time): nanoseconds = Timestamp.remaining(until: time, from: now)
    case .untilExpression(let expression):
      let bindings = bindings(strand, number, input: try selectInput(strand, number))
      let found = try expression.value(in: bindings, entropy: &entropy)
      guard case .string(let text)? = found, let time = Timestamp.nanoseconds(text) else {
        throw expression.failure(
          of: found, wanted: "timestamp", "The Timestamp of a Wait must be a text such as 2026-01-05T14:00:00Z")
      }
      nanoseconds = Timestamp.remaining(until: time, from: now)
    }
    strands[strand].phase = .waiting
    let request = WaitRequest(token: newToken(strand), nanoseconds: nanoseconds, isJittered: false, isRetry: false)
    effects.append(.wait(request))
  }

  private mutating func choose(
    _ strand: Int, _ number: Int, _ choice: ChoicePlan, into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    let bindings = bindings(strand, number, input: try selectInput(strand, number))
    for index in choice.rules.indices {
      guard try choice.rules[index].condition.holds(in: bindings, entropy: &entropy) else { continue }
      return try leave(
        strand, number, to: choice.rules[index].next, result: bindings.input, assign: choice.rules[index].assign,
        output: choice.rules[index].output, into: &effects)
    }
    let fallback = choice.fallback
    guard fallback >= 0 else { throw Failure(reason: .noChoice, cause: "Failed to transition out of the state. No rule holds.") }
    return try leave(strand, number, to: fallback, result: bindings.input, assign: nil, output: nil, into: &effects)
  }

  private mutating func failure(_ strand: Int, _ number: Int, _ fail: Int) throws(Failure) -> Failure {
    let plan = machine.tables.fails[fail]
    let bindings = bindings(strand, number, input: strands[strand].input)
    let error = try text(plan.error, bindings)
    return Failure(reason: .named(error), cause: try text(plan.cause, bindings))
  }

  private mutating func text(_ template: Template?, _ bindings: borrowing Bindings) throws(Failure) -> String? {
    guard let template else { return nil }
    let value = try template.value(in: bindings, entropy: &entropy)
    guard case .string(let text) = value else {
      throw template.failure(of: value, wanted: "string", "The error and the cause of a Fail must be texts")
    }
    return text
  }

  /// Ends a strand with an output, or goes on with the next state.
  mutating func transition(_ strand: Int, to next: Int, _ output: consuming JSONValue, into effects: inout [Effect]) -> Bool {
    if next >= 0 {
      strands[strand].state = next
      strands[strand].input = consume output
      strands[strand].phase = .entering
      return true
    }
    if strands[strand].parent >= 0 {
      succeed(strand, output, into: &effects)
    } else {
      strands[strand].phase = .free
      let output = output
      _ = record(.executionSucceeded, after: strands[strand].previous) { [JSONValue.Member("output", .string(DocumentText.of(output)))] }
      end(.succeeded(output), into: &effects)
    }
    return false
  }
}
