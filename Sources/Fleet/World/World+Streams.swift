import Simulation
import Statistics
import Variates

/// Streams: what is written to them, and how their shards change.
extension World {
  /// Opens all streams with what is there at the start.
  mutating func openStreams() {
    for stream in 0..<UInt32(plan.streams.count) {
      streams.open(stream, shards: plan.streams[stream].shards, plan, at: agenda.now)
      armReshard(of: stream)
      for number in 0..<UInt64(plan.streams[stream].initial) { fill(stream, number) }
    }
  }

  /// Puts a record into a stream before the run.
  private mutating func fill(_ stream: UInt32, _ number: UInt64) {
    let number = Key.mix(plan.streams[stream].key &+ Salt.initialItem &+ number &* Key.ordinalStep)
    let source = plan.streams[stream].initialSource
    let isMeasured = agenda.now >= plan.measureFrom
    let item = items.insert(Item(number: number, source: source, payload: 0, at: agenda.now, isMeasured: isMeasured))
    if isMeasured { streams.states[stream].books.initial += 1 }
    let key = items.keyNumber(of: items.records[item], plan)
    hand(item, key, size: items.size(of: items.records[item], plan), to: streams.shard(of: key, in: stream), stream, isInitial: true)
  }

  /// Writes a record to a stream.
  ///
  /// - Returns: nil where it was taken; why not, where it stays the caller's.
  mutating func acceptRecord(_ item: UInt32, by stream: UInt32) -> Loss? {
    let record = items.records[item]
    let size = items.size(of: record, plan)
    if size > plan.streams[stream].maxRecordSize {
      if record.isMeasured { streams.states[stream].books.tooLarge += 1 }
      return .payloadTooLarge
    }
    if let loss = meetFaults(plan.streams[stream].faults) { return refuse(record, stream, loss) }
    if plan.streams[stream].followsDemand { followDemand(stream) }
    let key = items.keyNumber(of: record, plan)
    let shard = streams.shard(of: key, in: stream)
    guard streams.shards[shard].takeWrite(of: size, at: agenda.now) else {
      return refuse(record, stream, .throttle)
    }
    if plan.streams[stream].followsDemand { streams.states[stream].demand.count(bytes: size) }
    if record.isMeasured {
      let unit = plan.streams[stream].unitBytes
      streams.states[stream].books.accepted += 1
      streams.states[stream].books.bytes += size
      streams.states[stream].books.units += max(1, (size + unit - 1) / unit)
    }
    items.records[item].take(at: agenda.now)
    if !plan.streams[stream].keepsChain { items.records[item].hops = 0 }
    poison(item, plan.streams[stream].faults)
    hand(item, key, size: size, to: shard, stream)
    return nil
  }

  private mutating func refuse(_ record: Item, _ stream: UInt32, _ loss: Loss) -> Loss {
    if !record.isMeasured { return loss }
    if loss == .throttle { streams.states[stream].books.throttles += 1 } else { streams.states[stream].books.unavailable += 1 }
    return loss
  }

  /// Gives each consumer of a stream a record of its own.
  private mutating func hand(
    _ item: UInt32, _ key: UInt64, size: Int64, to shard: UInt32, _ stream: UInt32, isInitial: Bool = false
  ) {
    let (first, count) = (plan.streams[stream].firstConsumer, plan.streams[stream].consumers)
    items.records[item].size = size
    items.records[item].due = Int64(bitPattern: key)
    var isTaken = false
    for place in 0..<count {
      if isInitial && !plan.consumers[first + place].readsInitial { continue }
      // The last consumer gets the record itself, so that no copy is made for a single one.
      let own = place + 1 == count ? item : items.twin(item)
      if own == item { isTaken = true } else { items.records[own].due = Int64(bitPattern: key) }
      arrive(own, size: size, at: streams.shards[shard].firstReader + place, of: first + place)
    }
    if !isTaken { end(item, as: .done) }
  }

  @inline(__always)
  private mutating func arrive(_ item: UInt32, size: Int64, at reader: UInt32, of consumer: UInt32) {
    openRequests += 1
    streams.consumers[consumer].records.add(1, at: agenda.now)
    if items.records[item].isMeasured { streams.consumers[consumer].books.offered += 1 }
    items.append(item, to: &streams.readers[reader].unread)
    streams.readers[reader].unreadBytes += size
    if streams.readers[reader].stage == .idle { lookForMore(reader) }
  }

  // MARK: The number of shards

  private mutating func armReshard(of stream: UInt32) {
    let next = streams.states[stream].nextReshard
    if next == plan.streams[stream].reshards { return }
    let time = plan.reshards[plan.streams[stream].firstReshard + next].at
    if time < .never { _ = agenda.arm(Waiter(.reshard, stream), at: max(time, agenda.now)) }
  }

  /// Carries out the change of the number of shards that comes next.
  mutating func reshard(_ stream: UInt32) {
    let change = plan.reshards[plan.streams[stream].firstReshard + streams.states[stream].nextReshard]
    streams.states[stream].nextReshard += 1
    replaceShards(of: stream, by: change.shards)
    armReshard(of: stream)
  }

  /// Doubles the shards of a stream that follows demand as often as its past needs.
  private mutating func followDemand(_ stream: UInt32) {
    guard let needed = streams.states[stream].demand.advance(to: agenda.now, plan.streams[stream]) else { return }
    let present = UInt32(streams.states[stream].shards.level)
    var count = present
    while count < needed { count *= 2 }
    if count > present { replaceShards(of: stream, by: count) }
  }

  private mutating func replaceShards(of stream: UInt32, by count: UInt32) {
    let old = streams.generations[streams.states[stream].generation]
    streams.open(stream, shards: count, plan, at: agenda.now)
    for shard in old.first..<old.first + old.count {
      for place in 0..<plan.streams[stream].consumers { finishShard(streams.shards[shard].firstReader + place) }
    }
  }

  /// Lets the shards after a closed one be read, once its reader has finished it.
  mutating func finishShard(_ reader: UInt32) {
    closeWindows(of: reader)
    guard streams.drain(reader, plan) else { return }
    let shard = streams.shards[streams.readers[reader].shard]
    let generation = streams.generations[shard.generation]
    let next = streams.generations[generation.next]
    let place = reader - shard.firstReader
    for child in generation.children(of: shard.place, among: next.count) {
      let behind = streams.shards[next.first + child].firstReader + place
      streams.readers[behind].parents -= 1
      if streams.readers[behind].parents > 0 { continue }
      streams.readers[behind].stage = .idle
      lookForMore(behind)
      finishShard(behind)
    }
  }
}
