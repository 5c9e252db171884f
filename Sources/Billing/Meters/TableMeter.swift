/// What a table on demand used, and the reads of its stream.
public struct TableMeter: ComponentMeter {
  /// Write request units.
  public var writes: Usage = 0
  /// Read request units.
  public var reads: Usage = 0
  /// Requests that read the table's stream.
  public var streamReads: Usage = 0
  /// Data in the table: MB times milliseconds.
  public var storage: Usage = 0

  /// The bytes of an item whose write takes one request unit; each write is rounded up.
  ///
  /// - Source: Amazon DynamoDB pricing, on-demand: a write request unit for each KB of an item.
  public static let writeUnit: Int64 = 1 << 10

  /// A table that did nothing.
  public init() {}

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    [(.tableWrites, writes), (.tableReads, reads), (.tableStreamReads, streamReads), (.tableStorage, storage)]
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: TableMeter) {
    writes += other.writes
    reads += other.reads
    streamReads += other.streamReads
    storage += other.storage
  }
}
