import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What a stream was paid for: shards and units, or data where it is on demand; what is kept for long; readers with a push of their own.
  ///
  /// Of a table's stream the writes to the table are counted, and no reads: functions read it for nothing.
  ///
  /// - Parameter window: the length of the measured window, nanoseconds.
  /// - Source: Amazon DynamoDB pricing, on-demand: reads of streams by Lambda are free.
  init(_ stream: StreamSpec, _ record: StreamRecord, window: Int64) {
    var meter = Meter(stream.name)
    switch (stream.kind, stream.mode) {
    case (.dynamodb, _):
      var table = TableMeter()
      table.writes = Usage(record.units)
      meter.add(table)
    case (.kinesis, .provisioned): meter.add(Self.provisioned(stream, record))
    case (.kinesis, .onDemand): meter.add(Self.onDemand(stream, record, window: window))
    }
    self.init(meter)
  }

  private static func provisioned(_ stream: StreamSpec, _ record: StreamRecord) -> StreamMeter {
    let shards = Int64(record.shards.area / 1_000_000)
    var meter = StreamMeter()
    meter.shardMilliseconds = Usage(shards)
    meter.putUnits = Usage(record.units)
    if stream.retention > day { meter.extendedShardMilliseconds = Usage(shards) }
    meter.longRetention = Usage(kept(record, for: stream.retention - week))
    for consumer in record.consumers where consumer.isPushed {
      meter.consumerShardMilliseconds += Usage(shards)
      meter.fanOutBytes += Usage(consumer.bytes)
    }
    return meter
  }

  private static func onDemand(_ stream: StreamSpec, _ record: StreamRecord, window: Int64) -> OnDemandStreamMeter {
    var meter = OnDemandStreamMeter()
    meter.milliseconds = Usage(window / 1_000_000)
    meter.bytesIn = Usage(record.units * OnDemandStreamMeter.unit)
    for consumer in record.consumers {
      if consumer.isPushed { meter.fanOutBytes += Usage(consumer.bytes) } else { meter.bytesOut += Usage(consumer.bytes) }
    }
    meter.extendedRetention = Usage(kept(record, for: min(stream.retention, week) - day))
    meter.longRetention = Usage(kept(record, for: stream.retention - week))
    return meter
  }

  /// What all records of the window are kept for some time beyond what is free or charged otherwise: MB times milliseconds.
  ///
  /// - Parameter time: nanoseconds; nothing is kept for one below 0.
  private static func kept(_ record: StreamRecord, for time: Int64) -> Int64 {
    time <= 0 ? 0 : Int64(Int128(record.bytes) * Int128(time / 1_000_000) / Int128(1 << 20))
  }

  private static let day: Int64 = 86_400_000_000_000
  private static let week: Int64 = 7 * day
}
