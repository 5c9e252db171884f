internal import Documents

/// Retry, Catch, and what nobody catches.
extension Execution {
  /// Does what is to be done about a failure of a strand's state.
  ///
  /// - Returns: whether the strand goes on with the state that it has now.
  mutating func handle(_ failure: Failure, _ strand: Int, at now: Int64, into effects: inout [Effect]) -> Bool {
    let state = strands[strand].state
    let failed = failure.isOwn ? located(failure, strand, state) : failure
    strands[strand].answer = nil
    // It waits for nothing any more, so nothing of it is to be cancelled.
    strands[strand].phase = .retrying
    if failed.reason == .query { recordEvaluationFailure(failed, strand, state) }
    if retry(failed, strand, state, into: &effects) { return false }
    closeJoinState(strand, state)
    if let caught = catchIt(failed, strand, state, into: &effects) { return caught }
    giveUp(failed, strand, into: &effects)
    return false
  }

  private func located(_ failure: Failure, _ strand: Int, _ state: Int) -> Failure {
    let name = machine.tables.states[state].name
    let cause = "An error occurred while executing the state '\(name)' (entered at the event id #\(strands[strand].entered)). "
    return Failure(reason: failure.reason, cause: cause + (failure.cause ?? ""), location: failure.location)
  }

  private mutating func recordEvaluationFailure(_ failure: Failure, _ strand: Int, _ state: Int) {
    let name = failure.name(conventions) ?? ""
    let tables = machine.tables
    record(.evaluationFailed, strand) {
      [
        JSONValue.Member("error", .string(name)), JSONValue.Member("cause", .string(failure.cause ?? "")),
        JSONValue.Member("location", .string(failure.location ?? "")), JSONValue.Member("state", .string(tables.states[state].name)),
      ]
    }
  }

  private mutating func retry(_ failure: Failure, _ strand: Int, _ state: Int, into effects: inout [Effect]) -> Bool {
    let tables = machine.tables
    guard !tables.states[state].retriers.isEmpty else { return false }
    let matching = tables.states[state].retriers.firstIndex { failure.isMatched(by: $0.errors, conventions) }
    guard let index = matching else { return false }
    let retrier = tables.states[state].retriers[index]
    if strands[strand].retries.isEmpty {
      strands[strand].retries = [Int](repeating: 0, count: tables.states[state].retriers.count)
    }
    guard strands[strand].retries[index] < retrier.attempts else { return false }
    strands[strand].retries[index] += 1
    strands[strand].attempt += 1
    let delay = retrier.delay(strands[strand].retries[index])
    strands[strand].phase = .backingOff
    let request = WaitRequest(
      token: newToken(strand), nanoseconds: Int64(min(delay * 1e9, 9e18)), isJittered: retrier.isJittered, isRetry: true)
    effects.append(.wait(request))
    return true
  }

  /// A Map or Parallel that is not tried again has failed, if it had begun.
  private mutating func closeJoinState(_ strand: Int, _ state: Int) {
    switch machine.tables.states[state].kind {
    case .parallel: if strands[strand].join == Execution.failedJoin { record(.parallelFailed, strand) { [] } }
    case .map: if strands[strand].join == Execution.failedJoin { record(.mapFailed, strand) { [] } }
    default: return
    }
    strands[strand].join = -1
  }

  /// - Returns: nil if nothing catches it, otherwise whether the strand goes on.
  private mutating func catchIt(_ failure: Failure, _ strand: Int, _ state: Int, into effects: inout [Effect]) -> Bool? {
    let tables = machine.tables
    guard let catcher = tables.states[state].catchers.first(where: { failure.isMatched(by: $0.errors, conventions) }) else { return nil }
    let output = JSONValue.object([
      ("Error", failure.name(conventions).map { .string($0) } ?? .null), ("Cause", failure.cause.map { .string($0) } ?? .null),
    ])
    do throws(Failure) {
      let value: JSONValue
      if tables.states[state].language == .jsonata {
        let bindings = bindings(strand, state, input: strands[strand].input, errorOutput: output)
        value = try catcher.output?.value(in: bindings, entropy: &entropy) ?? output
      } else {
        value = try place(output, catcher.resultPath, strand)
      }
      try checkSize(value, of: state)
      try leave(strand, state, value, catcher.assign, result: output, errorOutput: output)
      return transition(strand, to: catcher.next, value, into: &effects)
    } catch {
      let failed = error.isOwn ? located(error, strand, state) : error
      if failed.reason == .query { recordEvaluationFailure(failed, strand, state) }
      giveUp(failed, strand, into: &effects)
      return false
    }
  }

  /// Ends the strand: the execution fails, or the state that waits for the strand does.
  private mutating func giveUp(_ failure: Failure, _ strand: Int, into effects: inout [Effect]) {
    guard strands[strand].parent >= 0 else {
      let previous = strands[strand].previous
      strands[strand].phase = .free
      return fail(error: failure.name(conventions), cause: failure.cause, after: previous, into: &effects)
    }
    failJoin(of: strand, failure, into: &effects)
  }
}
