import Simulation
import Statistics
import Variates

/// Queues: how messages come in, are held back, lie there and leave.
extension World {
  // MARK: Coming in

  /// Takes an item into a queue as a message.
  ///
  /// - Parameter delay: how long it is held back, in nanoseconds; -1 where the queue's own delay holds.
  /// - Returns: nil where it was taken; why not, where it stays the caller's.
  mutating func enqueue(_ item: UInt32, in queue: UInt32, delay: Nanoseconds) -> Loss? {
    let isMeasured = items.records[item].isMeasured
    settle(item, for: queue)
    let size = items.records[item].size
    let isTooLarge = size > plan.queues[queue].maxMessageSize
    var loss: Loss? = isTooLarge ? .payloadTooLarge : meetFaults(plan.queues[queue].faults)
    if loss == nil && !takeSend(item, queue) { loss = .throttle }
    if let loss {
      if isMeasured { queues.states[queue].books.refused += 1 }
      return loss
    }
    queues.countSend(queue, bytes: size, isMeasured: isMeasured, plan)
    items.records[item].take(at: agenda.now)
    if !plan.queues[queue].keepsChain { items.records[item].hops = 0 }
    poison(item, plan.queues[queue].faults)
    if isMeasured { queues.states[queue].books.accepted += 1 }
    place(item, in: queue, delay: delay)
    return nil
  }

  /// Says what of a message is asked for more than once.
  private mutating func settle(_ item: UInt32, for queue: UInt32) {
    if items.records[item].size < 0 { items.records[item].size = items.size(of: items.records[item], plan) }
    if !plan.queues[queue].isKeyed || items.records[item].key != Item.unsaid { return }
    if let keys = plan.sources[items.records[item].source].keys {
      items.records[item].key = plan.samplers.count(keys, Draw(items.records[item].number &+ Salt.itemKey))
    }
  }

  private mutating func takeSend(_ item: UInt32, _ queue: UInt32) -> Bool {
    if plan.queues[queue].calls == nil || plan.queues[queue].messages == nil { return true }
    let isNew = queues.beginsCall(queue, plan)
    return queues.takeSend(queue, key: items.keyNumber(of: items.records[item], plan), isNewCall: isNew, plan, at: agenda.now)
  }

  /// Puts a message that has been taken where it belongs: among those held back, or those that may be received.
  private mutating func place(_ item: UInt32, in queue: UInt32, delay: Nanoseconds) {
    let now = agenda.now
    queues.states[queue].messages.add(1, at: now)
    if items.records[item].isMeasured { queues.states[queue].present += 1 }
    if queues.states[queue].mappings == 0 { return keep(item, in: queue) }
    openRequests += 1
    let isUsual = delay < 0
    var time = isUsual ? plan.queues[queue].delay : delay
    var usual = time
    if plan.queues[queue].hasLatency {
      let latency = plan.samplers.nanoseconds(plan.queues[queue].latency, Draw(items.records[item].number &+ Salt.delivery))
      usual += latency
      time += items.records[item].rest(of: latency)
    }
    if plan.queues[queue].order == .fifo { time = holdInGroup(item, queue, time) }
    if time == 0 { return show(item, in: queue) }
    charge(item, time, to: .delivery)
    let waiter = Waiter(.message, item, companion: queue)
    let lane = plan.queues[queue].lane
    if lane >= 0 && isUsual && time == usual {
      _ = agenda.arm(waiter, lane: Int(lane))
    } else {
      _ = agenda.arm(waiter, at: now + time)
    }
  }

  /// Keeps a message that nobody receives: what caused it has done with it.
  private mutating func keep(_ item: UInt32, in queue: UInt32) {
    detach(item, as: .done)
    items.append(item, to: &queues.states[queue].waiting)
    reap(queue)
  }

  /// Ends a message's entry in its journey, while the message itself stays.
  private mutating func detach(_ item: UInt32, as end: ItemEnd) {
    let (journey, trail) = (items.records[item].journey, items.records[item].trail)
    items.records[item].journey = Item.none
    items.records[item].trail = Item.none
    if journey == Item.none { return items.freeTrail(trail) }
    let isLast: Bool
    switch end {
    case .done: isLast = items.end(journey, at: agenda.now, trail)
    case .lost(let loss):
      items.freeTrail(trail)
      isLast = items.lose(journey, loss)
    }
    if isLast { finishJourney(journey) }
  }

  /// Puts the messages into the queues that are there at the start.
  mutating func seatMessages() {
    for queue in 0..<UInt32(queues.states.count) where plan.queues[queue].initial > 0 {
      let source = plan.queues[queue].initialSource
      for ordinal in 1...UInt64(plan.queues[queue].initial) {
        let number = Key.mix(plan.sources[source].key &+ ordinal &* Key.ordinalStep)
        let isMeasured = plan.measureFrom == 0
        let item = items.insert(Item(number: number, source: source, payload: 0, at: 0, isMeasured: isMeasured))
        settle(item, for: queue)
        queues.states[queue].messages.add(1, at: 0)
        if isMeasured {
          queues.states[queue].books.initial += 1
          queues.states[queue].present += 1
        }
        if queues.states[queue].mappings > 0 { openRequests += 1 }
        lay(item, in: queue)
      }
      for place in 0..<queues.states[queue].mappings { look(queues.order[queues.states[queue].firstMapping + place], at: 0) }
    }
  }

