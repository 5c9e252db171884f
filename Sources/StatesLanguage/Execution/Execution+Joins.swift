internal import Documents

/// Branches and items: their strands, and what waits for them.
extension Execution {
  /// In place of a join: the branches or items have failed.
  static let failedJoin = -2

  mutating func newStrand() -> Int {
    if let free = freeStrands.popLast() { return free }
    strands.append(Strand())
    return strands.count - 1
  }

  private mutating func newJoin(_ join: Join) -> Int {
    if let free = freeJoins.popLast() {
      joins[free] = join
      return free
    }
    joins.append(join)
    return joins.count - 1
  }

  private mutating func release(strand: Int) {
    let number = strands[strand].number
    strands[strand] = Strand()
    strands[strand].number = number &+ 1
    freeStrands.append(strand)
  }

  private mutating func release(joinOf strand: Int) {
    let join = strands[strand].join
    joins[join] = Join()
    freeJoins.append(join)
    strands[strand].join = -1
  }

  /// Starts the branches of a Parallel.
  mutating func fork(_ strand: Int, _ state: Int, _ parallel: Int, at now: Int64) throws(Failure) {
    let input = try effectiveInput(strand, state)
    let branches = machine.tables.parallels[parallel].branches
    record(.parallelStarted, strand) { [] }
    var join = Join()
    join.results = [JSONValue?](repeating: nil, count: branches.count)
    join.running = branches.count
    join.next = branches.count
    strands[strand].join = newJoin(join)
    strands[strand].phase = .joining
    for (index, scope) in branches.enumerated() {
      let item = strands[strand].item
      start(strand, index, scope, input, item, after: strands[strand].previous)
    }
  }

  private mutating func start(_ parent: Int, _ index: Int, _ scope: Int, _ input: JSONValue, _ item: Strand.Item?, after previous: Int) {
    let strand = newStrand()
    strands[strand].parent = parent
    strands[strand].index = index
    strands[strand].state = machine.tables.scopes[scope].start
    strands[strand].input = input
    strands[strand].variables = strands[parent].variables
    strands[strand].item = item
    strands[strand].previous = previous
    strands[strand].phase = .entering
    enqueue(strand)
  }

  /// Starts items as long as there are some and more may run.
  mutating func launch(_ strand: Int, after previous: Int, into effects: inout [Effect]) {
    let number = strands[strand].join
    let (tables, state) = (machine.tables, strands[strand].state)
    let map = tables.maps[joins[number].map]
    while joins[number].running < joins[number].limit, joins[number].next < joins[number].inputs.count {
      let index = joins[number].next
      let input = joins[number].inputs[index]
      joins[number].inputs[index] = .null
      joins[number].next += 1
      joins[number].running += 1
      if map.isDistributed {
        let child = newStrand()
        strands[child].parent = strand
        strands[child].index = index
        strands[child].phase = .child
        effects.append(
          .runChild(
            ChildRequest(token: newToken(child), scope: map.scope, input: input, index: index, isExpress: map.isExpress)))
      } else {
        let event = record(.iterationStarted, after: previous) { Execution.iteration(tables, state, index) }
        start(strand, index, map.scope, input, Strand.Item(index: index, value: joins[number].items[index]), after: event)
      }
    }
  }

  private static func iteration(_ tables: StateMachine.Tables, _ state: Int, _ index: Int) -> [JSONValue.Member] {
    [JSONValue.Member("name", .string(tables.states[state].name)), JSONValue.Member("index", .integer(Int64(index)))]
  }

  /// A branch or iteration has ended well.
  mutating func succeed(_ strand: Int, _ output: JSONValue, into effects: inout [Effect]) {
    let (parent, index) = (strands[strand].parent, strands[strand].index)
    let previous = strands[strand].previous
    let join = strands[parent].join
    joins[join].results[index] = output
    joins[join].running -= 1
    var last = previous
    let isMap = joins[join].map >= 0
    let (tables, state) = (machine.tables, strands[parent].state)
    if isMap { last = record(.iterationSucceeded, after: previous) { Execution.iteration(tables, state, index) } }
    release(strand: strand)
    if isMap, joins[join].next < joins[join].inputs.count {
      launch(parent, after: previous, into: &effects)
    } else if joins[join].running == 0 {
      strands[parent].previous = last
      enqueue(parent)
    }
  }

  /// A child execution has ended.
  mutating func finishChild(_ strand: Int, into effects: inout [Effect]) {
    let (parent, index) = (strands[strand].parent, strands[strand].index)
    let join = strands[parent].join
    let answer = strands[strand].answer
    release(strand: strand)
    joins[join].running -= 1
    if case .succeeded(let output) = answer {
      joins[join].results[index] = output
    } else {
      joins[join].failures += 1
    }
    if joins[join].failures > joins[join].tolerated {
      let cause = "The specified tolerated failure threshold was exceeded"
      return failMap(parent, Failure(reason: .toleratedFailures, cause: cause), into: &effects)
    }
    if joins[join].next < joins[join].inputs.count {
      launch(parent, after: 0, into: &effects)
    } else if joins[join].running == 0 {
      enqueue(parent)
    }
  }

