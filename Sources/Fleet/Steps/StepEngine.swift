import Simulation
import Variates

/// Carries out programs of steps: the state that instances keep between invocations, the strands of those that run, and the interpreter.
struct StepEngine: ~Copyable {
  /// What an instance keeps of a `once` step: from when, and until when, in nanoseconds.
  struct Kept: BitwiseCopyable {
    var from = Nanoseconds.never
    var until: Nanoseconds = 0
  }

  private let slots: Int
  private var kept = Table<Kept>()
  var strands = Arena<Strand>()
  /// What is counted of continued invocations, by function.
  var continuations: Table<ContinuationBooks>
  /// How many ends of strands stand inside one another, and how many may.
  var depth = 0
  static var mostDepth: Int { 16 }
  /// Whether a loop has gone on and on without time.
  private(set) var isStuck = false

  init(_ blueprint: Blueprint) {
    slots = Int(blueprint.functions.map(\.onceSlots).max() ?? 0)
    continuations = Table(blueprint.functions.map { _ in ContinuationBooks() })
  }

  /// Forgets what an instance kept.
  mutating func forget(_ instance: UInt32) {
    if slots == 0 { return }
    while kept.count < (Int(instance) + 1) * slots { kept.append(Kept()) }
    for slot in 0..<slots { kept[Int(instance) * slots + slot] = Kept() }
  }

  /// Carries out operations until the program ends, fails, forks or is out of time.
  ///
  /// - Parameters:
  ///   - walk: where to begin; where it stopped, afterwards.
  ///   - subject: what the steps are carried out for.
  ///   - base: the time from which the walk's elapsed time counts.
  ///   - limit: the elapsed time beyond which nothing has an effect.
  ///   - computeLimit: the computing time beyond which the program fails.
  @inline(__always)
  mutating func advance(
    _ walk: inout Walk, _ subject: StepSubject, _ plan: Plan, base: Nanoseconds, limit: Nanoseconds,
    computeLimit: Nanoseconds
  ) -> WalkEnd {
    while true {
      let operation = plan.operations.row(walk.place)
      if operation.value.kind == .compute {
        let draw = Draw(subject.key &+ operation.value.salt &+ walk.visit)
        var time = plan.samplers.nanoseconds(operation.value.sampler, draw)
        let conversion = operation.value.detail
        if conversion != 0 { time = plan.conversions[conversion &- 1].time(time) }
        walk.elapsed &+= time
        walk.computed &+= time
        walk.place &+= 1
        if walk.elapsed > limit || walk.computed > computeLimit {
          return stop(&walk, in: time, limit: limit, computeLimit: computeLimit)
        }
      } else if operation.value.kind == .end {
        return .finished
      } else if let end = carryOut(&walk, subject, plan, base: base, limit: limit, computeLimit: computeLimit) {
        return end
      }
    }
  }

  /// Ends a walk at the limit that it reached first, and takes back what was computed beyond it.
  ///
  /// - Parameter computing: how long the last step computed.
  @inline(never)
  private func stop(_ walk: inout Walk, in computing: Nanoseconds, limit: Nanoseconds, computeLimit: Nanoseconds) -> WalkEnd {
    let (late, excess) = (walk.elapsed - limit, walk.computed - computeLimit)
    if excess > 0 && excess >= late {
      // What parallel branches have computed together may lie beyond the limit before the step does.
      walk.elapsed -= min(excess, computing)
      walk.computed = computeLimit
      return .failed
    }
    walk.computed -= min(late, computing)
    return .cut
  }

