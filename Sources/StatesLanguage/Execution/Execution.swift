public import Documents

/// An execution of a state machine: its state and the rules by which it goes on, without a clock or anything else of the world.
///
/// It emits effects and takes their answers, in any order. Times are nanoseconds since 1970 and come from outside.
/// - Source: Amazon States Language, 2024; executions recorded on AWS where they differ.
public struct Execution: Sendable {
  let machine: StateMachine
  let scope: Int
  let context: ExecutionContext
  let conventions: Conventions
  let limits: Limits
  let keepsHistory: Bool
  let isPaced: Bool
  var entropy: Entropy
  /// When it began.
  var startedAt: Int64 = 0
  /// The time of the present call, which `$now` gives.
  var clock: Int64 = 0
  var executionInput = JSONValue.null
  var strands: [Strand] = []
  var freeStrands: [Int] = []
  var joins: [Join] = []
  var freeJoins: [Int] = []
  /// Strands that can go on, in order, each with the number of its wait.
  var ready: [(strand: Int, number: UInt32)] = []
  var readyHead = 0
  /// Transitions when it last waited.
  private var lastWait = 0
  /// The history, if it is kept.
  public internal(set) var history: [HistoryEvent] = []
  /// Events so far.
  public internal(set) var eventCount = 0
  /// States entered and retries so far.
  public internal(set) var transitionCount = 0
  /// How it ended; nil while it runs.
  public internal(set) var outcome: Outcome?

  /// An execution that has not begun.
  ///
  /// - Parameters:
  ///   - scope: 0 for the machine, or what a `ChildRequest` names.
  ///   - seed: of everything random that intrinsic functions give.
  ///   - isPaced: whether it asks before it enters a state, so that transitions can take time or be throttled.
  public init(
    of machine: StateMachine, scope: Int = 0, context: ExecutionContext, seed: UInt64 = 0, conventions: Conventions = Conventions(),
    limits: Limits = Limits(), keepsHistory: Bool = false, isPaced: Bool = false
  ) {
    self.machine = machine
    self.scope = scope
    self.context = context
    self.conventions = conventions
    self.limits = limits
    self.keepsHistory = keepsHistory
    self.isPaced = isPaced
    entropy = Entropy(seed: seed)
  }

  /// Begins, and goes on until everything waits.
  public mutating func start(input: JSONValue, at now: Int64, into effects: inout [Effect]) {
    precondition(strands.isEmpty, "an execution begins once")
    startedAt = now
    executionInput = input
    _ = record(.executionStarted, after: 0) { [JSONValue.Member("input", .string(DocumentText.of(input)))] }
    var strand = Strand()
    strand.state = machine.tables.scopes[scope].start
    strand.phase = .entering
    strand.input = input
    strand.variables = [JSONValue?](repeating: nil, count: machine.tables.variables.names.count)
    strands.append(strand)
    enqueue(0)
    proceed(at: now, into: &effects)
  }

  /// Takes an answer, and goes on until everything waits.
  public mutating func resume(_ token: Token, with answer: consuming Answer, at now: Int64, into effects: inout [Effect]) {
    if !ready.isEmpty {
      post(token, answer)
      return proceed(at: now, into: &effects)
    }
    // It is alone, and need not stand in line.
    lastWait = transitionCount
    clock = now
    guard isAwaited(token), take(answer, Int(token.strand)) else { return }
    advance(Int(token.strand), machine.tables, at: now, into: &effects)
    if !ready.isEmpty { drain(at: now, into: &effects) }
  }

  /// Takes an answer that comes together with others; `proceed` goes on with all of them.
  public mutating func post(_ token: Token, _ answer: consuming Answer) {
    if isAwaited(token), take(answer, Int(token.strand)) { enqueue(Int(token.strand)) }
  }

  /// Goes on with the answers that were posted.
  public mutating func proceed(at now: Int64, into effects: inout [Effect]) {
    lastWait = transitionCount
    clock = now
    drain(at: now, into: &effects)
  }

  private mutating func isAwaited(_ token: Token) -> Bool {
    let index = Int(token.strand)
    return outcome == nil && strands.indices.contains(index) && strands[index].number == token.number
  }

  /// Ends it because its own time is over, if it still runs.
  public mutating func expire(into effects: inout [Effect]) {
    guard outcome == nil else { return }
    cancelAll(into: &effects)
    _ = record(.executionTimedOut, after: 0) { [] }
    end(.timedOut, into: &effects)
  }

  /// Stops it, if it still runs.
  public mutating func abort(into effects: inout [Effect]) {
    guard outcome == nil else { return }
    cancelAll(into: &effects)
    _ = record(.executionAborted, after: 0) { [] }
    end(.aborted, into: &effects)
  }

  mutating func enqueue(_ strand: Int) { ready.append((strand, strands[strand].number)) }

  private mutating func drain(at now: Int64, into effects: inout [Effect]) {
    let tables = machine.tables
    while readyHead < ready.count, outcome == nil {
      let (strand, number) = ready[readyHead]
      readyHead += 1
      guard strands[strand].number == number, strands[strand].phase != .free else { continue }
      advance(strand, tables, at: now, into: &effects)
    }
    ready.removeAll(keepingCapacity: true)
    readyHead = 0
  }

  /// Fails if there is no room for another state's event and that of the end, or if there were too many states without a wait.
  mutating func checkLimits(into effects: inout [Effect]) {
    if let limit = limits.events, eventCount + 1 >= limit {
      fail(error: "States.Runtime", cause: "The execution reached the maximum number of history events (\(limit)).", into: &effects)
    } else if transitionCount - lastWait > limits.statesAtOnce {
      fail(error: "States.Runtime", cause: "The execution entered \(limits.statesAtOnce) states without a wait.", into: &effects)
    }
  }

  /// A new wait of a strand; earlier tokens are void.
  mutating func newToken(_ strand: Int) -> Token {
    strands[strand].number &+= 1
    return Token(strand: Int32(strand), number: strands[strand].number)
  }

  mutating func token(_ strand: Int) -> Token { Token(strand: Int32(strand), number: strands[strand].number) }

  private mutating func cancelAll(into effects: inout [Effect]) {
    for strand in strands.indices { cancelWait(of: strand, into: &effects) }
  }

  mutating func end(_ outcome: Outcome, into effects: inout [Effect]) {
    self.outcome = outcome
    effects.append(.ended(outcome))
  }

  mutating func fail(error: String?, cause: String?, after previous: Int = 0, into effects: inout [Effect]) {
    cancelAll(into: &effects)
    _ = record(.executionFailed, after: previous) {
      [error.map { JSONValue.Member("error", .string($0)) }, cause.map { JSONValue.Member("cause", .string($0)) }].compactMap { $0 }
    }
    end(.failed(error: error, cause: cause), into: &effects)
  }
}
