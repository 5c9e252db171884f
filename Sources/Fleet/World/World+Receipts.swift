import Simulation
import Statistics
import Variates

/// What becomes of a batch: deleted, tried again, given back.
extension World {
  // MARK: Attempts

  /// Hands a batch to its function.
  mutating func submitBatch(_ receipt: UInt32) {
    let (mapping, batch) = (queues.receipts[receipt].mapping, queues.receipts[receipt].batch)
    items.batches[batch].attempts += 1
    let first = items.records[items.batches[batch].first]
    let attempt = UInt64(items.batches[batch].attempts) &* Key.visitStep
    let key = Key.mix(first.attemptKey &+ plan.mappings[mapping].key &+ attempt)
    var request = Request(
      source: plan.mappings[mapping].flow, payload: batch, key: key, item: first.number, isMeasured: first.isMeasured)
    request.carriesItems = true
    queues.receipts[receipt].stage = .running
    let ticket = agenda.open(Waiter(.batch, receipt))
    _ = submit(request, to: plan.mappings[mapping].function, for: ticket)
  }

  /// Takes the function's answer to a batch.
  mutating func finishBatch(_ receipt: UInt32, _ outcome: Outcome) {
    let mapping = queues.receipts[receipt].mapping
    if outcome.kind == .refused && outcome.loss == .throttle { return pauseBatch(receipt, mapping) }
    let queue = plan.mappings[mapping].queue
    queues.addSlot(-1, mapping, plan, at: agenda.now)
    if outcome.kind != .success && !plan.mappings[mapping].reportsFailures { queues.backOff(mapping, plan, at: agenda.now) }
    if queues.receipts[receipt].stage == .stale {
      finishStale(receipt, outcome)
    } else {
      settleBatch(receipt, queue, outcome)
    }
    offer(queue)
  }

  /// Keeps a batch that was throttled, to try it again before its messages become visible again.
  ///
  /// - Source: AWS Lambda Developer Guide, SQS error handling: throttled batches are tried again until the visibility timeout ends.
  private mutating func pauseBatch(_ receipt: UInt32, _ mapping: UInt32) {
    queues.backOff(mapping, plan, at: agenda.now)
    queues.receipts[receipt].stage = .backingOff
    let batch = queues.receipts[receipt].batch
    let attempts = items.batches[batch].attempts
    var (pause, times) = (plan.mappings[mapping].retryBase, attempts)
    while times > 1 && pause < plan.mappings[mapping].retryCap { (pause, times) = (2 * pause, times - 1) }
    let key = items.records[items.batches[batch].first].attemptKey &+ plan.mappings[mapping].key
    var draw = Draw(key &+ Salt.backoff &+ UInt64(attempts) &* Key.attemptStep)
    let half = min(pause, plan.mappings[mapping].retryCap) / 2
    let time = agenda.now + half + Nanoseconds(draw.uniform() * Double(half))
    if time < queues.receipts[receipt].hiddenUntil { queues.receipts[receipt].retry = agenda.arm(Waiter(.batchRetry, receipt), at: time) }
  }

  /// Tries a batch again that was throttled.
  mutating func retryBatch(_ receipt: UInt32) {
    queues.receipts[receipt].backedOff = agenda.now - queues.receipts[receipt].submittedAt
    submitBatch(receipt)
  }

  // MARK: Ends

  /// Deletes what has been processed, and leaves hidden what has failed.
  private mutating func settleBatch(_ receipt: UInt32, _ queue: UInt32, _ outcome: Outcome) {
    let (mapping, batch) = (queues.receipts[receipt].mapping, queues.receipts[receipt].batch)
    let hasFailed = outcome.kind != .success
    let backedOff = queues.receipts[receipt].backedOff
    let isMeasured = items.records[queues.receipts[receipt].items.first].isMeasured
    var (left, deleted) = (ItemList(), Int64(0))
    var item = queues.receipts[receipt].items.first
    while item != Item.none {
      let next = items.records[item].next
      chargeAttempt(item, outcome, backedOff)
      if items.records[item].isDuplicate {
        finishDuplicate(item, of: queue, isDone: !hasFailed && !items.records[item].hasFailed)
      } else if hasFailed || items.records[item].hasFailed {
        hold(item, queue, mapping)
        items.append(item, to: &left)
      } else {
        deleted += 1
        delete(item, from: queue)
      }
      item = next
    }
    let calls = Int64(plan.queues[queue].callSize)
    if isMeasured { queues.states[queue].books.requests.deletes += (deleted + calls - 1) / calls }
    items.batches.remove(batch)
    queues.receipts[receipt].items = left
    queues.receipts[receipt].stage = .failed
    if left.isEmpty {
      queues.unhide(receipt)
      queues.receipts.remove(receipt)
    } else {
      queues.receipts[receipt].hiddenUntil = items.records[left.first].due + plan.mappings[mapping].visibility
    }
  }

  /// Charges what an attempt waited for to one of its messages.
  @inline(__always)
  private mutating func chargeAttempt(_ item: UInt32, _ outcome: Outcome, _ backedOff: Nanoseconds) {
    charge(item, backedOff, to: .backingOff)
    if outcome.hasWaited && items.records[item].journey != Item.none { items.charge(&waited, of: item) }
  }

  /// Notes that a message has failed and stays hidden for a while.
  private mutating func hold(_ item: UInt32, _ queue: UInt32, _ mapping: UInt32) {
    let until = items.records[item].due + plan.mappings[mapping].visibility
    charge(item, until - agenda.now, to: .awaitingRetry)
    noteFailed(item, queue)
  }

