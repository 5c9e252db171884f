import Simulation
import Variates

/// Topics, buses, buckets and schedules: what they accept goes to everything that subscribes, each copy by itself.
extension World {
  /// Accepts an item for those that subscribe.
  mutating func acceptForSubscribers(_ item: UInt32, by broker: UInt32) -> Loss? {
    let isMeasured = items.records[item].isMeasured
    if isMeasured { brokers.states[broker].books.offered += 1 }
    let size = items.size(of: items.records[item], plan)
    if size > plan.brokers[broker].payloadLimit {
      if isMeasured { brokers.states[broker].books.tooLarge += 1 }
      return .payloadTooLarge
    }
    let fault = meetFaults(plan.brokers[broker].faults)
    if fault == .unavailable {
      if isMeasured { brokers.states[broker].books.unavailable += 1 }
      return .unavailable
    }
    if fault == .throttle || brokers.states[broker].acceptRate?.take(at: agenda.now) == false {
      if isMeasured { brokers.states[broker].books.throttled += 1 }
      return .throttle
    }
    if isMeasured {
      brokers.states[broker].books.accepted += 1
      brokers.states[broker].books.bytes += size
      brokers.states[broker].books.units += units(of: size, broker)
    }
    poison(item, plan.brokers[broker].faults)
    if !plan.brokers[broker].keepsChain { items.records[item].hops = 0 }
    let first = plan.brokers[broker].firstSubscription
    for subscription in first..<first + plan.brokers[broker].subscriptions { pushCopy(of: item, to: subscription) }
    end(item, as: .done)
    return nil
  }

  private mutating func units(of size: Int64, _ broker: UInt32) -> Int64 {
    let unit = plan.brokers[broker].unit
    return max(1, (size + unit - 1) / unit)
  }

  /// Sends a copy of an item on its way to a subscriber who wants it.
  private mutating func pushCopy(of item: UInt32, to subscription: UInt32) {
    let rules = plan.subscriptions[subscription]
    let isMeasured = items.records[item].isMeasured
    if !items.passes(item, rules.filter, plan) {
      if isMeasured { brokers.subscriptions[subscription].books.filtered += 1 }
      return
    }
    let copy = items.copy(item)
    items.settle(copy, plan)
    items.records[copy].number = Key.mix(items.records[copy].number &+ rules.salt)
    let notice = plan.brokers[rules.broker].notice
    if notice >= 0 { items.records[copy].replace(bySize: notice, in: Item.noClaim) }
    items.records[copy].since = agenda.now
    openRequests += 1
    var delivery = Delivery(subscription: subscription, item: copy, isMeasured: isMeasured, acceptedAt: agenda.now)
    if rules.isOrdered { delivery.group = openGroup(of: copy, rules.salt) }
    let index = brokers.deliveries.insert(delivery)
    guard let start = paced(copy, rules.broker) else { return }
    let latency = Draw(items.records[copy].number &+ Salt.deliveryLatency)
    let whole = lengthen(plan.samplers.nanoseconds(plan.brokers[rules.broker].latency, latency), plan.brokers[rules.broker].faults)
    let time = max(0, whole - rules.spared)
    var due = start + (plan.brokers[rules.broker].countsFromAcceptance ? time : items.records[item].rest(of: time))
    if rules.isOrdered {
      due = max(due, brokers.groups[delivery.group].lastDue)
      brokers.groups[delivery.group].lastDue = due
    }
    _ = agenda.arm(Waiter(.delivery, index), at: due)
  }

  /// The group of an ordered delivery, with one more that is on its way.
  private mutating func openGroup(of item: UInt32, _ salt: UInt64) -> UInt32 {
    let group = brokers.group(of: Key.mix(items.keyNumber(of: items.records[item], plan) &+ salt))
    brokers.groups[group].open += 1
    return group
  }

  /// When a delivery may begin, where the broker limits how many it makes; nil where it never may.
  private mutating func paced(_ item: UInt32, _ broker: UInt32) -> Nanoseconds? {
    guard let start = brokers.states[broker].deliveryRate?.take(at: agenda.now) else { return agenda.now }
    if start == .never { return nil }
    items.charge(start - agenda.now, to: .queued, of: item)
    items.records[item].since = start
    return start
  }

  /// Tries to deliver, and then those that waited for that.
  mutating func deliver(_ index: UInt32) {
    let group = brokers.deliveries[index].group
    if group == DeliveryGroup.none {
      _ = hasEnded(index)
      return
    }
    let blocker = brokers.groups[group].blockedBy
    if blocker != Delivery.none && blocker != index {
      chargeDelivery(index)
      brokers.deliveries[index].waitsFor = .blocked
      return brokers.block(index)
    }
    brokers.groups[group].blockedBy = Delivery.none
    var current = index
    while hasEnded(current) {
      brokers.groups[group].open -= 1
      guard let next = brokers.unblock(group) else { return brokers.settle(group: group) }
      current = next
    }
  }

