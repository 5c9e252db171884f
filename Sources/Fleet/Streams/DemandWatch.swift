import Simulation

/// What is written to a stream that follows demand, in sixteen intervals, of which fifteen make the time within which growth is limited.
///
/// - Source: Amazon Kinesis Data Streams Developer Guide, On-demand mode: it bears twice the peak of the past; writes that more than
///   double within 15 minutes can be throttled.
struct DemandWatch: BitwiseCopyable {
  /// The interval that is being counted, and what came in it.
  private var interval: Int64 = 0
  private var records: Int64 = 0
  private var bytes: Int64 = 0
  /// The shards that earlier intervals would have filled, by interval modulo the length.
  private var loads = InlineArray<16, Double>(repeating: 0)
  /// The most of them among the intervals that are far enough back.
  private var peak = 0.0

  /// Counts a record.
  mutating func count(bytes size: Int64) {
    records &+= 1
    bytes &+= size
  }

  /// Goes on to the interval of a time.
  ///
  /// - Returns: how many shards the stream is to have at least; nil within an interval.
  mutating func advance(to now: Nanoseconds, _ plan: StreamPlan) -> UInt32? {
    let length = plan.within / 15
    let present = now / length
    if present == interval { return nil }
    let seconds = Double(length) / Double(Nanoseconds.second)
    loads[Int(interval % 16)] = max(
      Double(records) / seconds / Double(plan.writeRecords), Double(bytes) / seconds / Double(plan.writeBytes))
    for passed in interval + 1...min(present, interval + 16) {
      // What ended fifteen intervals before counts now, and gives its place to the one that begins.
      peak = max(peak, loads[Int(passed % 16)])
      loads[Int(passed % 16)] = 0
    }
    (interval, records, bytes) = (present, 0, 0)
    return UInt32(min((plan.headroom * peak).rounded(.up), 1e6))
  }
}
