import Simulation
import Statistics

/// All queues and the mappings by which they drive functions: the state of this folder.
struct QueueTable: ~Copyable {
  var states: Table<QueueState>
  var mappings: Table<MappingState>
  var receipts = Arena<Receipt>()
  var groups = GroupTable()
  private var calls = Table<TokenBucket>()
  private var messages = Table<TokenBucket>()
  /// How many polls stand inside one another at present, and from how many on one waits for an event of its own.
  var depth = 0
  static var mostDepth: Int { 8 }
  /// Whether the messages that are sent share calls, how many have been sent so, and the bytes in the last call.
  private var sharesCalls = false
  private var sentInCall: UInt32 = 0
  private var bytesInCall: Int64 = 0
  /// The mappings in the order of their queues.
  let order: Table<UInt32>

  init(_ blueprint: Blueprint) {
    states = Table(blueprint.queues.map { _ in QueueState() })
    mappings = Table(blueprint.mappings.map(MappingState.init))
    var order = Table<UInt32>()
    for queue in blueprint.queues.indices {
      states[queue].firstMapping = UInt32(order.count)
      for (index, mapping) in blueprint.mappings.enumerated() where mapping.queue == queue {
        precondition(mapping.visibility > mapping.window, "\(mapping.visibility) ns hidden for a window of \(mapping.window) ns")
        order.append(UInt32(index))
        states[queue].mappings += 1
      }
      states[queue].firstBucket = UInt32(calls.count)
      guard let bucket = blueprint.queues[queue].calls, let volume = blueprint.queues[queue].messages else { continue }
      for _ in 0..<blueprint.queues[queue].partitions {
        calls.append(bucket)
        messages.append(volume)
      }
    }
    self.order = order
  }

  /// Whether a queue has messages that may be received.
  @inline(__always)
  func hasMessages(_ queue: UInt32) -> Bool {
    !states[queue].waiting.isEmpty || !states[queue].returned.isEmpty || !states[queue].quiet.isEmpty || !states[queue].busy.isEmpty
  }

  // MARK: Calls that send

  /// Lets messages that are sent from now on share calls, as many in each as go into one.
  mutating func beginCalls() { (sharesCalls, sentInCall, bytesInCall) = (true, 0, 0) }

  mutating func endCalls() { (sharesCalls, sentInCall) = (false, 0) }

  /// Whether the next message that is sent begins a call.
  func beginsCall(_ queue: UInt32, _ plan: Plan) -> Bool { !sharesCalls || sentInCall % plan.queues[queue].callSize == 0 }

  /// Counts a message that is sent.
  mutating func countSend(_ queue: UInt32, bytes: Int64, isMeasured: Bool, _ plan: Plan) {
    let isNew = beginsCall(queue, plan)
    let before = isNew ? 0 : bytesInCall
    bytesInCall = before + bytes
    if sharesCalls { sentInCall += 1 }
    if !isMeasured { return }
    let known = isNew ? 0 : plan.queues[queue].requests(of: before)
    states[queue].books.requests.sends += plan.queues[queue].requests(of: before + bytes) - known
  }

  /// Takes what sending a message needs of a queue's limits.
  ///
  /// - Parameter key: the number of the message's key.
  mutating func takeSend(_ queue: UInt32, key: UInt64, isNewCall: Bool, _ plan: Plan, at now: Nanoseconds) -> Bool {
    let bucket = states[queue].firstBucket + UInt32(truncatingIfNeeded: key % UInt64(plan.queues[queue].partitions))
    if isNewCall && !calls[bucket].hasToken(at: now) { return false }
    guard messages[bucket].take(at: now) else { return false }
    return !isNewCall || calls[bucket].take(at: now)
  }

  // MARK: Invocations at a time

  /// Brings what a mapping allows itself up to date: what it had more than it starts with is given up after a time without need.
  mutating func settle(_ mapping: UInt32, _ plan: Plan, at now: Nanoseconds) {
    let state = mappings[mapping]
    let (start, least, idleAfter) = (plan.mappings[mapping].start, plan.mappings[mapping].least, plan.mappings[mapping].idleAfter)
    if idleAfter == .never || state.limit <= least || state.slots > start { return }
    if state.limit > start && now - state.aboveAt >= idleAfter { setLimit(mapping, start, plan, at: state.aboveAt + idleAfter) }
    if state.slots == 0 && now - state.receivedAt >= 2 * idleAfter { setLimit(mapping, min(start, least), plan, at: now) }
  }

  private mutating func setLimit(_ mapping: UInt32, _ limit: Int64, _ plan: Plan, at now: Nanoseconds) {
    let more = plan.mappings[mapping].pollers(for: limit) - plan.mappings[mapping].pollers(for: mappings[mapping].limit)
    if more != 0 { mappings[mapping].pollers.add(more, at: now) }
    mappings[mapping].limit = limit
  }

