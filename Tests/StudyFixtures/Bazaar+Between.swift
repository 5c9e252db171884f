import Fleet
import Statistics

/// What stands between functions, in figures that add up.
extension Bazaar {
  static var door: DoorRecord {
    var door = DoorRecord()
    (door.requests, door.throttled, door.throttledByAccount, door.unavailable, door.tooLarge) = (1_207, 100, 20, 7, 1)
    (door.succeeded, door.errors, door.timeouts, door.refused) = (1_040, 20, 9, 5)
    (door.abandoned, door.unfinished, door.units) = (3, 2, 1_079)
    door.latency = LatencyHistogram(times(1_000, of: 30_000_000) + times(74, of: 400_000_000))
    return door
  }

  static var orders: QueueRecord {
    var queue = QueueRecord()
    (queue.initial, queue.accepted, queue.refused) = (10, 500, 2)
    (queue.processed, queue.filtered, queue.deadLettered, queue.expired, queue.present) = (480, 5, 4, 1, 20)
    (queue.receives, queue.redeliveries, queue.duplicates, queue.repeated) = (520, 25, 3, 2)
    queue.oldest = 9_000_000_000
    queue.age = LatencyHistogram(times(470, of: 100_000_000) + times(10, of: 8_000_000_000))
    (queue.messages.area, queue.messages.peak, queue.messages.last) = (4_000_000_000_000, 90, 12)
    (queue.inFlight.area, queue.inFlight.peak) = (500_000_000_000, 20)
    queue.requests.sends = 500
    queue.requests.receives = 60
    queue.requests.emptyReceives = 300
    queue.requests.deletes = 55
    return queue
  }

  static var deadOrders: QueueRecord {
    var queue = QueueRecord()
    (queue.accepted, queue.present) = (4, 4)
    (queue.messages.area, queue.messages.peak, queue.messages.last) = (100_000_000_000, 4, 4)
    return queue
  }

  static var clicks: StreamRecord {
    var stream = StreamRecord()
    (stream.accepted, stream.writeThrottles, stream.unavailable, stream.bytes, stream.units) = (2_000, 50, 6, 2_000_000, 2_000)
    (stream.shards.area, stream.shards.peak, stream.shards.last) = (200_000_000_000, 2, 2)
    var consumer = StreamConsumerRecord()
    (consumer.function, consumer.offered, consumer.processed) = (1, 2_000, 1_940)
    (consumer.filtered, consumer.discarded, consumer.expired, consumer.present) = (10, [20, 5], 5, 20)
    (consumer.records.area, consumer.records.peak, consumer.records.last) = (1_500_000_000_000, 60, 20)
    (consumer.attempts, consumer.failures, consumer.refusals, consumer.discardedBatches) = (203, 3, 1, 2)
    consumer.iteratorAge = LatencyHistogram(times(198, of: 500_000_000) + times(2, of: 6_000_000_000))
    consumer.blocked.area = 7_000_000_000
    stream.consumers = [consumer]
    return stream
  }

  static var events: EventRecord {
    var events = EventRecord()
    (events.received, events.processed, events.retried, events.throttled, events.unavailable, events.unfinished) = (60, 50, 12, 4, 3, 4)
    events.dropped[Int(EventDrop.retriesExhausted.rawValue)] = 4
    events.dropped[Int(EventDrop.expired.rawValue)] = 2
    (events.deadLetters, events.deadLetterErrors) = (5, 1)
    events.age = LatencyHistogram(times(48, of: 50_000_000) + times(2, of: 60_000_000_000))
    return events
  }

  static var news: BrokerRecord {
    var broker = BrokerRecord()
    (broker.offered, broker.accepted, broker.throttled, broker.unavailable, broker.tooLarge) = (105, 97, 2, 5, 1)
    (broker.units, broker.bytes) = (98, 400_000)
    return broker
  }

  /// One call without any trouble, and one request that met an outage behind a breaker.
  static var hops: [HopRecord] {
    var call = HopRecord(of: 0, to: Target(.function, 1))
    (call.attempts, call.succeeded) = (2, 2)
    var request = HopRecord(of: 0, to: Target(.service, 0))
    (request.attempts, request.retried, request.succeeded, request.failed) = (430, 30, 300, 100)
    (request.rejected, request.opened, request.unpaid, request.paced) = (30, 2, 3, 1_500_000_000)
    return [call, request]
  }

  static var newsToWorker: SubscriptionRecord {
    var subscription = SubscriptionRecord()
    (subscription.filtered, subscription.delivered, subscription.failures, subscription.unfinished) = (30, 60, 9, 2)
    subscription.dropped[Int(DeliveryDrop.retriesExhausted.rawValue)] = 5
    subscription.deadLetters = 4
    subscription.latency = LatencyHistogram(times(60, of: 30_000_000))
    return subscription
  }

  private static func times(_ count: Int, of value: Int64) -> [Int64] { [Int64](repeating: value, count: count) }
}
