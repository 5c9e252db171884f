/// What a provisioned stream used.
public struct StreamMeter: ComponentMeter {
  /// Shards times the milliseconds for which they were open.
  public var shardMilliseconds: Usage = 0
  /// Payload units put, rounded up for each record.
  public var putUnits: Usage = 0
  /// Shards times the milliseconds for which they kept records longer than a day: all of the time if the retention is longer.
  public var extendedShardMilliseconds: Usage = 0
  /// Records kept longer than a week: MB times milliseconds beyond it.
  public var longRetention: Usage = 0
  /// Bytes read of records older than a week.
  public var retrievedBytes: Usage = 0
  /// Consumers with enhanced fan-out times shards times milliseconds.
  public var consumerShardMilliseconds: Usage = 0
  /// Bytes handed to consumers with enhanced fan-out.
  public var fanOutBytes: Usage = 0

  /// A stream that did nothing.
  public init() {}

  /// The payload units as which one record is billed: one for each 25 KB of data and key.
  ///
  /// - Source: Amazon Kinesis Data Streams pricing as of the worked example of 35 KB records, 2 units each.
  public static func units(bytes: Int64) -> Int64 { Chunk.units(bytes: bytes, of: 25 << 10) }

  /// Counts a record of so many bytes.
  public mutating func add(recordOf bytes: Int64, wasted: Bool = false) {
    putUnits.add(Self.units(bytes: bytes), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    [
      (.streamShards, shardMilliseconds), (.streamPuts, putUnits), (.streamRetention, extendedShardMilliseconds),
      (.streamLongRetention, longRetention), (.streamRetrieval, retrievedBytes),
      (.streamFanOutConsumers, consumerShardMilliseconds), (.streamFanOutData, fanOutBytes),
    ]
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: StreamMeter) {
    shardMilliseconds += other.shardMilliseconds
    putUnits += other.putUnits
    extendedShardMilliseconds += other.extendedShardMilliseconds
    longRetention += other.longRetention
    retrievedBytes += other.retrievedBytes
    consumerShardMilliseconds += other.consumerShardMilliseconds
    fanOutBytes += other.fanOutBytes
  }
}
