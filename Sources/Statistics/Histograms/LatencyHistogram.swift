/// How often each latency occurred: counts on the grid of ``LatencyBins``, exact sums by coarse bin, the exact maximum.
///
/// All of it is integers, so that adding histograms in any order gives the same bytes.
public struct LatencyHistogram: Sendable, Equatable {
  /// A bin in use.
  public struct Bin: Sendable, Equatable {
    /// The bin's number on the grid.
    public var bin: Int
    /// How many values fell into it; more than 0.
    public var count: Int64
  }

  /// The sum of the values in a coarse bin.
  public struct CoarseSum: Sendable, Equatable {
    /// The coarse bin's number.
    public var bin: Int
    /// Nanoseconds.
    public var sum: Int128
  }

  /// The bins in use, in order of their values.
  public var bins: [Bin] = []

  /// The sums of the coarse bins in use, in order of their values.
  public var coarseSums: [CoarseSum] = []

  /// The greatest value, in nanoseconds; nil in an empty histogram.
  public var maximum: Int64?

  /// An empty histogram.
  public init() {}

  /// The histogram of some values.
  ///
  /// - Parameter values: nanoseconds, not negative.
  public init(_ values: some Sequence<Int64>) {
    var bank = HistogramBank(entities: 1)
    for value in values { bank.record(value, of: 0) }
    self = bank.histogram(of: 0)
  }

  /// How many values were counted.
  ///
  /// - Complexity: O(bins).
  public var count: Int64 { bins.reduce(0) { $0 + $1.count } }

  /// The sum of all values, in nanoseconds.
  ///
  /// - Complexity: O(coarse bins).
  public var sum: Int128 { coarseSums.reduce(0) { $0 + $1.sum } }

  /// The mean, in nanoseconds; nil in an empty histogram.
  public var mean: Double? {
    let count = count
    return count == 0 ? nil : Double(sum) / Double(count)
  }

  /// The value at or below which a share of all values lies, in nanoseconds, within 0.4 % (512 ns below 131 us).
  ///
  /// - Parameters:
  ///   - share: from 0 to 1.
  ///   - infinite: how many further values rank above every counted one, not negative.
  /// - Returns: nil where the rank falls among the infinite ones, or where there are no values.
  /// - Complexity: O(bins).
  public func quantile(_ share: Double, infinite: Int64 = 0) -> Int64? {
    let total = count + infinite
    guard total > 0, let maximum else { return nil }
    let rank = Self.rank(of: share, among: total)
    var below: Int64 = 0
    for entry in bins {
      below += entry.count
      if below >= rank { return min(LatencyBins.middle(entry.bin), maximum) }
    }
    return nil
  }

  /// The least rank, from 1, at or below which a share of some values lies.
  ///
  /// A share such as 0.55 is no binary fraction: what its product with 100 has above 55 is rounding, and 55 the rank.
  private static func rank(of share: Double, among total: Int64) -> Int64 {
    let product = share * Double(total)
    let nearest = product.rounded()
    let isWhole = abs(product - nearest) <= 2 * product.ulp
    return max(1, Int64(isWhole ? nearest : product.rounded(.up)))
  }

  /// How many values lie in bins at or above that of a value.
  ///
  /// - Parameter value: nanoseconds.
  public func count(from value: Int64) -> Int64 {
    let first = LatencyBins.index(of: value)
    return bins.reduce(0) { $0 + ($1.bin >= first ? $1.count : 0) }
  }

  /// Adds another histogram's counts.
  ///
  /// - Complexity: O(bins of both).
  public mutating func add(_ other: LatencyHistogram) {
    if other.bins.isEmpty { return }
    bins = merged(bins, other.bins, by: \.bin) { Bin(bin: $0.bin, count: $0.count + $1.count) }
    coarseSums = merged(coarseSums, other.coarseSums, by: \.bin) { CoarseSum(bin: $0.bin, sum: $0.sum + $1.sum) }
    if let theirs = other.maximum { maximum = max(maximum ?? theirs, theirs) }
  }

  mutating func add(count: Int64, toBin bin: Int) {
    bins = merged(bins, [Bin(bin: bin, count: count)], by: \.bin) { Bin(bin: $0.bin, count: $0.count + $1.count) }
  }

  mutating func add(sum: Int128, toCoarse bin: Int) {
    coarseSums = merged(coarseSums, [CoarseSum(bin: bin, sum: sum)], by: \.bin) { CoarseSum(bin: $0.bin, sum: $0.sum + $1.sum) }
  }
}

/// Merges two lists that are sorted by a key, uniting the elements that share one.
func merged<Element>(
  _ left: [Element], _ right: [Element], by key: KeyPath<Element, Int>, uniting unite: (Element, Element) -> Element
) -> [Element] {
  var result: [Element] = []
  result.reserveCapacity(left.count + right.count)
  var (i, j) = (0, 0)
  while i < left.count, j < right.count {
    let (a, b) = (left[i][keyPath: key], right[j][keyPath: key])
    if a == b { result.append(unite(left[i], right[j])) } else { result.append(a < b ? left[i] : right[j]) }
    i += a <= b ? 1 : 0
    j += b <= a ? 1 : 0
  }
  result.append(contentsOf: left[i...])
  result.append(contentsOf: right[j...])
  return result
}