  private mutating func failMap(_ strand: Int, _ failure: Failure, into effects: inout [Effect]) {
    for child in strands.indices where strands[child].parent == strand { cancelWait(of: child, into: &effects) }
    release(joinOf: strand)
    recordRunFailure(strand, failure)
    strands[strand].failure = failure
    enqueue(strand)
  }

  /// A Map run has failed, and its state with it.
  mutating func recordRunFailure(_ strand: Int, _ failure: Failure) {
    strands[strand].join = Execution.failedJoin
    let name = failure.name(conventions)
    record(.runFailed, strand) {
      [JSONValue.Member("error", .string(name ?? "")), JSONValue.Member("cause", .string(failure.cause ?? ""))]
    }
  }

  /// A branch or iteration has failed: its siblings end, and the state that waits for them fails.
  mutating func failJoin(of strand: Int, _ failure: Failure, into effects: inout [Effect]) {
    let parent = strands[strand].parent
    let previous = strands[strand].previous
    abortChildren(of: parent, failed: strand, after: previous, into: &effects)
    release(joinOf: parent)
    strands[parent].join = Execution.failedJoin
    strands[parent].previous = previous
    strands[parent].failure = failure
    enqueue(parent)
  }

  private mutating func abortChildren(of parent: Int, failed: Int, after previous: Int, into effects: inout [Effect]) {
    let isMap = joins[strands[parent].join].map >= 0
    let (tables, state) = (machine.tables, strands[parent].state)
    let children = strands.indices.filter { strands[$0].parent == parent && strands[$0].phase != .free }
    for child in children.sorted(by: { strands[$0].index < strands[$1].index }) {
      let index = strands[child].index
      if strands[child].join >= 0 { abortChildren(of: child, failed: -1, after: previous, into: &effects) }
      if isMap {
        _ = record(child == failed ? .iterationFailed : .iterationAborted, after: previous) { Execution.iteration(tables, state, index) }
      }
      let kind = machine.tables.states[strands[child].state].kind
      let hasEntered = ![.entering, .stepping].contains(strands[child].phase) || child == failed
      if hasEntered, strands[child].phase != .child, kind.word != .fail, kind.word != .succeed {
        _ = record(.aborted(kind.word), after: previous) { [] }
      }
      if strands[child].join >= 0 { release(joinOf: child) }
      cancelWait(of: child, into: &effects)
    }
  }

  /// Ends a strand and what it waits for.
  mutating func cancelWait(of strand: Int, into effects: inout [Effect]) {
    switch strands[strand].phase {
    case .task, .stepping, .waiting, .backingOff, .reading, .writing, .child:
      if strands[strand].answer == nil { effects.append(.cancel(token(strand))) }
    case .free: return
    case .entering, .retrying, .joining: break
    }
    release(strand: strand)
  }
}

extension Execution {
  /// Goes on with a Map or Parallel whose branches or items have ended, or whose data have come.
  mutating func goOn(
    _ strand: Int, _ state: Int, _ phase: Strand.Phase, at now: Int64, into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    if let failure = strands[strand].failure {
      strands[strand].failure = nil
      throw failure
    }
    if phase == .reading { return try takeItems(strand, state, into: &effects) }
    if phase == .writing { return try takeWritten(strand, state, into: &effects) }
    let join = joins[strands[strand].join]
    // Items of a distributed Map whose failure was tolerated have no result.
    let results = JSONValue.array(join.results.compactMap { $0 })
    release(joinOf: strand)
    guard case .map(let map) = machine.tables.states[state].kind else {
      _ = record(.parallelSucceeded, after: strands[strand].previous) { [] }
      return try finish(strand, state, results, into: &effects)
    }
    if let writer = machine.tables.maps[map].writer {
      try beginWriting(strand, state, writer, results, into: &effects)
      return false
    }
    return try finishMap(strand, state, map, results, into: &effects)
  }

  /// Records the success of a Map, which its exit does not follow, and leaves it.
  mutating func finishMap(
    _ strand: Int, _ state: Int, _ map: Int, _ results: JSONValue, into effects: inout [Effect]
  ) throws(Failure) -> Bool {
    if machine.tables.maps[map].isDistributed { record(.runSucceeded, strand) { [] } }
    _ = record(.mapSucceeded, after: strands[strand].previous) { [] }
    return try finish(strand, state, results, into: &effects)
  }

  mutating func beginJoin(_ strand: Int, _ join: Join) {
    strands[strand].join = newJoin(join)
    strands[strand].phase = .joining
  }
}
