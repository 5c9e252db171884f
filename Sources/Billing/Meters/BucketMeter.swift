/// What a bucket was asked and what it kept.
///
/// Notifications cost nothing.
public struct BucketMeter: ComponentMeter {
  /// Requests that write or list.
  public var puts: Usage = 0
  /// Requests that read.
  public var gets: Usage = 0
  /// Objects kept: MB times milliseconds.
  public var storage: Usage = 0

  /// A bucket that did nothing.
  public init() {}

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(.bucketPuts, puts), (.bucketGets, gets), (.bucketStorage, storage)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: BucketMeter) {
    puts += other.puts
    gets += other.gets
    storage += other.storage
  }
}
