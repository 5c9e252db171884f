import Simulation
import Variates

/// How records come from a shard to those who work on them: by polls that all consumers share, or by a push of a consumer's own.
extension World {
  /// Sees to it that what a reader has before it is read.
  ///
  /// - Precondition: The reader is idle.
  mutating func lookForMore(_ reader: UInt32) {
    let state = streams.readers[reader]
    if state.unread.isEmpty { return }
    if plan.consumers[state.consumer].push != nil { return push(reader) }
    let period = plan.streams[streams.shards[state.shard].stream].pollEvery
    armPoll(reader, at: state.nextPoll(every: period, at: agenda.now))
  }

  private mutating func armPoll(_ reader: UInt32, at time: Nanoseconds) {
    streams.readers[reader].stage = .polling
    _ = agenda.arm(Waiter(.shardReader, reader), at: time)
  }

  /// Goes on with a reader whose event has come.
  mutating func goOnReading(_ reader: UInt32) {
    if streams.readers[reader].stage == .polling { return pollShard(reader) }
    let consumer = streams.readers[reader].consumer
    if plan.consumers[consumer].push != nil { return takePushed(reader) }
    hand(streams.readers[reader].answer, of: reader, after: 0)
    // What did not fit into the answer is read at once, what came later at the usual pace.
    let rest = streams.readers[reader].unread.first
    let isBehind = rest != Item.none && items.records[rest].since <= streams.readers[reader].polledAt
    if isBehind {
      armPoll(reader, at: agenda.now)
    } else {
      streams.readers[reader].stage = .idle
      lookForMore(reader)
    }
    finishShard(reader)
  }

  /// Polls, or waits until the shard gives something again.
  private mutating func pollShard(_ reader: UInt32) {
    let now = agenda.now
    let state = streams.readers[reader]
    let rules = plan.streams[streams.shards[state.shard].stream]
    let givesFrom = streams.shards[state.shard].givesFrom
    if givesFrom > now { return armPoll(reader, at: givesFrom) }
    if let end = outageEnd(rules.faults) { return armPoll(reader, at: end) }
    if streams.shards[state.shard].calls != nil {
      let wait = streams.shards[state.shard].calls!.wait(at: now)
      if wait > 0 { return armPoll(reader, at: now + wait) }
      _ = streams.shards[state.shard].calls!.take(at: now)
    }
    let bytes = cutAnswer(reader, records: rules.answerRecords, bytes: rules.answerBytes, until: now)
    streams.shards[state.shard].givesFrom = Self.time(of: bytes, rules.readBytes, from: now)
    streams.readers[reader].polledAt = now
    count(readOf: bytes, state.consumer)
    let draw = Draw(streams.readerKey(state.shard, state.consumer, plan) &+ Salt.read &+ state.reads &* Key.visitStep)
    streams.readers[reader].stage = .reading
    _ = agenda.arm(Waiter(.shardReader, reader), at: now + plan.samplers.nanoseconds(rules.overhead, draw))
  }

  /// When bytes have gone through at a rate.
  private static func time(of bytes: Int64, _ rate: Int64, from now: Nanoseconds) -> Nanoseconds {
    if rate == .max { return now }
    let (product, remainder) = (bytes / rate, bytes % rate)
    return now + product * .second + Nanoseconds(Double(remainder) / Double(rate) * Double(Nanoseconds.second))
  }

  private mutating func count(readOf bytes: Int64, _ consumer: UInt32) {
    if agenda.now < plan.measureFrom || agenda.now >= plan.arrivalsEnd { return }
    streams.consumers[consumer].books.reads += 1
    streams.consumers[consumer].books.bytes += bytes
  }

  /// Takes records that were written until a time, at least one, and as many as an answer holds.
  ///
  /// - Returns: their bytes.
  private mutating func cutAnswer(_ reader: UInt32, records most: UInt32, bytes mostBytes: Int64, until: Nanoseconds) -> Int64 {
    let unread = streams.readers[reader].unread
    let unreadBytes = streams.readers[reader].unreadBytes
    streams.readers[reader].reads += 1
    if unread.count <= most && unreadBytes <= mostBytes && items.records[unread.last].sentAt <= until {
      streams.readers[reader].answer = unread
      streams.readers[reader].unread = ItemList()
      streams.readers[reader].unreadBytes = 0
      return unreadBytes
    }
    var cut = ItemList(first: unread.first, last: unread.first, count: 1)
    var bytes = items.records[unread.first].size
    while cut.count < most {
      let next = items.records[cut.last].next
      if next == Item.none || items.records[next].sentAt > until || bytes + items.records[next].size > mostBytes { break }
      bytes += items.records[next].size
      cut.last = next
      cut.count += 1
    }
    streams.readers[reader].unread = items.cut(unread, behind: cut)
    streams.readers[reader].unreadBytes -= bytes
    streams.readers[reader].answer = cut
    return bytes
  }

