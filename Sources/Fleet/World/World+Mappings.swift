import Simulation
import Statistics
import Variates

/// Event-source mappings: how pollers receive messages and hand batches to a function.
extension World {
  // MARK: Polls

  /// Lets a queue's mappings receive what may be received.
  mutating func offer(_ queue: UInt32) {
    if queues.states[queue].isGathering { return }
    let (first, count) = (queues.states[queue].firstMapping, queues.states[queue].mappings)
    if count == 1 { return poll(queues.order[first]) }
    for _ in 0..<count where queues.hasMessages(queue) {
      let next = queues.states[queue].nextMapping
      queues.states[queue].nextMapping = next + 1 == count ? 0 : next + 1
      poll(queues.order[first + next])
    }
  }

  /// Lets a mapping receive as long as there are messages and it has invocations to spare.
  mutating func poll(_ mapping: UInt32) {
    let queue = plan.mappings[mapping].queue
    if queues.states[queue].isGathering || !queues.hasMessages(queue) { return }
    if let end = outageEnd(plan.queues[queue].faults) { return look(mapping, at: end) }
    // What a function sends on at once may come back here before this returns.
    if queues.depth == QueueTable.mostDepth { return look(mapping, at: agenda.now) }
    queues.depth += 1
    while queues.hasMessages(queue) && receive(mapping, queue) {}
    queues.depth -= 1
    ramp(mapping, queue)
  }

  /// Polls again at a time.
  mutating func look(_ mapping: UInt32, at time: Nanoseconds) {
    if queues.mappings[mapping].isLooking { return }
    queues.mappings[mapping].isLooking = true
    _ = agenda.arm(Waiter(.mappingLook, mapping), at: time)
  }

  mutating func lookAgain(_ mapping: UInt32) {
    queues.mappings[mapping].isLooking = false
    poll(mapping)
  }

  /// Sees to it that an invocation at a time is added if messages remain.
  private mutating func ramp(_ mapping: UInt32, _ queue: UInt32) {
    if queues.mappings[mapping].isRamping || !needsMore(mapping, queue) { return }
    queues.mappings[mapping].isRamping = true
    _ = agenda.arm(Waiter(.mappingRamp, mapping), at: agenda.now + plan.mappings[mapping].rampEvery)
  }

  private mutating func needsMore(_ mapping: UInt32, _ queue: UInt32) -> Bool {
    let limit = queues.mappings[mapping].limit
    if plan.mappings[mapping].rampEvery == 0 || limit >= plan.mappings[mapping].most || !queues.hasMessages(queue) { return false }
    // Pollers of its own are too few as well where their polls are.
    return queues.mappings[mapping].slots >= limit || (plan.mappings[mapping].perPoller > 0 && queues.mappings[mapping].isLooking)
  }

  /// Adds an invocation at a time if messages remain.
  mutating func endRamp(_ mapping: UInt32) {
    let queue = plan.mappings[mapping].queue
    queues.mappings[mapping].isRamping = false
    if !needsMore(mapping, queue) { return }
    queues.grow(mapping, plan, at: agenda.now)
    poll(mapping)
    ramp(mapping, queue)
  }

  // MARK: Receiving

  /// Takes messages into a mapping's batch, and hands it to the function if it is complete.
  ///
  /// - Returns: whether it may go on with another.
  private mutating func receive(_ mapping: UInt32, _ queue: UInt32) -> Bool {
    let now = agenda.now
    var receipt = queues.mappings[mapping].open
    let isNew = receipt == Receipt.none
    if isNew {
      queues.settle(mapping, plan, at: now)
      if queues.mappings[mapping].slots >= queues.mappings[mapping].limit { return false }
    }
    if queues.states[queue].inFlight.level >= plan.queues[queue].inFlight { return false }
    if plan.mappings[mapping].pollTime > 0 || plan.mappings[mapping].megabyteTime > 0 {
      let next = queues.nextPoll(mapping, at: now)
      if next > now {
        look(mapping, at: next)
        return false
      }
    }
    var gathering = Receipt(mapping: mapping, hiddenUntil: now + plan.mappings[mapping].visibility)
    if !isNew { gathering = queues.receipts[receipt] }
    let isFull = gather(&gathering, mapping, queue)
    if gathering.items.isEmpty { return true }
    if isNew {
      receipt = queues.receipts.insert(gathering)
      open(receipt, mapping)
    } else {
      (queues.receipts[receipt].items, queues.receipts[receipt].bytes) = (gathering.items, gathering.bytes)
    }
    if isFull || plan.mappings[mapping].window == 0 {
      close(receipt, mapping)
      return true
    }
    return false
  }

  /// Begins a batch with its first messages.
  private mutating func open(_ receipt: UInt32, _ mapping: UInt32) {
    queues.addSlot(1, mapping, plan, at: agenda.now)
    queues.hide(receipt, mapping)
    watch(mapping)
    if plan.mappings[mapping].window == 0 { return }
    queues.mappings[mapping].open = receipt
    let lane = Int(plan.mappings[mapping].windowLane)
    let waiter = Waiter(.batchWindow, mapping)
    queues.mappings[mapping].windowTimer =
      lane >= 0 ? agenda.arm(waiter, lane: lane) : agenda.arm(waiter, at: agenda.now + plan.mappings[mapping].window)
  }

  /// Ends the window of the batch that is being filled.
  mutating func closeBatch(_ mapping: UInt32) {
    close(queues.mappings[mapping].open, mapping)
    offer(plan.mappings[mapping].queue)
  }

