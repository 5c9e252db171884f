/// The log-linear grid on which latencies are counted.
///
/// Values are nanoseconds. Below 2^17 ns (131 us) a bin is 1,024 ns wide; above, each octave [2^e, 2^(e+1)) has 128 bins, so that a
/// bin's middle is within 0.4 % of every value in it. An octave's bins lie together in one *chunk*; chunk 0 holds the linear part.
/// Within a chunk, 16 neighbouring bins share one *coarse bin*, for which sums are kept beside the counts.
///
/// - Source: the bucket layout of HdrHistogram (hdrhistogram.org), with a power of two in place of decimal digits.
public enum LatencyBins {
  /// The number of bins in one chunk.
  public static let binsPerChunk = 128

  /// The number of coarse bins in one chunk.
  public static let coarsePerChunk = 8

  /// The number of chunks that cover every non-negative 64-bit value.
  public static let chunks = 47

  /// The bin of a value: its chunk's number times 128 plus its place in the chunk.
  ///
  /// - Parameter value: nanoseconds; negative values count as 0.
  @inlinable @inline(__always)
  public static func index(of value: Int64) -> Int {
    let magnitude = UInt64(bitPattern: max(value, 0))
    let exponent = max(16, 63 &- (magnitude | 1).leadingZeroBitCount)
    let place = Int(truncatingIfNeeded: (magnitude &>> UInt64(truncatingIfNeeded: max(10, exponent &- 7))) & 127)
    return (exponent &- 16) &* binsPerChunk &+ place
  }

  /// The coarse bin to which a bin belongs.
  @inlinable @inline(__always)
  public static func coarse(_ bin: Int) -> Int { bin &>> 4 }

  /// The least value of a bin, in nanoseconds.
  public static func lowerBound(_ bin: Int) -> Int64 {
    let chunk = bin / binsPerChunk
    let place = Int64(bin % binsPerChunk)
    return chunk == 0 ? place << 10 : (128 + place) << Int64(chunk + 9)
  }

  /// The width of a bin, in nanoseconds.
  public static func width(_ bin: Int) -> Int64 {
    1 << Int64(max(10, bin / binsPerChunk + 9))
  }

  /// The value that stands for all of a bin: its middle, in nanoseconds.
  public static func middle(_ bin: Int) -> Int64 { lowerBound(bin) + width(bin) / 2 }
}
