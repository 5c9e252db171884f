public import CPrefetch

/// The histograms of many entities in one block of memory, for recording at full speed.
///
/// An entity's chunk (see ``LatencyBins``) takes memory when the first value falls into it, so that the size depends on how many
/// octaves are in use and not on how many values were recorded. A coarse bin is one cache line, and recording a value touches no other: the
/// 16-bit counts of its bins, its 64-bit sum and its greatest value. What wraps is kept apart.
@frozen public struct HistogramBank: ~Copyable {
  @usableFromInline static let lineBytes = 64
  @usableFromInline static let chunkBytes = LatencyBins.coarsePerChunk * lineBytes
  @usableFromInline static let sumOffset = LatencyBins.binsPerChunk / LatencyBins.coarsePerChunk * 2
  @usableFromInline static let maximumOffset = sumOffset + 8

  @usableFromInline let entities: Int
  @usableFromInline var chunkOf: UnsafeMutablePointer<UInt32>
  @usableFromInline var memory: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int
  /// How often a bin's count began anew, by entity and bin, and the coarse bins whose sums did, one entry each time.
  @usableFromInline var wraps: [Int: [Int: Int64]] = [:]
  @usableFromInline var carriedSums: [(entity: Int, coarse: Int)] = []

  /// A bank of empty histograms.
  ///
  /// - Parameter entities: how many histograms, numbered from 0.
  public init(entities: Int) {
    self.entities = entities
    chunkOf = .allocate(capacity: entities * LatencyBins.chunks)
    chunkOf.initialize(repeating: 0, count: entities * LatencyBins.chunks)
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
    let line = self.line(of: bin, in: chunk)
    let count = (line + (bin & 15) &* 2).assumingMemoryBound(to: UInt16.self)
    count.pointee &+= 1
    if _slowPath(count.pointee == 0) { wrap(bin, of: entity) }
    let total = (line + Self.sumOffset).assumingMemoryBound(to: UInt64.self)
    let (sum, carried) = total.pointee.addingReportingOverflow(UInt64(bitPattern: value))
    total.pointee = sum
    if _slowPath(carried) { carriedSums.append((entity, LatencyBins.coarse(bin))) }
    let maximum = (line + Self.maximumOffset).assumingMemoryBound(to: Int64.self)
    if value > maximum.pointee { maximum.pointee = value }
  }

  @inlinable @inline(__always)
  func line(of bin: Int, in chunk: UInt32) -> UnsafeMutableRawPointer {
    memory + (Int(chunk) &* LatencyBins.coarsePerChunk &+ (bin & 127) &>> 4) &* Self.lineBytes
  }

  /// Asks the processor to fetch what leads to where a value will be counted.
  @inlinable @inline(__always)
  public func prefetchWay(_ value: Int64, of entity: Int) {
    fleetsim_prefetch(chunkOf + (entity &* LatencyBins.chunks &+ LatencyBins.index(of: value) &>> 7))
  }

  /// Asks the processor to fetch where a value will be counted.
  @inlinable @inline(__always)
  public func prefetch(_ value: Int64, of entity: Int) {
    let bin = LatencyBins.index(of: value)
    fleetsim_prefetch(line(of: bin, in: chunkOf[entity &* LatencyBins.chunks &+ bin &>> 7]))
  }

  @usableFromInline @inline(never)
  mutating func wrap(_ bin: Int, of entity: Int) { wraps[entity, default: [:]][bin, default: 0] += 1 }

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
    var greatest: Int64 = 0
    let wraps = wraps[entity]
    for chunk in 0..<LatencyBins.chunks where chunkOf[entity * LatencyBins.chunks + chunk] != 0 {
      for coarse in chunk * LatencyBins.coarsePerChunk..<(chunk + 1) * LatencyBins.coarsePerChunk {
        let line = self.line(of: coarse << 4, in: chunkOf[entity * LatencyBins.chunks + chunk])
        let counts = line.assumingMemoryBound(to: UInt16.self)
        for place in 0..<16 {
          let bin = coarse << 4 + place
          let count = Int64(counts[place]) + (wraps.map { $0[bin] ?? 0 } ?? 0) << 16
          if count != 0 { result.bins.append(.init(bin: bin, count: count)) }
        }
        let sum = line.load(fromByteOffset: Self.sumOffset, as: UInt64.self)
        if sum != 0 { result.coarseSums.append(.init(bin: coarse, sum: Int128(sum))) }
        greatest = max(greatest, line.load(fromByteOffset: Self.maximumOffset, as: Int64.self))
      }
    }
    for carried in carriedSums where carried.entity == entity { result.add(sum: 1 << 64, toCoarse: carried.coarse) }
    result.maximum = result.bins.isEmpty ? nil : greatest
    return result
  }
}