  private mutating func noteFailed(_ item: UInt32, _ queue: UInt32) {
    if plan.queues[queue].order == .fifo { queues.groups[group(of: item, in: queue)].addFailed(1, at: agenda.now) }
  }

  /// Ends what a receive that was answered twice brought along.
  mutating func finishDuplicate(_ item: UInt32, of queue: UInt32, isDone: Bool) {
    openRequests -= 1
    finishCopy(item, of: queue, isDone: isDone)
  }

  /// Ends what a function has of a message that is another's again.
  private mutating func finishCopy(_ item: UInt32, of queue: UInt32, isDone: Bool) {
    if !isDone { return release(item) }
    if items.records[item].isMeasured { queues.states[queue].books.repeated += 1 }
    end(item, as: .done)
  }

  /// Ends a batch whose messages have become visible again while the function had it: they are not deleted by that.
  ///
  /// - Source: Amazon SQS API Reference, DeleteMessage: a message that has been received again is not deleted by an older receipt.
  private mutating func finishStale(_ receipt: UInt32, _ outcome: Outcome) {
    let queue = plan.mappings[queues.receipts[receipt].mapping].queue
    let backedOff = queues.receipts[receipt].backedOff
    var item = queues.receipts[receipt].items.first
    while item != Item.none {
      let next = items.records[item].next
      let isDone = outcome.kind == .success && !items.records[item].hasFailed
      chargeAttempt(item, outcome, backedOff)
      if items.records[item].isDuplicate {
        finishDuplicate(item, of: queue, isDone: isDone)
      } else {
        finishCopy(item, of: queue, isDone: isDone)
      }
      item = next
    }
    items.batches.remove(queues.receipts[receipt].batch)
    queues.receipts.remove(receipt)
  }

  // MARK: Becoming visible again

  /// Sees to it that messages become visible again in time.
  mutating func watch(_ mapping: UInt32) {
    let first = queues.mappings[mapping].firstHidden
    if queues.mappings[mapping].isWatching || first == Receipt.none { return }
    queues.mappings[mapping].isWatching = true
    _ = agenda.arm(Waiter(.visibility, mapping), at: queues.receipts[first].hiddenUntil)
  }

  /// Lets messages become visible again whose time has come.
  mutating func reveal(_ mapping: UInt32) {
    let (now, queue) = (agenda.now, plan.mappings[mapping].queue)
    queues.mappings[mapping].isWatching = false
    while queues.mappings[mapping].firstHidden != Receipt.none {
      var receipt = queues.mappings[mapping].firstHidden
      if queues.receipts[receipt].hiddenUntil > now { break }
      switch queues.receipts[receipt].stage {
      case .failed: break
      case .backingOff: giveUpBatch(receipt, queue)
      case .running: receipt = makeStale(receipt, queue)
      case .filling, .stale: preconditionFailure("a batch that is not hidden")
      }
      reveal(receipt, queue, visibility: plan.mappings[mapping].visibility)
    }
    watch(mapping)
    offer(queue)
  }

  private mutating func reveal(_ receipt: UInt32, _ queue: UInt32, visibility: Nanoseconds) {
    var left = queues.receipts[receipt].items
    while !left.isEmpty && items.records[left.first].due + visibility <= agenda.now {
      comeBack(items.removeFirst(of: &left), to: queue)
    }
    queues.receipts[receipt].items = left
    if left.isEmpty {
      queues.unhide(receipt)
      queues.receipts.remove(receipt)
    } else {
      queues.receipts[receipt].hiddenUntil = items.records[left.first].due + visibility
    }
  }

  /// Gives up a batch that was throttled until now.
  private mutating func giveUpBatch(_ receipt: UInt32, _ queue: UInt32) {
    let mapping = queues.receipts[receipt].mapping
    _ = agenda.close(queues.receipts[receipt].retry)
    queues.addSlot(-1, mapping, plan, at: agenda.now)
    items.batches.remove(queues.receipts[receipt].batch)
    queues.receipts[receipt].stage = .failed
    let since = queues.receipts[receipt].submittedAt
    let list = queues.receipts[receipt].items
    queues.receipts[receipt].items = ItemList()
    var item = list.first
    while item != Item.none {
      let next = items.records[item].next
      charge(item, agenda.now - since, to: .backingOff)
      if items.records[item].isDuplicate {
        finishDuplicate(item, of: queue, isDone: false)
      } else {
        hold(item, queue, mapping)
        items.append(item, to: &queues.receipts[receipt].items)
      }
      item = next
    }
  }

  /// Parts a batch's messages from what the function has of them: those are in the queue again, and come to others.
  ///
  /// - Returns: the batch of those that are in the queue.
  private mutating func makeStale(_ receipt: UInt32, _ queue: UInt32) -> UInt32 {
    let mapping = queues.receipts[receipt].mapping
    let since = queues.receipts[receipt].submittedAt
    var twin = Receipt(mapping: mapping, hiddenUntil: queues.receipts[receipt].hiddenUntil)
    twin.stage = .failed
    var item = queues.receipts[receipt].items.first
    while item != Item.none {
      if !items.records[item].isDuplicate {
        let copy = items.copy(item)
        (items.records[copy].attempts, items.records[copy].due) = (items.records[item].attempts, items.records[item].due)
        charge(copy, agenda.now - since, to: .awaitingRetry)
        hold(copy, queue, mapping)
        items.append(copy, to: &twin.items)
      }
      item = items.records[item].next
    }
    queues.receipts[receipt].stage = .stale
    let index = queues.receipts.insert(twin)
    queues.replace(receipt, by: index)
    return index
  }
}