  /// Hands a batch to the function that has as much as it gets.
  private mutating func close(_ receipt: UInt32, _ mapping: UInt32) {
    if plan.mappings[mapping].window > 0 {
      _ = agenda.close(queues.mappings[mapping].windowTimer)
      queues.mappings[mapping].open = Receipt.none
      var item = queues.receipts[receipt].items.first
      while item != Item.none {
        charge(item, agenda.now - items.records[item].due, to: .batchWindow)
        item = items.records[item].next
      }
    }
    let list = queues.receipts[receipt].items
    var batch = Batch(first: list.first, count: list.count, trigger: mapping, part: receipt)
    batch.reportsFailures = plan.mappings[mapping].reportsFailures
    batch.isOrdered = plan.queues[plan.mappings[mapping].queue].order == .fifo
    batch.receivedAt = agenda.now
    queues.receipts[receipt].batch = items.batches.insert(batch)
    queues.receipts[receipt].submittedAt = agenda.now
    submitBatch(receipt)
  }

  /// Takes messages out of a queue until a batch is full or there are no more.
  ///
  /// - Returns: whether the batch is full.
  private mutating func gather(_ receipt: inout Receipt, _ mapping: UInt32, _ queue: UInt32) -> Bool {
    let (size, most) = (plan.mappings[mapping].batchSize, plan.mappings[mapping].batchBytes)
    let room = plan.queues[queue].inFlight - queues.states[queue].inFlight.level
    let (known, before) = (receipt.items.count, receipt.bytes)
    var calls = ReceiveCalls()
    var isFull = false
    queues.states[queue].isGathering = true
    while let item = front(of: queue) {
      let bytes = items.records[item].size
      isFull = receipt.items.count >= size || (receipt.bytes + bytes > most && !receipt.items.isEmpty)
      if isFull || Int64(receipt.items.count - known) >= room { break }
      let group = removeFront(of: queue)
      let isReceived = take(item, mapping, queue, &calls)
      if isReceived {
        items.append(item, to: &receipt.items)
        receipt.bytes += bytes
      }
      settleGroup(group, of: queue, isReceived: isReceived && !items.records[item].isDuplicate)
    }
    closeGroup(of: queue)
    queues.states[queue].isGathering = false
    countCalls(calls, mapping, queue, polledBytes: receipt.bytes - before)
    return isFull || receipt.items.count >= size
  }

  /// Receives a message.
  ///
  /// - Returns: whether it is for the function; otherwise it has ended or left the queue.
  private mutating func take(_ item: UInt32, _ mapping: UInt32, _ queue: UInt32, _ calls: inout ReceiveCalls) -> Bool {
    let now = agenda.now
    let record = items.records[item]
    if record.isDuplicate {
      charge(item, now - record.due, to: .inQueue)
      items.records[item].due = now
      calls.add(record.size, isMeasured: record.isMeasured, plan.queues[queue].callSize, plan.queues[queue].requestBytes)
      if items.passes(item, plan.mappings[mapping].filter, plan) { return true }
      calls.noteFiltered(isMeasured: record.isMeasured)
      finishDuplicate(item, of: queue, isDone: false)
      return false
    }
    let age = now - record.since
    if age >= plan.queues[queue].retention {
      expire(item, of: queue)
      return false
    }
    if record.attempts >= plan.queues[queue].maxReceiveCount {
      moveToDeadLetter(item, from: queue)
      return false
    }
    items.records[item].attempts = record.attempts + 1
    chargeWait(of: item, queue)
    items.records[item].due = now
    calls.add(record.size, isMeasured: record.isMeasured, plan.queues[queue].callSize, plan.queues[queue].requestBytes)
    if record.isMeasured {
      queues.states[queue].books.receives += 1
      if record.attempts > 0 { queues.states[queue].books.redeliveries += 1 }
      queues.states[queue].books.oldest = max(queues.states[queue].books.oldest, age)
    }
    if plan.queues[queue].duplicates > 0 { duplicate(item, queue) }
    if !items.passes(item, plan.mappings[mapping].filter, plan) {
      calls.noteFiltered(isMeasured: record.isMeasured)
      filterOut(item, of: queue)
      return false
    }
    queues.states[queue].messages.add(-1, at: now)
    queues.states[queue].inFlight.add(1, at: now)
    return true
  }

  /// Charges the time since a message could be received; of that, what its group was blocked to those before it.
  private mutating func chargeWait(of item: UInt32, _ queue: UInt32) {
    if items.records[item].journey == Item.none { return }
    charge(item, agenda.now - items.records[item].due, to: .inQueue)
    if plan.queues[queue].order == .fifo { chargeBlocked(item, group(of: item, in: queue), sign: 1) }
  }

  private mutating func countCalls(_ calls: ReceiveCalls, _ mapping: UInt32, _ queue: UInt32, polledBytes: Int64) {
    let now = agenda.now
    queues.countEmptyPolls(mapping, plan, at: now)
    queues.mappings[mapping].receivedAt = now
    queues.states[queue].books.requests.receives += calls.requests
    queues.states[queue].books.requests.deletes += calls.deletes(plan.queues[queue].callSize)
    if plan.mappings[mapping].perPoller > 0 { queues.notePoll(mapping, bytes: polledBytes, polls: max(calls.calls, 1), plan, at: now) }
  }

  /// Answers a receive twice now and then: a copy lies in the queue as if nobody had it.
  private mutating func duplicate(_ item: UInt32, _ queue: UInt32) {
    var draw = Draw(items.records[item].attemptKey &+ Salt.duplicate)
    if draw.uniform() >= plan.queues[queue].duplicates { return }
    let copy = items.copy(item)
    items.records[copy].attempts = items.records[item].attempts
    items.records[copy].isDuplicate = true
    openRequests += 1
    if items.records[item].isMeasured { queues.states[queue].books.duplicates += 1 }
    lay(copy, in: queue)
  }
}