  @inline(never)
  private mutating func carryOut(
    _ walk: inout Walk, _ subject: StepSubject, _ plan: Plan, base: Nanoseconds, limit: Nanoseconds, computeLimit: Nanoseconds
  ) -> WalkEnd? {
    let operation = plan.operations[walk.place]
    let draw = Draw(subject.key &+ operation.salt &+ walk.visit)
    var computing: Nanoseconds = 0
    walk.place += 1
    switch operation.kind {
    case .compute, .end: preconditionFailure("carried out by advance")
    case .computeRecorded:
      computing = recordedDuration(subject, plan)
      walk.elapsed += computing
      walk.computed += computing
    case .wait: walk.elapsed += plan.samplers.nanoseconds(operation.sampler, draw)
    case .chance, .kind, .size: if !isChosen(operation, draw, subject, plan) { walk.place = operation.target }
    case .jump: walk.place = operation.target
    case .repeatBegin:
      let isContinued = operation.detail != 0 && subject.rest.left > 0
      let times = isContinued ? subject.rest.left : plan.samplers.count(operation.sampler, draw)
      if isContinued {
        walk.openLoop(times, done: subject.rest.done)
      } else if times == 0 {
        walk.place = operation.target
      } else {
        walk.openLoop(times)
      }
    case .repeatEnd:
      if walk.nextPass() { walk.place = operation.target }
      if walk.passesAtOnce > Run.mostEventsAtOnce {
        isStuck = true
        return .cut
      }
    case .remaining: if limit - walk.elapsed > operation.bytes { walk.place = operation.target }
    case .claimed: if subject.claim != operation.detail { walk.place = operation.target }
    case .fork, .split:
      walk.place -= 1
      return .forked
    case .hop:
      walk.place -= 1
      return .meets
    case .itemsBegin, .itemsEnd:
      // A request by itself is the one item that it has.
      if subject.isOfBatch {
        walk.place -= 1
        return .meets
      }
    case .branchEnd: return .finished
    case .onceBegin: if keeps(operation.detail, subject.instance, at: base + walk.elapsed) { walk.place = operation.target }
    case .onceEnd: keep(operation, subject.instance, at: base + walk.elapsed)
    case .fail:
      if fails(operation, draw, subject) {
        walk.error = UInt16(truncatingIfNeeded: operation.detail)
        return handleFailure(operation.target, operation.depth, &walk)
      }
    }
    if walk.elapsed <= limit && walk.computed <= computeLimit { return nil }
    return stop(&walk, in: computing, limit: limit, computeLimit: computeLimit)
  }

  /// Goes to where a failure is handled, leaving the loops inside; says so where it is not.
  func handleFailure(_ target: UInt32, _ depth: UInt8, _ walk: inout Walk) -> WalkEnd? {
    if target == Operation.nowhere { return .failed }
    walk.place = target
    while walk.depth > depth { walk.closeLoop() }
    return nil
  }

  private func isChosen(_ operation: Operation, _ start: Draw, _ subject: StepSubject, _ plan: Plan) -> Bool {
    var draw = start
    switch operation.kind {
    case .chance: return draw.uniform() < operation.share
    case .kind:
      if subject.kind != Item.noKind { return subject.kind == operation.detail }
      guard let kinds = plan.sources[subject.source].kinds else { return false }
      return plan.samplers.count(kinds, Draw(subject.item &+ Salt.itemKind)) == operation.detail
    default:
      if subject.size >= 0 { return subject.size <= operation.bytes }
      return plan.samplers.nanoseconds(plan.sources[subject.source].size, Draw(subject.item &+ Salt.itemSize)) <= operation.bytes
    }
  }

  private func recordedDuration(_ subject: StepSubject, _ plan: Plan) -> Nanoseconds {
    let first = plan.sources[subject.source].durations
    return first == .max ? 0 : plan.durations[Int(first) + Int(subject.payload)]
  }

  private func fails(_ operation: Operation, _ start: Draw, _ subject: StepSubject) -> Bool {
    var draw = operation.isSticky ? Draw(subject.item &+ operation.salt) : start
    return draw.uniform() < operation.share
  }

  private func keeps(_ slot: UInt32, _ instance: UInt32, at time: Nanoseconds) -> Bool {
    let state = kept[Int(instance) * slots + Int(slot)]
    return state.from <= time && time < state.until
  }

  /// Of two requests that fetch the same at one time, the one that has it first counts.
  private mutating func keep(_ operation: Operation, _ instance: UInt32, at time: Nanoseconds) {
    let place = Int(instance) * slots + Int(operation.detail)
    if kept[place].from <= time && time < kept[place].until { return }
    kept[place] = Kept(from: time, until: operation.bytes == .max ? .max : time + operation.bytes)
  }
}
