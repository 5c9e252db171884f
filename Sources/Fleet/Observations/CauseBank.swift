import Simulation
import Statistics

/// What the requests of many entities spent on each cause, by the coarse bin of their latency: a ``CauseTable`` for each, in one block.
///
/// A coarse bin's sums take memory when the first request falls into it. They are found by the entity and octave, then by the bin.
struct CauseBank: ~Copyable {
  /// For each entity and octave the first of its coarse bins among `rows`; none where no request has fallen into it.
  private var octaves: Table<UInt32>
  /// For each of these the first of its sums; none where there are none.
  private var rows = Table<UInt32>()
  private var sums = Table<Int128>()

  private static var none: UInt32 { .max }

  /// A bank without sums.
  ///
  /// - Parameter entities: how many entities, numbered from 0.
  init(entities: Int) {
    octaves = Table(capacity: entities * LatencyBins.chunks)
    for _ in 0..<entities * LatencyBins.chunks { octaves.append(Self.none) }
  }

  /// Adds what a request has waited for.
  ///
  /// - Parameter latency: the request's, in nanoseconds.
  /// - Complexity: O(causes that it waited for).
  mutating func add(_ waits: inout Ledger, of entity: Int, latency: Nanoseconds) {
    if waits.isEmpty { return }
    waits.add(to: &sums, from: place(of: entity, LatencyBins.coarse(LatencyBins.index(of: latency))))
  }

  /// Where the sums of an entity and coarse bin begin; they are made if there are none.
  @inline(__always)
  private mutating func place(of entity: Int, _ bin: Int) -> Int {
    let octave = entity &* LatencyBins.chunks &+ bin / LatencyBins.coarsePerChunk
    if octaves[octave] == Self.none { open(octave) }
    let row = Int(octaves[octave]) &+ bin % LatencyBins.coarsePerChunk
    if rows[row] == Self.none { fill(row) }
    return Int(rows[row])
  }

  @inline(never)
  private mutating func open(_ octave: Int) {
    octaves[octave] = UInt32(rows.count)
    for _ in 0..<LatencyBins.coarsePerChunk { rows.append(Self.none) }
  }

  @inline(never)
  private mutating func fill(_ row: Int) {
    rows[row] = UInt32(sums.count)
    for _ in 0..<Cause.allCases.count { sums.append(0) }
  }

  /// One entity's sums as a value.
  func table(of entity: Int) -> CauseTable {
    var table = CauseTable()
    for chunk in 0..<LatencyBins.chunks where octaves[entity * LatencyBins.chunks + chunk] != Self.none {
      let first = Int(octaves[entity * LatencyBins.chunks + chunk])
      for place in 0..<LatencyBins.coarsePerChunk where rows[first + place] != Self.none {
        let spent = (0..<Cause.allCases.count).map { cause in sums[Int(rows[first + place]) + cause] }
        if spent.contains(where: { $0 != 0 }) { table.rows.append(.init(bin: chunk * LatencyBins.coarsePerChunk + place, spent: spent)) }
      }
    }
    return table
  }
}