  /// Gives records that were read to the parts that they belong to.
  ///
  /// - Parameter latency: for a push, how long it took; the rest of a record's time it was not asked for. 0 for a poll.
  private mutating func hand(_ answer: ItemList, of reader: UInt32, after latency: Nanoseconds) {
    let state = streams.readers[reader]
    let rules = plan.consumers[state.consumer]
    var item = answer.first
    streams.readers[reader].answer = ItemList()
    while item != Item.none {
      let next = items.records[item].next
      let part = streams.part(of: UInt64(bitPattern: items.records[item].due), state, rules.parts)
      if rules.filter.passesAll || items.passes(item, rules.filter, plan) {
        put(item, into: part, reader, after: latency)
      } else {
        items.charge(agenda.now - items.records[item].since, to: .delivery, of: item)
        if items.records[item].isMeasured { streams.consumers[state.consumer].books.filtered += 1 }
        leave(item, state.consumer, as: .done)
      }
      item = next
    }
    for part in state.firstPart..<state.firstPart + rules.parts where !streams.parts[part].list.isEmpty { dispatch(part) }
  }

  /// Puts a record at the end of a part's list, and lets the clocks of its waiting begin.
  ///
  /// Until it is taken out, what the clocks showed is kept as a debt; so each of its nanoseconds is charged to one cause.
  @inline(__always)
  private mutating func put(_ item: UInt32, into part: UInt32, _ reader: UInt32, after latency: Nanoseconds) {
    let now = agenda.now
    streams.readers[reader].inParts &+= 1
    streams.parts[part].listBytes &+= items.records[item].size
    items.append(item, to: &streams.parts[part].list)
    if items.records[item].journey == Item.none { return }
    let since = items.records[item].since
    let delivery = latency == 0 ? now - since : min(latency, now - since)
    let blocked = latency == 0 ? 0 : streams.parts[part].blocked.overlap(from: since + delivery, to: now)
    let (blockedTime, gatheringTime) = (streams.parts[part].blocked.time(at: now), streams.parts[part].gathering.time(at: now))
    let rest = now - since - delivery - blocked
    items.charge(delivery, to: .delivery, of: item)
    items.owe(
      blocked: blockedTime - blocked, gathering: gatheringTime, queued: now - blockedTime - gatheringTime - rest, of: item)
  }

  // MARK: Pushes

  /// Has records pushed to a reader if one of its parts can take them; what was written a push's time ago is there at once.
  mutating func push(_ reader: UInt32) {
    let state = streams.readers[reader]
    guard state.stage == .idle, !state.unread.isEmpty, let sampler = plan.consumers[state.consumer].push,
      streams.hasFreePart(reader, plan)
    else { return }
    let draw = Draw(streams.readerKey(state.shard, state.consumer, plan) &+ Salt.read &+ state.reads &* Key.visitStep)
    let latency = plan.samplers.nanoseconds(sampler, draw)
    streams.readers[reader].latency = latency
    streams.readers[reader].stage = .reading
    let resumes = outageEnd(plan.streams[streams.shards[state.shard].stream].faults) ?? 0
    let first = items.records[state.unread.first]
    let time = max(agenda.now, resumes, first.since + first.rest(of: latency), state.givesFrom)
    _ = agenda.arm(Waiter(.shardReader, reader), at: time)
  }

  private mutating func takePushed(_ reader: UInt32) {
    let state = streams.readers[reader]
    let rules = plan.streams[streams.shards[state.shard].stream]
    let bytes = cutAnswer(reader, records: rules.answerRecords, bytes: rules.answerBytes, until: agenda.now - state.latency)
    streams.readers[reader].givesFrom = Self.time(of: bytes, plan.consumers[state.consumer].pushBytes, from: agenda.now)
    count(readOf: bytes, state.consumer)
    streams.readers[reader].stage = .idle
    hand(streams.readers[reader].answer, of: reader, after: max(1, state.latency))
    push(reader)
    finishShard(reader)
  }
}
