import Simulation
import Statistics
import Variates

/// All streams: the state of this folder.
struct StreamTable: ~Copyable {
  var states: Table<StreamState>
  var consumers: Table<ConsumerState>
  var shards = Table<Shard>()
  var generations = Table<ShardGeneration>()
  var readers = Table<ShardReader>()
  var parts = Table<ShardPart>()
  var ranges = Arena<BatchRange>()

  init(_ blueprint: Blueprint) {
    states = Table(blueprint.streams.map { _ in StreamState() })
    consumers = Table(blueprint.consumers.map { _ in ConsumerState() })
  }

  // MARK: Shards

  /// Opens shards for a stream in place of those that are open.
  mutating func open(_ stream: UInt32, shards count: UInt32, _ plan: Plan, at now: Nanoseconds) {
    let old = generations.count == 0 || states[stream].shards.level == 0 ? ShardGeneration.none : states[stream].generation
    let new = UInt32(generations.count)
    generations.append(ShardGeneration(first: UInt32(shards.count), count: count))
    if old != ShardGeneration.none { generations[old].next = new }
    for place in 0..<count { openShard(stream, new, place, after: old, plan, at: now) }
    states[stream].generation = new
    states[stream].shards.add(Int64(count) - states[stream].shards.level, at: now)
  }

  private mutating func openShard(
    _ stream: UInt32, _ generation: UInt32, _ place: UInt32, after old: UInt32, _ plan: Plan, at now: Nanoseconds
  ) {
    let rules = plan.streams[stream]
    let index = UInt32(shards.count)
    var shard = Shard(stream: stream, generation: generation, place: place, firstReader: UInt32(readers.count))
    shard.records = Self.bucket(rules.writeRecords)
    shard.bytes = Self.bucket(rules.writeBytes)
    shard.calls = Self.bucket(rules.readCalls)
    shards.append(shard)
    for place in 0..<rules.consumers {
      let consumer = rules.firstConsumer + place
      var draw = Draw(readerKey(index, consumer, plan) &+ Salt.pollPhase)
      let phase = Nanoseconds(draw.uniform() * Double(rules.pollEvery))
      var reader = ShardReader(
        shard: index, consumer: consumer, polledAt: now + phase - rules.pollEvery, firstPart: UInt32(parts.count))
      if old != ShardGeneration.none { reader.parents = undrainedParents(of: index, old, place) }
      if reader.parents == 0 { reader.stage = .idle }
      for _ in 0..<plan.consumers[consumer].parts { parts.append(ShardPart(reader: UInt32(readers.count))) }
      readers.append(reader)
    }
  }

  private static func bucket(_ rate: Int64) -> TokenBucket? { rate == .max ? nil : .perSecond(rate) }

  /// How many shards of the generation before share keys with a shard and have not been finished by a consumer.
  private func undrainedParents(of shard: UInt32, _ old: UInt32, _ consumer: UInt32) -> UInt32 {
    let (place, count) = (shards[shard].place, generations[shards[shard].generation].count)
    var undrained: UInt32 = 0
    for parent in ShardGeneration.overlap(place, of: count, among: generations[old].count) {
      let reader = shards[generations[old].first + parent].firstReader + consumer
      if readers[reader].stage != .drained { undrained += 1 }
    }
    return undrained
  }

  /// The number from which a reader's draws derive.
  func readerKey(_ shard: UInt32, _ consumer: UInt32, _ plan: Plan) -> UInt64 {
    let ordinal = UInt64(shards[shard].generation) &<< 32 | UInt64(shards[shard].place)
    return Key.mix(plan.consumers[consumer].key &+ ordinal &* Key.ordinalStep)
  }

  /// The shard that takes a key.
  @inline(__always)
  func shard(of key: UInt64, in stream: UInt32) -> UInt32 {
    let generation = generations[states[stream].generation]
    return generation.first + UInt32(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(generation.count)).high)
  }

  /// Whether a shard takes nothing in any more.
  func isClosed(_ shard: UInt32) -> Bool { generations[shards[shard].generation].next != ShardGeneration.none }

  /// Ends a reader that has finished a closed shard.
  ///
  /// - Returns: whether it had nothing left and so is at its end now.
  mutating func drain(_ reader: UInt32, _ plan: Plan) -> Bool {
    let state = readers[reader]
    guard state.stage == .idle, state.unread.isEmpty, state.inParts == 0, isClosed(state.shard) else { return false }
    for part in state.firstPart..<state.firstPart + plan.consumers[state.consumer].parts where parts[part].openWindow >= 0 { return false }
    readers[reader].stage = .drained
    return true
  }

  // MARK: Parts

  /// The part of a reader that has the records of a key.
  @inline(__always)
  func part(of key: UInt64, _ reader: ShardReader, _ parts: UInt32) -> UInt32 {
    if parts == 1 { return reader.firstPart }
    // Mixed again: the high bits have chosen the shard.
    return reader.firstPart + UInt32(truncatingIfNeeded: Key.mix(key).multipliedFullWidth(by: UInt64(parts)).high)
  }

  /// Whether a part of a reader can take records at once.
  func hasFreePart(_ reader: UInt32, _ plan: Plan) -> Bool {
    let first = readers[reader].firstPart
    for part in first..<first + plan.consumers[readers[reader].consumer].parts {
      if parts[part].stage == .idle || parts[part].stage == .gathering { return true }
    }
    return false
  }

  /// Puts a range of a part before those that it has for later.
  mutating func push(_ range: BatchRange, to part: UInt32) {
    var range = range
    range.below = parts[part].later
    parts[part].later = ranges.insert(range)
  }

  /// Takes the range of a part that comes next.
  mutating func popRange(of part: UInt32) -> BatchRange? {
    let index = parts[part].later
    if index == BatchRange.none { return nil }
    let range = ranges[index]
    parts[part].later = range.below
    ranges.remove(index)
    return range
  }

  /// Counts a part as waiting with a failed batch, or as not.
  mutating func setBlocked(_ part: UInt32, _ isBlocked: Bool, at now: Nanoseconds) {
    if parts[part].blocked.runs == isBlocked { return }
    if isBlocked { parts[part].blocked.start(at: now) } else { parts[part].blocked.stop(at: now) }
    consumers[readers[parts[part].reader].consumer].blocked.add(isBlocked ? 1 : -1, at: now)
  }
}