  private mutating func chargeDelivery(_ index: UInt32) {
    let delivery = brokers.deliveries[index]
    items.charge(agenda.now - items.records[delivery.item].since, to: delivery.waitsFor, of: delivery.item)
    items.records[delivery.item].since = agenda.now
  }

  /// Makes an attempt to deliver.
  ///
  /// - Returns: whether the delivery has come to its end, and is not tried again.
  private mutating func hasEnded(_ index: UInt32) -> Bool {
    chargeDelivery(index)
    let delivery = brokers.deliveries[index]
    let rules = plan.subscriptions[delivery.subscription]
    if rules.retry.isTooOld(since: delivery.acceptedAt, at: agenda.now) {
      giveUp(index, .expired)
      return true
    }
    brokers.deliveries[index].attempts += 1
    let size = items.size(of: items.records[delivery.item], plan)
    items.records[delivery.item].setLead(rules.holdsOwn ? .never : 0)
    // The latency of a broker goes up to the function; its own dispatch is a part of that.
    let loss = accept(delivery.item, by: rules.target, delay: rules.target.kind == .event ? 0 : -1)
    guard let loss else {
      finishDelivery(index, size: size)
      return true
    }
    if delivery.isMeasured { brokers.subscriptions[delivery.subscription].books.failures += 1 }
    if loss == .payloadTooLarge || loss == .recursion {
      giveUp(index, .refused)
      return true
    }
    if delivery.attempts >= rules.retry.retries {
      giveUp(index, .retriesExhausted)
      return true
    }
    wait(index, rules, for: loss)
    return false
  }

  private mutating func wait(_ index: UInt32, _ rules: SubscriptionPlan, for loss: Loss) {
    let delivery = brokers.deliveries[index]
    let draw = Draw(items.records[delivery.item].number &+ Salt.deliveryPause &+ UInt64(delivery.attempts) &* Key.attemptStep)
    let pause = rules.retry.pause(retry: delivery.attempts, draw, plan)
    brokers.deliveries[index].waitsFor = loss == .throttle ? .backingOff : .awaitingRetry
    if delivery.group != DeliveryGroup.none { brokers.groups[delivery.group].blockedBy = index }
    let next = rules.retry.next(after: pause, since: delivery.acceptedAt, at: agenda.now)
    _ = agenda.arm(Waiter(.delivery, index), at: next)
  }

  private mutating func finishDelivery(_ index: UInt32, size: Int64) {
    let delivery = brokers.deliveries[index]
    if delivery.isMeasured {
      brokers.subscriptions[delivery.subscription].books.delivered += 1
      brokers.subscriptions[delivery.subscription].books.bytes += size
      let broker = plan.subscriptions[delivery.subscription].broker
      brokers.subscriptions[delivery.subscription].books.units += units(of: size, broker)
      let place = UInt32(plan.events.count + plan.doors.count) + delivery.subscription
      noteDelivery(of: place, agenda.now - delivery.acceptedAt)
    }
    close(delivery: index)
  }

  /// Gives a delivery up, to its dead-letter queue where there is one.
  private mutating func giveUp(_ index: UInt32, _ reason: DeliveryDrop) {
    let delivery = brokers.deliveries[index]
    let subscription = delivery.subscription
    if delivery.isMeasured { brokers.subscriptions[subscription].books.dropped[Int(reason.rawValue)] += 1 }
    var isKept = false
    if let target = plan.subscriptions[subscription].deadLetter {
      isKept = bury(delivery.item, in: target)
      if delivery.isMeasured {
        if isKept {
          brokers.subscriptions[subscription].books.deadLetters += 1
        } else {
          brokers.subscriptions[subscription].books.deadLetterErrors += 1
        }
      }
    }
    close(delivery: index)
    let loss: Loss = reason == .expired ? .expired : reason == .refused ? .undeliverable : .retriesExhausted
    end(delivery.item, as: .lost(isKept ? .deadLettered : loss))
  }

  private mutating func close(delivery index: UInt32) {
    brokers.deliveries[index].isLive = false
    brokers.deliveries.remove(index)
    openRequests -= 1
  }

  /// Lets an object be fetched from a bucket; what it is fetched for goes on.
  mutating func fetch(_ item: UInt32, from bucket: UInt32) -> Loss? {
    let isMeasured = items.records[item].isMeasured
    let fault = meetFaults(plan.brokers[bucket].faults)
    if fault == .unavailable {
      if isMeasured { brokers.states[bucket].books.fetchesUnavailable += 1 }
      return .unavailable
    }
    if fault == .throttle || brokers.states[bucket].fetchRate?.take(at: agenda.now) == false {
      if isMeasured { brokers.states[bucket].books.fetchesThrottled += 1 }
      return .throttle
    }
    if isMeasured {
      brokers.states[bucket].books.fetches += 1
      brokers.states[bucket].books.bytesFetched += items.size(of: items.records[item], plan)
    }
    release(item)
    return nil
  }
}
