import Statistics
import Testing

@Suite("LatencyBins")
struct LatencyBinsTests {
  @Test("the bins cover all values, one after another")
  func contiguous() {
    let bins = LatencyBins.chunks * LatencyBins.binsPerChunk
    var next: Int64 = 0
    for bin in 0..<bins {
      #expect(LatencyBins.lowerBound(bin) == next, "bin \(bin)")
      let last = next + (LatencyBins.width(bin) - 1)
      #expect(LatencyBins.index(of: next) == bin && LatencyBins.index(of: last) == bin, "bin \(bin)")
      #expect(LatencyBins.coarse(bin) == bin / (LatencyBins.binsPerChunk / LatencyBins.coarsePerChunk))
      if bin + 1 == bins { #expect(last == .max) } else { next = last + 1 }
    }
  }

  @Test("a bin's middle is within 0.4 % of its values, below 131 us within 512 ns")
  func precision() {
    for bin in 0..<LatencyBins.chunks * LatencyBins.binsPerChunk {
      let (least, middle) = (LatencyBins.lowerBound(bin), LatencyBins.middle(bin))
      let farthest = max(middle - least, least + (LatencyBins.width(bin) - 1) - middle)
      #expect(least < 1 << 17 ? farthest <= 512 : Double(farthest) <= 0.004 * Double(least), "bin \(bin)")
    }
  }

  @Test("values below 0 count as 0")
  func negative() { #expect(LatencyBins.index(of: -1) == 0 && LatencyBins.index(of: .min) == 0) }
}
