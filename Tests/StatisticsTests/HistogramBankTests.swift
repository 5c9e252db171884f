import Testing
import Variates

@testable import Statistics

@Suite("HistogramBank")
struct HistogramBankTests {
  @Test("each entity's histogram is that of its own values, however many octaves are in use")
  func entities() {
    var draw = Draw(case: 1)
    var bank = HistogramBank(entities: 9)
    var values = [[Int64]](repeating: [], count: 9)
    for _ in 0..<20_000 {
      let entity = Int(draw.below(8))
      let value = draw.number(in: 0...(1 << draw.number(in: 0...62)))
      bank.record(value, of: entity)
      values[entity].append(value)
    }
    for entity in 0..<9 {
      let histogram = bank.histogram(of: entity)
      #expect(histogram == LatencyHistogram(values[entity]), "entity \(entity)")
    }
  }

  @Test("a count goes on beyond 16 bits", arguments: [UInt16.max, UInt16.max - 1, UInt16.max - 4])
  func wrappedCount(count: UInt16) {
    var bank = HistogramBank(entities: 2)
    let value: Int64 = 250_000_000
    for entity in 0..<2 { bank.record(value, of: entity) }
    bank.set(count: count, sum: UInt64(count) * UInt64(value), of: value, entity: 1)
    for _ in 0..<3 { bank.record(value, of: 1) }
    let (other, histogram) = (bank.histogram(of: 0), bank.histogram(of: 1))
    #expect(other.count == 1)
    #expect(histogram.count == Int64(count) + 3)
    #expect(histogram.sum == Int128(value) * Int128(count) + 3 * Int128(value))
    #expect(histogram.bins.count == 1 && histogram.maximum == value)
  }

  @Test("counts go on however often they begin anew, beside others that do not")
  func wrappedOften() {
    var bank = HistogramBank(entities: 2)
    for _ in 0..<200_000 { bank.record(1_000_000, of: 0) }
    for _ in 0..<65_536 { bank.record(2_000_000, of: 0) }
    bank.record(1_000_000, of: 1)
    #expect(bank.histogram(of: 0).bins.map(\.count) == [200_000, 65_536])
    #expect(bank.histogram(of: 0).sum == 200_000_000_000 + 131_072_000_000)
    #expect(bank.histogram(of: 1).bins.map(\.count) == [1])
  }

  @Test("a sum goes on beyond 64 bits")
  func carriedSum() {
    var bank = HistogramBank(entities: 1)
    let value = Int64.max - 3
    for _ in 0..<7 { bank.record(value, of: 0) }
    let histogram = bank.histogram(of: 0)
    #expect(histogram.count == 7 && histogram.sum == 7 * Int128(value))
    var twice = histogram
    twice.add(histogram)
    #expect(twice.sum == 14 * Int128(value))
  }
}

extension HistogramBank {
  /// Sets what a value's bin, into which one value has fallen, has counted so far.
  fileprivate mutating func set(count: UInt16, sum: UInt64, of value: Int64, entity: Int) {
    let bin = LatencyBins.index(of: value)
    let chunk = chunkOf[entity * LatencyBins.chunks + bin / LatencyBins.binsPerChunk]
    let line = self.line(of: bin, in: chunk)
    line.assumingMemoryBound(to: UInt16.self)[bin % 16] = count
    line.storeBytes(of: sum, toByteOffset: Self.sumOffset, as: UInt64.self)
  }
}
