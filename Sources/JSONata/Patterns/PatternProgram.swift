/// One step of a compiled regular expression.
enum PatternStep: Sendable {
  case unit(UInt16)
  case set(UnitSet)
  case any
  /// Tries `first`, and `second` if that fails.
  case split(first: Int, second: Int)
  case jump(Int)
  /// Notes the position in a slot.
  case save(Int)
  /// Forgets what groups have matched.
  case forget(Range<Int>)
  case reference(Int)
  case start
  case end
  case boundary(Bool)
  /// Runs the steps after this one up to their `match` on their own, then goes on at `next`.
  case look(wanted: Bool, next: Int)
  /// Goes on only if the position has changed since it was saved in a slot.
  case progress(Int)
  case match
}

/// Turns a regular expression into steps.
struct PatternCompiler {
  /// Steps of one regular expression; counted repetitions are written out.
  private static let size = 20_000

  private(set) var steps: [PatternStep] = []
  /// Slots for positions: two for each group, one for each loop.
  private(set) var slots: Int
  private let names: [String: Int]
  /// Whether the steps run from the end to the begin, as in what must precede.
  private var isBackward = false
  /// For each step whether it runs backwards.
  private(set) var backward: [Bool] = []

  init(_ node: PatternNode, groups: Int, names: [String: Int]) throws(PatternFault) {
    slots = 2 * groups
    self.names = names
    emit(.save(0))
    try compile(node)
    emit(.save(1))
    emit(.match)
  }

  @discardableResult
  private mutating func emit(_ step: PatternStep) -> Int {
    steps.append(step)
    backward.append(isBackward)
    return steps.count - 1
  }

  private mutating func compile(_ node: PatternNode) throws(PatternFault) {
    if steps.count > PatternCompiler.size { throw PatternFault("the repetitions are too many") }
    switch node {
    case .empty: break
    case .unit(let unit): emit(.unit(unit))
    case .set(let set): emit(.set(set))
    case .any: emit(.any)
    case .start: emit(.start)
    case .end: emit(.end)
    case .boundary(let wanted): emit(.boundary(wanted))
    case .reference(let group): emit(.reference(group))
    case .namedReference(let name):
      guard let group = names[name] else { throw PatternFault("no group has the name \(name)") }
      emit(.reference(group))
    case .sequence(let parts):
      for part in isBackward ? parts.reversed() : parts { try compile(part) }
    case .choice(let branches): try compile(choice: branches)
    case .group(let inner, let number):
      emit(.save(2 * number + (isBackward ? 1 : 0)))
      try compile(inner)
      emit(.save(2 * number + (isBackward ? 0 : 1)))
    case .repetition(let inner, let least, let most, let greedy, let groups):
      try compile(inner, least, most, greedy, groups)
    case .look(let inner, let ahead, let wanted):
      let outer = isBackward
      let begin = emit(.match)
      isBackward = !ahead
      try compile(inner)
      emit(.match)
      isBackward = outer
      steps[begin] = .look(wanted: wanted, next: steps.count)
    }
  }

  private mutating func compile(choice branches: [PatternNode]) throws(PatternFault) {
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        try compile(branch)
        break
      }
      let split = emit(.match)
      try compile(branch)
      ends.append(emit(.match))
      steps[split] = .split(first: split + 1, second: steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func compile(
    _ inner: PatternNode, _ least: Int, _ most: Int?, _ greedy: Bool, _ groups: Range<Int>
  ) throws(PatternFault) {
    for _ in 0..<least { try turn(inner, groups) }
    guard let most else {
      let slot = slots
      slots += 1
      let split = emit(.match)
      emit(.save(slot))
      try turn(inner, groups)
      emit(.progress(slot))
      emit(.jump(split))
      steps[split] = branch(greedy, split + 1, steps.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(emit(.match))
      try turn(inner, groups)
    }
    for split in splits { steps[split] = branch(greedy, split + 1, steps.count) }
  }

  private mutating func turn(_ inner: PatternNode, _ groups: Range<Int>) throws(PatternFault) {
    if !groups.isEmpty { emit(.forget(groups)) }
    try compile(inner)
  }

  private func branch(_ greedy: Bool, _ into: Int, _ past: Int) -> PatternStep {
    greedy ? .split(first: into, second: past) : .split(first: past, second: into)
  }
}
