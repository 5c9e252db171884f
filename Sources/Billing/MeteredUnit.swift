/// What a billed quantity is counted in, and what its price is for.
///
/// Meters count in integers of a unit small enough to need no fraction; price lists quote coarser ones.
/// A megabyte is 1,048,576 bytes and a gigabyte 1,024 of them, as Lambda counts.
public enum MeteredUnit: Hashable, Sendable, CaseIterable {
  /// Requests, counted one by one and priced for a million.
  case request
  /// Memory times time, counted in MB-ms and priced for a GB-s.
  case gigabyteSecond
  /// Memory times time where the provider writes GiB: the same quantity, counted in MB-ms and priced for a GiB-s.
  case gibibyteSecond
  /// Data, counted in bytes and priced for a GB.
  case gigabyte
  /// Processors times time, counted in thousandths of a vCPU times ms and priced for a vCPU-s.
  case vCPUSecond
  /// Processor time, counted in microseconds and priced for a million ms.
  case cpuMillisecond
  /// The time for which something is kept, counted in ms and priced for a month of 730 hours.
  case month
  /// The time for which things are kept, such as shards, counted in things times ms and priced for an hour of one.
  case hour
  /// The time for which things are kept, counted in things times ms and priced for a million minutes of one.
  case minute
  /// Processors times time, counted in thousandths of a vCPU times ms and priced for a vCPU-h.
  case vCPUHour
  /// Memory times time, counted in MB-ms and priced for a GB-h.
  case gigabyteHour
  /// Data times the time for which it is kept, counted in MB-ms and priced for a GB over a month of 730 hours.
  case gigabyteMonth
  /// A load balancer's capacity units times time, counted in millionths of an LCU-h and priced for an LCU-h.
  case capacityHour

  /// How a quantity in this unit is written after its number; empty for requests.
  public var symbol: String {
    switch self {
    case .request: ""
    case .gigabyteSecond: "GB-s"
    case .gibibyteSecond: "GiB-s"
    case .gigabyte: "GB"
    case .vCPUSecond: "vCPU-s"
    case .cpuMillisecond: "CPU-ms"
    case .month: "month"
    case .hour: "h"
    case .minute: "min"
    case .vCPUHour: "vCPU-h"
    case .gigabyteHour: "GB-h"
    case .gigabyteMonth: "GB-month"
    case .capacityHour: "LCU-h"
    }
  }

  /// How a price for this unit is written after `USD/`.
  public var priceSymbol: String {
    switch self {
    case .request: "million"
    case .cpuMillisecond: "million CPU-ms"
    case .minute: "million min"
    default: symbol
    }
  }

  /// How many counts of the meter make one of `symbol`.
  public var counts: Int64 {
    switch self {
    case .request: 1
    case .cpuMillisecond: 1_000
    case .gigabyteSecond, .gibibyteSecond: 1_024 * 1_000
    case .gigabyte: 1_024 * 1_024 * 1_024
    case .vCPUSecond: 1_000 * 1_000
    case .month: Self.hoursOfMonth * 3_600_000
    case .hour: 3_600_000
    case .minute: 60_000
    case .vCPUHour: 1_000 * 3_600_000
    case .gigabyteHour: 1_024 * 3_600_000
    case .gigabyteMonth: 1_024 * Self.hoursOfMonth * 3_600_000
    case .capacityHour: 1_000_000
    }
  }

  /// How many counts of the meter a price is for.
  public var countsOfPrice: Int64 {
    switch self {
    case .request, .cpuMillisecond, .minute: counts * 1_000_000
    default: counts
    }
  }

  /// The hours of a month on a bill.
  ///
  /// - Source: Infracost golden tests: 730 h a month, a twelfth of 365 days.
  public static let hoursOfMonth: Int64 = 730

  /// The counts that `text` writes, such as `400000 GB-s`, `5 GB` or `1e6`; nil if it is in another unit, no number, or too large.
  public func counts(parsing text: some StringProtocol) -> Int64? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let number = words.first.flatMap({ ExactDecimal($0) }), (words.count == 2 ? words[1] : "") == symbol else { return nil }
    return number.scaled(by: counts, over: 1)
  }
}
