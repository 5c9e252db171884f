import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What a topic, bus, bucket or schedule was given, and what of its deliveries costs something.
  ///
  /// - Parameter isOrdered: whether a topic keeps an order.
  init(_ reading: BrokerReading, isOrdered: Bool) {
    var meter = Meter(reading.broker.name)
    switch reading.broker.kind {
    case .topic: meter.add(Self.topic(reading, isOrdered: isOrdered))
    case .bus: meter.add(BusMeter(events: Usage(reading.record.units)))
    case .bucket:
      var bucket = BucketMeter()
      (bucket.puts, bucket.gets) = (Usage(reading.record.accepted), Usage(reading.record.fetches))
      meter.add(bucket)
    default: meter.add(ScheduleMeter(invocations: Usage(reading.sum(\.delivered) + reading.sum(\.failures))))
    }
    self.init(meter)
    if reading.broker.kind == .schedule { waste(reading.sum(\.failures), of: .scheduleInvocations, as: .failed) }
  }

  private static func topic(_ reading: BrokerReading, isOrdered: Bool) -> TopicMeter {
    var topic = TopicMeter(isOrdered ? .fifo : .standard)
    topic.publishes = Usage(isOrdered ? reading.record.accepted : reading.record.units)
    if isOrdered {
      topic.publishedBytes = Usage(reading.record.bytes)
      topic.deliveries = Usage(reading.sum(\.delivered))
      topic.deliveredBytes = Usage(reading.sum(\.bytes))
    }
    return topic
  }
}
