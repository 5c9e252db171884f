import Simulation
import Statistics
import Variates

/// How the records of a shard's part become batches, and batches invocations.
extension World {
  /// The consumer of a part.
  mutating func consumer(of part: UInt32) -> UInt32 { streams.readers[streams.parts[part].reader].consumer }

  /// Takes a record from a consumer's books.
  mutating func leave(_ item: UInt32, _ consumer: UInt32, as end: ItemEnd) {
    openRequests -= 1
    streams.consumers[consumer].records.add(-1, at: agenda.now)
    self.end(item, as: end)
  }

  /// Makes a batch of what a part has, once that is full or its window is over.
  mutating func dispatch(_ part: UInt32) {
    let stage = streams.parts[part].stage
    if stage != .idle && stage != .gathering { return }
    let consumer = consumer(of: part)
    let rules = plan.consumers[consumer]
    dropOld(from: part, consumer)
    if rules.tumblingWindow > 0, endsWindow(part, rules) { return }
    if streams.parts[part].list.isEmpty { return stopGathering(part) }
    if rules.window > 0 && !isFull(part, rules) {
      if stage == .idle { gather(part, rules) }
      return
    }
    beginBatch(part, consumer)
  }

  /// Goes on with a part whose window or pause is over.
  mutating func goOn(withPart part: UInt32) {
    let consumer = consumer(of: part)
    if streams.parts[part].stage == .pausing { return tryAgain(part, consumer) }
    stopGathering(part)
    dropOld(from: part, consumer)
    if plan.consumers[consumer].tumblingWindow > 0, endsWindow(part, plan.consumers[consumer]) { return }
    if streams.parts[part].list.isEmpty { finishShard(streams.parts[part].reader) } else { beginBatch(part, consumer) }
  }

  private mutating func isFull(_ part: UInt32, _ rules: ConsumerPlan) -> Bool {
    let state = streams.parts[part]
    if state.list.count >= rules.batchSize || state.listBytes >= rules.batchBytes { return true }
    return rules.tumblingWindow > 0 && window(of: state.list.first, rules) != window(of: state.list.last, rules)
  }

  /// Lets a part gather records: a window begins with the end of the last invocation, or with the first record where none came in that.
  private mutating func gather(_ part: UInt32, _ rules: ConsumerPlan) {
    let now = agenda.now
    let endedAt = streams.parts[part].endedAt
    let end = endedAt > now - rules.window ? endedAt + rules.window : now + rules.window
    streams.parts[part].stage = .gathering
    streams.parts[part].gathering.start(at: now)
    streams.parts[part].timer = agenda.arm(Waiter(.shardPart, part), at: end)
  }

  private mutating func stopGathering(_ part: UInt32) {
    if streams.parts[part].stage != .gathering { return }
    _ = agenda.close(streams.parts[part].timer)
    streams.parts[part].stage = .idle
    streams.parts[part].gathering.stop(at: agenda.now)
  }

  // MARK: Batches

  /// Takes as many records out of a part's list as go into one invocation, and invokes the function with them.
  private mutating func beginBatch(_ part: UInt32, _ consumer: UInt32) {
    stopGathering(part)
    let range = takeRange(part, plan.consumers[consumer])
    if plan.consumers[consumer].tumblingWindow > 0 { openWindow(part, of: range.items.first, plan.consumers[consumer]) }
    streams.parts[part].range = range
    invoke(part, consumer)
  }

  /// Cuts the first records of a part off, and charges what each has waited for so far.
  private mutating func takeRange(_ part: UInt32, _ rules: ConsumerPlan) -> BatchRange {
    let list = streams.parts[part].list
    let clock = WaitClock(streams.parts[part], at: agenda.now)
    var head = ItemList(first: list.first, last: list.first, count: 1)
    var bytes = items.records[list.first].size
    clock.settle(list.first, &items)
    while head.count < rules.batchSize {
      let next = items.records[head.last].next
      if next == Item.none { break }
      let size = items.records[next].size
      if bytes + size > rules.batchBytes { break }
      if rules.tumblingWindow > 0 && window(of: next, rules) != window(of: list.first, rules) { break }
      clock.settle(next, &items)
      bytes += size
      head.last = next
      head.count &+= 1
    }
    streams.parts[part].list = items.cut(list, behind: head)
    streams.parts[part].listBytes -= bytes
    streams.parts[part].source = items.records[head.last].source
    var range = BatchRange()
    range.items = head
    return range
  }

  /// Invokes the function with a part's range.
  mutating func invoke(_ part: UInt32, _ consumer: UInt32) {
    let range = streams.parts[part].range
    let rules = plan.consumers[consumer]
    if range.wasRefused { streams.parts[part].range.wasRefused = false } else { beginAttempt(range, consumer) }
    var batch = Batch(first: range.items.first, count: range.isFinal ? 0 : range.items.count)
    (batch.trigger, batch.part) = (consumer, part)
    batch.reportsFailures = rules.reportsFailures
    batch.isOrdered = true
    batch.receivedAt = agenda.now
    batch.attempts = range.tries + 1
    let index = items.batches.insert(batch)
    streams.parts[part].batch = index
    streams.parts[part].stage = .invoking
    streams.parts[part].range.tries += 1
    let first = items.records[range.items.first]
    let key = Key.mix(first.number &+ rules.key &+ UInt64(first.attempts) &* Key.attemptStep)
    var request = Request(source: rules.flow, payload: index, key: key, item: first.number, isMeasured: first.isMeasured)
    request.carriesItems = true
    let ticket = agenda.open(Waiter(.shardBatch, part))
    _ = submit(request, to: rules.function, for: ticket)
  }