  /// Charges a stretch of a message's life, where somebody asks what its request waited for.
  @inline(__always)
  mutating func charge(_ item: UInt32, _ time: Nanoseconds, to cause: Cause) {
    if items.records[item].journey != Item.none { items.charge(time, to: cause, of: item) }
  }

  // MARK: Lying there

  /// Lets a message be received that was held back.
  mutating func release(_ item: UInt32, into queue: UInt32) {
    if plan.queues[queue].order == .fifo { queues.groups[group(of: item, in: queue)].held -= 1 }
    show(item, in: queue)
  }

  private mutating func show(_ item: UInt32, in queue: UInt32) {
    lay(item, in: queue)
    offer(queue)
  }

  /// Lays a message behind those that may be received.
  mutating func lay(_ item: UInt32, in queue: UInt32) {
    items.records[item].due = agenda.now
    if !plan.queues[queue].isKeyed || queues.states[queue].mappings == 0 {
      return items.append(item, to: &queues.states[queue].waiting)
    }
    let group = group(of: item, in: queue)
    if plan.queues[queue].order == .fifo { chargeBlocked(item, group, sign: -1) }
    items.append(item, to: &queues.groups[group].waiting)
    list(group, of: queue)
  }

  /// Lays a message that comes back before those that have not been received yet, or behind all if it has been received often.
  mutating func comeBack(_ item: UInt32, to queue: UInt32) {
    let now = agenda.now
    items.records[item].due = now
    items.records[item].hasFailed = false
    queues.states[queue].inFlight.add(-1, at: now)
    queues.states[queue].messages.add(1, at: now)
    if plan.queues[queue].isKeyed {
      let group = group(of: item, in: queue)
      queues.groups[group].inFlight -= 1
      if plan.queues[queue].order == .fifo {
        queues.groups[group].addFailed(-1, at: now)
        chargeBlocked(item, group, sign: -1)
      }
      items.append(item, to: &queues.groups[group].returned)
      list(group, of: queue)
    } else if items.records[item].attempts < plan.queues[queue].receivesUntilBack {
      items.append(item, to: &queues.states[queue].returned)
    } else {
      items.append(item, to: &queues.states[queue].waiting)
    }
  }

  // MARK: Leaving

  /// Ends a message that is in work: it has been deleted.
  mutating func delete(_ item: UInt32, from queue: UInt32) {
    queues.states[queue].inFlight.add(-1, at: agenda.now)
    if plan.queues[queue].isKeyed { leaveGroup(item, queue) }
    let record = items.records[item]
    if record.isMeasured {
      queues.states[queue].books.processed += 1
      let latency = agenda.now - record.since
      recorder.note(
        Observation(kind: .message, entity: queue, at: record.born, latency: latency, duration: record.due - record.since))
    }
    forget(item, of: queue)
    end(item, as: .done)
  }

  /// Ends a message that no filter lets through.
  mutating func filterOut(_ item: UInt32, of queue: UInt32) {
    queues.states[queue].messages.add(-1, at: agenda.now)
    if items.records[item].isMeasured { queues.states[queue].books.filtered += 1 }
    forget(item, of: queue)
    end(item, as: .done)
  }

  /// Ends a message that is older than it may be.
  mutating func expire(_ item: UInt32, of queue: UInt32) {
    queues.states[queue].messages.add(-1, at: agenda.now)
    if items.records[item].isMeasured { queues.states[queue].books.expired += 1 }
    forget(item, of: queue)
    end(item, as: .lost(.expired))
  }

  /// Moves a message that has been received too often to the dead-letter queue.
  ///
  /// - Source: Amazon SQS Developer Guide, dead-letter queues: a standard queue's message keeps the time at which it was sent first.
  mutating func moveToDeadLetter(_ item: UInt32, from queue: UInt32) {
    let target = plan.queues[queue].deadLetter
    let sent = items.records[item].since
    queues.states[queue].messages.add(-1, at: agenda.now)
    if items.records[item].isMeasured {
      queues.states[queue].books.deadLettered += 1
      queues.states[target].books.accepted += 1
    }
    forget(item, of: queue)
    detach(item, as: .lost(.deadLettered))
    items.records[item].restart(at: plan.queues[target].order == .fifo ? agenda.now : sent)
    place(item, in: target, delay: 0)
  }

  /// Takes a message out of the count of those that are there.
  private mutating func forget(_ item: UInt32, of queue: UInt32) {
    if items.records[item].isMeasured { queues.states[queue].present -= 1 }
    if queues.states[queue].mappings > 0 { openRequests -= 1 }
  }

  /// Ends what has expired at the head of a queue.
  mutating func reap(_ queue: UInt32) {
    let retention = plan.queues[queue].retention
    if retention == .never { return }
    while let item = front(of: queue), agenda.now - items.records[item].since >= retention {
      let group = removeFront(of: queue)
      if items.records[item].isDuplicate { finishDuplicate(item, of: queue, isDone: false) } else { expire(item, of: queue) }
      settleGroup(group, of: queue, isReceived: false)
    }
    closeGroup(of: queue)
  }
}
