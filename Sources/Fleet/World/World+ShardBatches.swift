import Simulation
import Statistics
import Variates

/// What becomes of batches: done, tried again as a whole, in halves or from where they failed, or given up.
extension World {
  /// Takes the function's answer to a part's batch.
  ///
  /// - Source: AWS Lambda Developer Guide, Kinesis: a function error is retried until success, expiry or the limit of retries, a throttle
  ///   or a service error until expiry; the shard waits meanwhile.
  mutating func answerBatch(_ part: UInt32, _ outcome: Outcome) {
    let consumer = consumer(of: part)
    let index = streams.parts[part].batch
    let (failures, receivedAt) = (items.batches[index].failures, items.batches[index].receivedAt)
    items.batches.remove(index)
    let isMeasured = items.records[streams.parts[part].range.items.first].isMeasured
    if outcome.kind == .refused && (outcome.loss == .throttle || outcome.loss == .unavailable) {
      if isMeasured { streams.consumers[consumer].books.refusals += 1 }
      streams.parts[part].range.wasRefused = true
      return pause(part, consumer)
    }
    streams.parts[part].range.attempts += 1
    streams.parts[part].endedAt = agenda.now
    let isDone = outcome.kind == .success && failures == 0
    if isMeasured {
      streams.consumers[consumer].books.attempts += 1
      if !isDone { streams.consumers[consumer].books.failures += 1 }
    }
    if isDone {
      finish(streams.parts[part].range.items, part, consumer, hasWaited: outcome.hasWaited, receivedAt)
      return goOnBehind(part, consumer)
    }
    if outcome.kind == .success { keepDone(part, consumer, hasWaited: outcome.hasWaited, receivedAt) }
    fail(part, consumer)
  }

  /// Ends the records of a range that have been processed.
  private mutating func finish(_ list: ItemList, _ part: UInt32, _ consumer: UInt32, hasWaited: Bool, _ receivedAt: Nanoseconds) {
    if streams.parts[part].range.isFinal { return endWindow(part, consumer) }
    if !hasWaited { waited.clear() }
    waited[.awaitingRetry] += streams.parts[part].range.waited
    let hasWaited = waited.total > 0
    let last = items.records[list.last]
    var measured: Int64 = 0
    var item = list.first
    while item != Item.none {
      let next = items.records[item].next
      if items.records[item].isMeasured {
        measured &+= 1
        let since = items.records[item].since
        recorder.note(Observation(kind: .streamAge, entity: consumer, at: since, latency: receivedAt - since))
      }
      if hasWaited && items.records[item].journey != Item.none { items.charge(&waited, of: item) }
      end(item, as: .done)
      item = next
    }
    openRequests -= Int64(list.count)
    streams.consumers[consumer].records.add(-Int64(list.count), at: agenda.now)
    streams.consumers[consumer].books.processed += measured
    streams.readers[streams.parts[part].reader].inParts -= list.count
    if last.isMeasured {
      streams.consumers[consumer].lastAge = agenda.now - last.since
      recorder.note(Observation(kind: .recordAge, entity: consumer, at: last.since, latency: agenda.now - last.since))
    }
  }

  /// Ends the records before the first that failed; the others are a batch of their own from then on, with retries of its own.
  ///
  /// - Source: recorded on AWS (localstack, test_kinesis_report_batch_item_failures): of a batch of three whose last record fails that record
  ///   is tried again by itself, as often as the retries allow and once more.
  private mutating func keepDone(_ part: UInt32, _ consumer: UInt32, hasWaited: Bool, _ receivedAt: Nanoseconds) {
    let list = streams.parts[part].range.items
    if items.records[list.first].hasFailed { return }
    var done = ItemList(first: list.first, last: list.first, count: 1)
    while !items.records[items.records[done.last].next].hasFailed {
      done.last = items.records[done.last].next
      done.count += 1
    }
    streams.parts[part].range.items = items.cut(list, behind: done)
    finish(done, part, consumer, hasWaited: hasWaited, receivedAt)
    streams.parts[part].range.attempts = 0
    streams.parts[part].range.tries = 1
  }

