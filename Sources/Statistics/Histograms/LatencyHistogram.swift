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

    /// So many values in a bin.
    public init(bin: Int, count: Int64) {
      self.bin = bin
      self.count = count
    }
  }

  /// The sum of the values in a coarse bin.
  public struct CoarseSum: Sendable, Equatable {
    /// The coarse bin's number.
    public var bin: Int
    /// Nanoseconds.
    public var sum: Int128

    /// A coarse bin with its sum.
    public init(bin: Int, sum: Int128) {
      self.bin = bin
      self.sum = sum
    }
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

  /// The value at or below which a share of all values lies, in nanoseconds, within 0.4 % (512 ns below 131 us); what is 0 is exact.
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
      if below >= rank { return value(of: entry.bin, maximum) }
    }
    return nil
  }

  /// The value that stands for all of a bin: its middle, as far as that is possible.
  ///
  /// Zeros are frequent, and their bin goes up to 1,023 ns: where the sum of its coarse bin is 0, nothing else is in it.
  func value(of bin: Int, _ maximum: Int64) -> Int64 {
    if bin == 0 && (coarseSums.isEmpty || coarseSums[0].bin > 0 || coarseSums[0].sum == 0) { return 0 }
    return min(LatencyBins.middle(bin), maximum)
  }

  /// The least rank, from 1, at or below which a share of some values lies.
  ///
  /// A share such as 0.55 is no binary fraction: what its product with 100 has above 55 is rounding, and 55 the rank.
  static func rank(of share: Double, among total: Int64) -> Int64 {
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
    if bins.isEmpty {
      self = other
      return
    }
    bins = merged(bins, other.bins)
    coarseSums = merged(coarseSums, other.coarseSums)
    if let theirs = other.maximum { maximum = max(maximum ?? theirs, theirs) }
  }

  mutating func add(sum: Int128, toCoarse bin: Int) { coarseSums = merged(coarseSums, [CoarseSum(bin: bin, sum: sum)]) }
}

/// An entry of a list that is sorted by bins.
protocol BinEntry {
  /// The bin's number.
  var bin: Int { get }
  /// Takes in an entry of the same bin.
  mutating func add(_ other: Self)
}

extension LatencyHistogram.Bin: BinEntry {
  mutating func add(_ other: Self) { count += other.count }
}

extension LatencyHistogram.CoarseSum: BinEntry {
  mutating func add(_ other: Self) { sum += other.sum }
}

/// Merges two lists that are sorted by bins, uniting the entries of one bin.
func merged<Entry: BinEntry>(_ left: [Entry], _ right: [Entry]) -> [Entry] {
  var result: [Entry] = []
  result.reserveCapacity(left.count + right.count)
  var (i, j) = (0, 0)
  while i < left.count, j < right.count {
    if left[i].bin == right[j].bin {
      var both = left[i]
      both.add(right[j])
      result.append(both)
      (i, j) = (i + 1, j + 1)
    } else if left[i].bin < right[j].bin {
      result.append(left[i])
      i += 1
    } else {
      result.append(right[j])
      j += 1
    }
  }
  result.append(contentsOf: left[i...])
  result.append(contentsOf: right[j...])
  return result
}