  /// Counts another receive of each record of a range.
  private mutating func beginAttempt(_ range: BatchRange, _ consumer: UInt32) {
    var item = range.items.first
    while item != Item.none {
      if items.records[item].isMeasured {
        streams.consumers[consumer].books.receives += 1
        if items.records[item].attempts > 0 { streams.consumers[consumer].books.redeliveries += 1 }
      }
      items.records[item].attempts &+= 1
      items.records[item].hasFailed = false
      item = items.records[item].next
    }
  }

  // MARK: Records that are too old

  /// Gives up the records at the head of a part's list that are too old to be tried.
  private mutating func dropOld(from part: UInt32, _ consumer: UInt32) {
    while true {
      let list = streams.parts[part].list
      guard !list.isEmpty, let end = endOfOld(list.first, consumer) else { return }
      let head = cutOld(list, consumer, end, most: plan.consumers[consumer].batchSize)
      streams.parts[part].list = items.cut(list, behind: head)
      var item = head.first
      while item != Item.none {
        streams.parts[part].listBytes -= items.records[item].size
        item = items.records[item].next
      }
      giveUp(head, part, consumer, end, invokeCount: 1)
    }
  }

  /// How a record that is too old ends; nil where it is not.
  mutating func endOfOld(_ item: UInt32, _ consumer: UInt32) -> RecordEnd? {
    let age = agenda.now - items.records[item].since
    let rules = plan.consumers[consumer]
    if age >= rules.maximumAge { return .discarded(.ageExceeded) }
    return age >= plan.streams[rules.stream].retention ? .expired : nil
  }

  /// The records at the head of a list that are too old in one way.
  mutating func cutOld(_ list: ItemList, _ consumer: UInt32, _ end: RecordEnd, most: UInt32) -> ItemList {
    var head = ItemList(first: list.first, last: list.first, count: 1)
    while head.count < most {
      let next = items.records[head.last].next
      if next == Item.none || endOfOld(next, consumer) != end { break }
      head.last = next
      head.count += 1
    }
    return head
  }

  /// Ends records that were not processed, and tells the consumer's destination of those that were given up.
  ///
  /// - Parameter invokeCount: how often they were tried, a try that found them too old among them.
  mutating func giveUp(_ list: ItemList, _ part: UInt32, _ consumer: UInt32, _ end: RecordEnd, invokeCount: UInt32) {
    let first = items.records[list.first]
    if case .discarded = end { notify(of: first, list.count, consumer, invokeCount) }
    streams.readers[streams.parts[part].reader].inParts -= list.count
    var item = list.first
    while item != Item.none {
      let next = items.records[item].next
      if items.records[item].isMeasured { streams.consumers[consumer].books.count(end) }
      leave(item, consumer, as: .lost(end == .expired ? .expired : .discarded))
      item = next
    }
  }

  /// Tells the consumer's destination of a batch that was given up.
  private mutating func notify(of first: Item, _ count: UInt32, _ consumer: UInt32, _ invokeCount: UInt32) {
    if first.isMeasured {
      streams.consumers[consumer].books.discardedBatches += 1
      streams.consumers[consumer].books.lastInvokeCount = Int64(invokeCount)
      streams.consumers[consumer].books.lastBatchSize = Int64(count)
    }
    guard let target = plan.consumers[consumer].onFailure else { return }
    streams.consumers[consumer].notices += 1
    let ordinal = streams.consumers[consumer].notices &* Key.ordinalStep
    var notice = Item(
      number: Key.mix(plan.consumers[consumer].key &+ Salt.notice &+ ordinal), source: first.source, payload: first.payload,
      at: agenda.now, isMeasured: first.isMeasured)
    notice.size = plan.consumers[consumer].noticeBytes
    notice.hops = first.hops
    let item = items.insert(notice)
    if accept(item, by: target) != nil {
      if first.isMeasured { streams.consumers[consumer].books.lostNotices += 1 }
      release(item)
    }
  }
}

/// How a record ends that was not processed.
enum RecordEnd: Equatable {
  case discarded(DiscardCondition)
  case expired
}

extension ConsumerBooks {
  mutating func count(_ end: RecordEnd) {
    switch end {
    case .discarded(let condition): discarded[Int(condition.rawValue)] += 1
    case .expired: expired += 1
    }
  }
}

/// What the clocks of a part show when records are taken out of its list.
private struct WaitClock {
  let blocked: Nanoseconds
  let gathering: Nanoseconds
  let queued: Nanoseconds

  init(_ part: ShardPart, at now: Nanoseconds) {
    blocked = part.blocked.time(at: now)
    gathering = part.gathering.time(at: now)
    queued = now - blocked - gathering
  }

  /// Pays the debt with which a record's waiting began.
  @inline(__always)
  func settle(_ item: UInt32, _ items: inout ItemTable) {
    if items.records[item].journey == Item.none { return }
    items.pay(blocked: blocked, gathering: gathering, queued: queued, of: item)
  }
}