  /// Adds an invocation at a time.
  mutating func grow(_ mapping: UInt32, _ plan: Plan, at now: Nanoseconds) {
    mappings[mapping].aboveAt = now
    setLimit(mapping, mappings[mapping].limit + 1, plan, at: now)
  }

  /// Lets a mapping allow itself fewer invocations at a time, after an error or throttle.
  mutating func backOff(_ mapping: UInt32, _ plan: Plan, at now: Nanoseconds) {
    let share = plan.mappings[mapping].backOff
    if share >= 1 || now - plan.mappings[mapping].backOffEvery < mappings[mapping].backedOffAt { return }
    settle(mapping, plan, at: now)
    mappings[mapping].backedOffAt = now
    let limit = mappings[mapping].limit
    setLimit(mapping, min(limit, max(plan.mappings[mapping].least, Int64(Double(limit) * share))), plan, at: now)
  }

  /// Counts a batch more or less.
  @inline(__always)
  mutating func addSlot(_ step: Int64, _ mapping: UInt32, _ plan: Plan, at now: Nanoseconds) {
    let slots = mappings[mapping].slots
    mappings[mapping].slots = slots + step
    if max(slots, slots + step) > plan.mappings[mapping].start { mappings[mapping].aboveAt = now }
  }

  // MARK: Polls

  /// Counts the polls of a mapping that found nothing, up to a time at which one finds something.
  ///
  /// Each poller that has nothing else to do asks again whenever its last poll has ended.
  @inline(__always)
  mutating func countEmptyPolls(_ mapping: UInt32, _ plan: Plan, at now: Nanoseconds) {
    let gap = now - mappings[mapping].polledSince
    if gap >= plan.mappings[mapping].longPoll { countEmptyPolls(mapping, of: gap, plan) }
    mappings[mapping].polledSince = now
  }

  @inline(never)
  private mutating func countEmptyPolls(_ mapping: UInt32, of gap: Nanoseconds, _ plan: Plan) {
    let (state, rules) = (mappings[mapping], plan.mappings[mapping])
    let pollers = rules.perPoller > 0 ? rules.pollers(for: state.limit) : min(state.limit, rules.idlePollers)
    let idle = pollers - (rules.perPoller > 0 ? rules.pollers(for: state.slots) : state.slots)
    if idle > 0 { states[rules.queue].books.requests.emptyReceives += idle * (gap / rules.longPoll) }
  }

  /// When a mapping with pollers of its own may poll next: now, or later.
  ///
  /// A second's worth of polls and bytes may come at once.
  func nextPoll(_ mapping: UInt32, at now: Nanoseconds) -> Nanoseconds { max(now, mappings[mapping].polledUpTo - .second) }

  /// Notes a poll of pollers that are set aside.
  mutating func notePoll(_ mapping: UInt32, bytes: Int64, polls: Int64, _ plan: Plan, at now: Nanoseconds) {
    let rules = plan.mappings[mapping]
    let time = max(polls * rules.pollTime, Nanoseconds(Double(bytes) / 1_048_576 * Double(rules.megabyteTime)))
    mappings[mapping].polledUpTo = max(mappings[mapping].polledUpTo, now) + time / max(rules.pollers(for: mappings[mapping].limit), 1)
  }

  // MARK: Hidden batches

  /// Puts a batch behind those that come back before it.
  @inline(__always)
  mutating func hide(_ receipt: UInt32, _ mapping: UInt32) {
    let last = mappings[mapping].lastHidden
    receipts[receipt].previous = last
    receipts[receipt].next = Receipt.none
    if last == Receipt.none { mappings[mapping].firstHidden = receipt } else { receipts[last].next = receipt }
    mappings[mapping].lastHidden = receipt
  }

  /// Takes a batch out of the hidden ones.
  @inline(__always)
  mutating func unhide(_ receipt: UInt32) {
    let (mapping, previous, next) = (receipts[receipt].mapping, receipts[receipt].previous, receipts[receipt].next)
    if previous == Receipt.none { mappings[mapping].firstHidden = next } else { receipts[previous].next = next }
    if next == Receipt.none { mappings[mapping].lastHidden = previous } else { receipts[next].previous = previous }
  }

  /// Puts a batch in the place of another among the hidden ones.
  mutating func replace(_ receipt: UInt32, by other: UInt32) {
    let (mapping, previous, next) = (receipts[receipt].mapping, receipts[receipt].previous, receipts[receipt].next)
    (receipts[other].previous, receipts[other].next) = (previous, next)
    if previous == Receipt.none { mappings[mapping].firstHidden = other } else { receipts[previous].next = other }
    if next == Receipt.none { mappings[mapping].lastHidden = other } else { receipts[next].previous = other }
  }
}
