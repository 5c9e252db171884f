import Statistics

extension RecordFields {
  /// A histogram, which adds up; the numbers of its bins are written as distances from one to the next.
  mutating func histogram(_ histogram: inout LatencyHistogram) {
    switch purpose {
    case .writing: write(histogram)
    case .shaping: return
    case .reading: histogram = readHistogram()
    case .adding:
      histogram.add(readHistogram())
      for index in histogram.bins.indices { histogram.bins[index].count = min(histogram.bins[index].count, Self.countLimit) }
    }
  }

  private mutating func write(_ histogram: LatencyHistogram) {
    write(Int64(histogram.bins.count))
    guard !histogram.bins.isEmpty, let maximum = histogram.maximum else {
      if histogram != LatencyHistogram() { isSound = false }
      return
    }
    writeWide(Int128(maximum))
    var last = -1
    for entry in histogram.bins {
      write(Int64(entry.bin - last - 1))
      write(entry.count)
      last = entry.bin
    }
    write(Int64(histogram.coarseSums.count))
    last = -1
    for entry in histogram.coarseSums {
      write(Int64(entry.bin - last - 1))
      writeWide(entry.sum)
      last = entry.bin
    }
  }

  private mutating func readHistogram() -> LatencyHistogram {
    var histogram = LatencyHistogram()
    let count = readCount()
    if count == 0 { return histogram }
    histogram.maximum = readTime()
    histogram.bins.reserveCapacity(count)
    var last = -1
    for _ in 0..<count {
      last = readBin(after: last, below: LatencyBins.chunks * LatencyBins.binsPerChunk)
      histogram.bins.append(.init(bin: last, count: read()))
      if histogram.bins[histogram.bins.count - 1].count == 0 { isSound = false }
    }
    last = -1
    for _ in 0..<readCount() {
      last = readBin(after: last, below: LatencyBins.chunks * LatencyBins.coarsePerChunk)
      histogram.coarseSums.append(.init(bin: last, sum: readWide()))
    }
    return histogram
  }

  /// The next bin of a list in order of their numbers.
  private mutating func readBin(after last: Int, below limit: Int) -> Int {
    let bin = last + 1 + Int(read())
    if bin < limit { return bin }
    isSound = false
    return limit - 1
  }

  /// What latencies were spent on, which adds up; of each row only what is not 0 is written.
  mutating func causes(_ table: inout CauseTable) {
    switch purpose {
    case .writing: write(table)
    case .shaping: return
    case .reading: table = readCauses()
    case .adding: table.add(readCauses())
    }
  }

  private mutating func write(_ table: CauseTable) {
    write(Int64(table.rows.count))
    var last = -1
    for row in table.rows {
      write(Int64(row.bin - last - 1))
      write(Int64(row.spent.count { $0 != 0 }))
      for (cause, amount) in row.spent.enumerated() where amount != 0 {
        write(Int64(cause))
        writeWide(amount)
      }
      last = row.bin
    }
  }

  private mutating func readCauses() -> CauseTable {
    var table = CauseTable()
    var last = -1
    for _ in 0..<readCount() {
      last = readBin(after: last, below: LatencyBins.chunks * LatencyBins.coarsePerChunk)
      var row = CauseTable.Row(bin: last, spent: Array(repeating: 0, count: Cause.allCases.count))
      var place = -1
      for _ in 0..<readCount() {
        let cause = Int(read())
        let amount = readWide()
        if cause <= place || cause >= row.spent.count {
          isSound = false
        } else {
          row.spent[cause] = amount
          place = cause
        }
      }
      table.rows.append(row)
    }
    return table
  }
}