  /// Lets a range that failed be tried again, in halves where the consumer bisects, or gives it up.
  private mutating func fail(_ part: UInt32, _ consumer: UInt32) {
    let rules = plan.consumers[consumer]
    let range = streams.parts[part].range
    // One that is new since the records before it were done has not been tried yet as what it is.
    if rules.bisects && range.attempts > 0 && range.items.count > 1 {
      bisect(part)
    } else if range.attempts > rules.retries {
      return discard(part, consumer, range.attempts)
    }
    pause(part, consumer)
  }

  private mutating func discard(_ part: UInt32, _ consumer: UInt32, _ invokeCount: UInt32) {
    let range = streams.parts[part].range
    if range.isFinal {
      endWindow(part, consumer)
    } else {
      giveUp(range.items, part, consumer, .discarded(.retriesExhausted), invokeCount: invokeCount)
    }
    goOnBehind(part, consumer)
  }

  /// Divides a range: the first half is tried next, the second behind it.
  ///
  /// The split costs no retry.
  private mutating func bisect(_ part: UInt32) {
    var range = streams.parts[part].range
    let half = (range.items.count + 1) / 2
    var head = ItemList(first: range.items.first, last: range.items.first, count: 1)
    while head.count < half {
      head.last = items.records[head.last].next
      head.count += 1
    }
    range.attempts -= 1
    range.tries = 1
    range.failedAt = agenda.now
    var rest = range
    rest.tries = 0
    rest.items = items.cut(range.items, behind: head)
    range.items = head
    streams.push(rest, to: part)
    streams.parts[part].range = range
  }

  /// Lets a range wait for its next try; what is behind it is blocked meanwhile.
  private mutating func pause(_ part: UInt32, _ consumer: UInt32) {
    let now = agenda.now
    let range = streams.parts[part].range
    streams.setBlocked(part, true, at: now)
    streams.parts[part].range.failedAt = now
    streams.parts[part].stage = .pausing
    let first = items.records[range.items.first]
    let draw = Draw(
      Key.mix(first.number &+ plan.consumers[consumer].key &+ Salt.backoff &+ UInt64(first.attempts) &* Key.attemptStep)
        &+ UInt64(range.tries) &* Key.visitStep)
    let time = now + plan.consumers[consumer].pause(after: range.tries, draw)
    streams.parts[part].timer = agenda.arm(Waiter(.shardPart, part), at: time)
  }

  /// Tries a range again, without the records that have become too old.
  mutating func tryAgain(_ part: UInt32, _ consumer: UInt32) {
    if streams.parts[part].range.isFinal {
      if endOfOld(streams.parts[part].range.items.first, consumer) != nil {
        endWindow(part, consumer)
        return goOnBehind(part, consumer)
      }
    } else {
      while let end = endOfOld(streams.parts[part].range.items.first, consumer) {
        let range = streams.parts[part].range
        let old = cutOld(range.items, consumer, end, most: .max)
        let rest = items.cut(range.items, behind: old)
        giveUp(old, part, consumer, end, invokeCount: range.attempts + 1)
        if rest.isEmpty { return goOnBehind(part, consumer) }
        streams.parts[part].range.items = rest
      }
    }
    streams.parts[part].range.waited += agenda.now - streams.parts[part].range.failedAt
    invoke(part, consumer)
  }

  /// Goes on with what a part has behind a range that is done with.
  private mutating func goOnBehind(_ part: UInt32, _ consumer: UInt32) {
    if let range = streams.popRange(of: part) {
      streams.parts[part].range = range
      return tryAgain(part, consumer)
    }
    streams.setBlocked(part, false, at: agenda.now)
    streams.parts[part].stage = .idle
    let reader = streams.parts[part].reader
    dispatch(part)
    if plan.consumers[consumer].push != nil { push(reader) }
    if streams.isClosed(streams.readers[reader].shard) { finishShard(reader) }
  }
}
