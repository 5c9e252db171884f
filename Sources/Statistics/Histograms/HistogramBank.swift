public import CPrefetch

/// The histograms of many entities in one block of memory, for recording at full speed.
///
/// An entity's chunk (see ``LatencyBins``) takes memory when the first value falls into it, so that the size depends on how many
/// octaves are in use and not on how many values were recorded. Counts are 32 bits wide and sums 64; what
/// wraps is kept in a list.
@frozen public struct HistogramBank: ~Copyable {
  @usableFromInline static let chunkBytes = LatencyBins.binsPerChunk * 4 + LatencyBins.coarsePerChunk * 8

  @usableFromInline let entities: Int
  @usableFromInline var chunkOf: UnsafeMutablePointer<UInt32>
  @usableFromInline var memory: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int
  @usableFromInline var maxima: UnsafeMutablePointer<Int64>
  /// The bins whose 32-bit counts began anew, and the coarse bins whose 64-bit sums did, one entry each time.
  @usableFromInline var wrapped: [(entity: Int, bin: Int)] = []
  @usableFromInline var carriedSums: [(entity: Int, coarse: Int)] = []

  /// A bank of empty histograms.
  ///
  /// - Parameter entities: how many histograms, numbered from 0.
  public init(entities: Int) {
    self.entities = entities
    chunkOf = .allocate(capacity: entities * LatencyBins.chunks)
    chunkOf.initialize(repeating: 0, count: entities * LatencyBins.chunks)
    maxima = .allocate(capacity: max(entities, 1))
    maxima.initialize(repeating: -1, count: max(entities, 1))
    // Chunk 0 stays unused: its number means "none".
    capacity = 16
    used = 1
    memory = .allocate(byteCount: capacity * Self.chunkBytes, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: capacity * Self.chunkBytes)
  }

  @inlinable
  deinit {
    chunkOf.deallocate()
    memory.deallocate()
    maxima.deallocate()
  }

  /// Counts one value.
  ///
  /// - Parameters:
  ///   - value: nanoseconds, not negative.
  ///   - entity: the histogram's number.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func record(_ value: Int64, of entity: Int) {
    let bin = LatencyBins.index(of: value)
    let slot = entity &* LatencyBins.chunks &+ bin &>> 7
    var chunk = chunkOf[slot]
    if _slowPath(chunk == 0) { chunk = open(slot) }
    let base = memory + Int(chunk) &* Self.chunkBytes
    let counts = base.assumingMemoryBound(to: UInt32.self)
    let sums = (base + LatencyBins.binsPerChunk * 4).assumingMemoryBound(to: UInt64.self)
    let place = bin & 127
    counts[place] &+= 1
    if _slowPath(counts[place] == 0) { wrapped.append((entity, bin)) }
    let (sum, carried) = sums[place &>> 4].addingReportingOverflow(UInt64(bitPattern: value))
    sums[place &>> 4] = sum
    if _slowPath(carried) { carriedSums.append((entity, LatencyBins.coarse(bin))) }
    if value > maxima[entity] { maxima[entity] = value }
  }

  /// Asks the processor to fetch where a value will be counted.
  @inlinable @inline(__always)
  public func prefetch(_ value: Int64, of entity: Int) {
    let bin = LatencyBins.index(of: value)
    let chunk = chunkOf[entity &* LatencyBins.chunks &+ bin &>> 7]
    let base = memory + Int(chunk) &* Self.chunkBytes
    fleetsim_prefetch(base + (bin & 127) &* 4)
    fleetsim_prefetch(base + LatencyBins.binsPerChunk * 4 + (bin & 127) &>> 4 &* 8)
  }

  @usableFromInline @inline(never)
  mutating func open(_ slot: Int) -> UInt32 {
    if used == capacity {
      let grown = UnsafeMutableRawPointer.allocate(byteCount: 2 * capacity * Self.chunkBytes, alignment: 64)
      grown.copyMemory(from: memory, byteCount: capacity * Self.chunkBytes)
      (grown + capacity * Self.chunkBytes).initializeMemory(as: UInt8.self, repeating: 0, count: capacity * Self.chunkBytes)
      memory.deallocate()
      memory = grown
      capacity *= 2
    }
    chunkOf[slot] = UInt32(used)
    used += 1
    return UInt32(used - 1)
  }

  /// One entity's histogram as a value.
  ///
  /// - Complexity: O(bins in use).
  public func histogram(of entity: Int) -> LatencyHistogram {
    precondition(entity < entities, "histogram \(entity) of \(entities)")
    var result = LatencyHistogram()
    for chunk in 0..<LatencyBins.chunks where chunkOf[entity * LatencyBins.chunks + chunk] != 0 {
      let base = memory + Int(chunkOf[entity * LatencyBins.chunks + chunk]) * Self.chunkBytes
      let counts = base.assumingMemoryBound(to: UInt32.self)
      let sums = (base + LatencyBins.binsPerChunk * 4).assumingMemoryBound(to: UInt64.self)
      for place in 0..<LatencyBins.binsPerChunk where counts[place] != 0 {
        result.bins.append(.init(bin: chunk * LatencyBins.binsPerChunk + place, count: Int64(counts[place])))
      }
      for coarse in 0..<LatencyBins.coarsePerChunk where sums[coarse] != 0 {
        result.coarseSums.append(.init(bin: chunk * LatencyBins.coarsePerChunk + coarse, sum: Int128(sums[coarse])))
      }
    }
    for wrap in wrapped where wrap.entity == entity { result.add(count: 1 << 32, toBin: wrap.bin) }
    for carried in carriedSums where carried.entity == entity { result.add(sum: 1 << 64, toCoarse: carried.coarse) }
    result.maximum = maxima[entity] < 0 ? nil : maxima[entity]
    return result
  }
}
