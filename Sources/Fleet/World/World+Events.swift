import Simulation
import Variates

/// Asynchronous invocations: the platform keeps an event and tries until it succeeds, has failed too often or is too old.
///
/// - Source: AWS Lambda Developer Guide, Asynchronous invocation: two retries after 1 and 2 minutes; throttles return to the queue for
///   up to six hours, tried again after 1 second up to 5 minutes.
extension World {
  /// Accepts an event.
  ///
  /// - Parameter delay: how long it takes to the first try, in nanoseconds; -1 where the function's own latency holds.
  mutating func acceptEvent(_ item: UInt32, by target: Target, delay: Nanoseconds) -> Loss? {
    let function = target.index
    if items.size(of: items.records[item], plan) > plan.events[function].payloadLimit {
      if items.records[item].isMeasured { events.books[function].tooLarge += 1 }
      return .payloadTooLarge
    }
    items.records[item].restart(at: agenda.now)
    let event = Event(
      function: function, flow: target.flow, item: item, isMeasured: items.records[item].isMeasured, receivedAt: agenda.now)
    if event.isMeasured { events.books[function].received += 1 }
    openRequests += 1
    let index = events.records.insert(event)
    let draw = Draw(items.records[item].number &+ Salt.eventLatency)
    let latency = delay >= 0 ? delay : plan.samplers.nanoseconds(plan.events[function].latency, draw)
    _ = agenda.arm(Waiter(.event, index), at: agenda.now + latency)
    return nil
  }

  /// Tries to have an event processed.
  mutating func tryEvent(_ index: UInt32) {
    let event = events.records[index]
    items.charge(agenda.now - items.records[event.item].since, to: event.waitsFor, of: event.item)
    items.records[event.item].since = agenda.now
    if plan.events[event.function].retry.isTooOld(since: event.receivedAt, at: agenda.now) { return drop(index, .expired) }
    if plan.functions[event.function].reserved == 0 { return drop(index, .noConcurrency) }
    submitEvent(index)
  }

  /// Submits a copy of what an event carries.
  mutating func submitEvent(_ index: UInt32) {
    let event = events.records[index]
    let copy = items.copy(event.item)
    items.records[copy].attempts = event.errors + 1
    let item = items.records[copy]
    var request = Request(
      source: event.flow, payload: copy, key: item.attemptKey, item: item.number, isMeasured: event.isMeasured)
    request.carriesItems = true
    request.isEvent = true
    events.records[index].asked = agenda.now
    let ticket = agenda.open(Waiter(.eventAnswer, index))
    _ = submit(request, to: event.function, for: ticket)
  }

  /// Takes the answer to an event's try.
  mutating func takeEventAnswer(_ index: UInt32, _ outcome: Outcome) {
    let event = events.records[index]
    if outcome.hasWaited { items.charge(&waited, of: event.item) }
    items.records[event.item].since = agenda.now
    if event.isTask { return takeLaunchAnswer(index, outcome) }
    switch outcome.kind {
    case .success: finishEvent(index)
    case .error, .timeout: failEvent(index)
    case .refused:
      switch outcome.loss {
      case .throttle, .unavailable: returnEvent(index, outcome.loss)
      case .recursion: drop(index, .recursion)
      default: drop(index, .refused)
      }
    }
  }

  private mutating func finishEvent(_ index: UInt32) {
    let event = events.records[index]
    if event.isMeasured {
      events.books[event.function].processed += 1
      noteDelivery(of: event.function, event.asked - event.receivedAt)
    }
    if let target = plan.events[event.function].onSuccess {
      let copy = items.copy(event.item)
      sendRecord(copy, of: event, isGood: true, to: target)
    }
    close(index, as: .done)
  }

  /// Tries an event again after a failure, if it may be.
  private mutating func failEvent(_ index: UInt32) {
    let event = events.records[index]
    let rules = plan.events[event.function].retry
    if event.errors >= rules.retries { return drop(index, .retriesExhausted) }
    events.records[index].errors += 1
    events.records[index].throttles = 0
    if event.isMeasured { events.books[event.function].retried += 1 }
    let draw = Draw(items.records[event.item].number &+ Salt.eventPause &+ UInt64(event.errors) &* Key.attemptStep)
    wait(index, rules.pause(retry: event.errors + 1, draw, plan), for: .awaitingRetry)
  }

  /// Returns an event to the queue from which it was taken, since the function had no room for it or was out of order.
  private mutating func returnEvent(_ index: UInt32, _ loss: Loss) {
    let event = events.records[index]
    events.records[index].throttles += 1
    if event.isMeasured {
      if loss == .throttle { events.books[event.function].throttled += 1 } else { events.books[event.function].unavailable += 1 }
    }
    wait(index, plan.events[event.function].throttlePause(event.throttles + 1), for: .backingOff)
  }

  private mutating func wait(_ index: UInt32, _ pause: Nanoseconds, for cause: Cause) {
    let event = events.records[index]
    events.records[index].waitsFor = cause
    let next = plan.events[event.function].retry.next(after: pause, since: event.receivedAt, at: agenda.now)
    _ = agenda.arm(Waiter(.event, index), at: next)
  }

  /// Gives an event up: to its dead-letter queue, with a record to the destination of failures.
  private mutating func drop(_ index: UInt32, _ reason: EventDrop) {
    let event = events.records[index]
    let rules = plan.events[event.function]
    if event.isMeasured { events.books[event.function].dropped[Int(reason.rawValue)] += 1 }
    var isKept = false
    if let target = rules.deadLetter {
      isKept = bury(event.item, in: target)
      if event.isMeasured {
        if isKept { events.books[event.function].deadLetters += 1 } else { events.books[event.function].deadLetterErrors += 1 }
      }
    }
    if let target = rules.onFailure {
      let copy = items.looseCopy(event.item)
      isKept = sendRecord(copy, of: event, to: target) || isKept
    }
    close(index, as: .lost(isKept ? .deadLettered : reason.loss))
  }

  /// Puts a copy of an item that is given up where such are kept.
  ///
  /// Its source has lost it: what becomes of the copy does not bring it back.
  ///
  /// - Returns: whether the copy was taken.
  mutating func bury(_ item: UInt32, in target: Target) -> Bool {
    let copy = items.looseCopy(item)
    if accept(copy, by: target) == nil { return true }
    release(copy)
    return false
  }

  /// Sends the record of an event, which holds the request and a good answer, to a destination.
  @discardableResult
  private mutating func sendRecord(_ copy: UInt32, of event: Event, isGood: Bool = false, to target: Target) -> Bool {
    items.settle(copy, plan)
    if isGood {
      items.records[copy].attempts = event.errors + 1
      items.records[copy].size += answerSize(of: event.function, items.records[copy].attemptKey)
    }
    items.records[copy].number = Key.mix(items.records[copy].number &+ Salt.destination)
    items.records[copy].countHop()
    items.records[copy].rest = .none
    items.records[copy].isPoisoned = false
    let isTaken = accept(copy, by: target) == nil
    if !isTaken { release(copy) }
    if event.isMeasured {
      if isTaken {
        events.books[event.function].destinationDeliveries += 1
      } else {
        events.books[event.function].destinationFailures += 1
      }
    }
    return isTaken
  }

  mutating func close(_ index: UInt32, as end: ItemEnd) {
    let item = events.records[index].item
    events.records[index].isLive = false
    events.records.remove(index)
    openRequests -= 1
    self.end(item, as: end)
  }
}
