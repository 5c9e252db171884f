extension CostTable {
  /// Puts the mean of several bills in place of what all of them come to.
  ///
  /// A month's tiers and free tier hold for each replication by itself, so that a month's bill is the mean of bills and not the bill of a
  /// mean. Lines are rounded to the nano-dollar, and the totals are their sums.
  ///
  /// - Parameter bills: one a replication, at least one; every line of theirs is a line here.
  /// - Complexity: O(lines of all bills).
  mutating func takeMean(of bills: [CostTable]) {
    var next = bills.map { $0.lines[...] }
    for index in lines.indices {
      let own = next.indices.compactMap { bill -> CostLine? in
        guard let line = next[bill].first, line.component == lines[index].component, line.item == lines[index].item else { return nil }
        next[bill].removeFirst()
        return line
      }
      lines[index].takeMean(of: own, among: bills.count)
    }
    precondition(next.allSatisfy(\.isEmpty), "a line of a replication's bill is missing in the bill of all")
    run = lines.reduce(0) { $0 + $1.run }
    month = lines.reduce(0) { $0 + $1.month }
    hasFreeTier = bills.contains { $0.hasFreeTier }
    monthByComponent = [:]
    for line in lines { monthByComponent[line.component, default: 0] += line.month }
  }
}

extension CostLine {
  /// The mean of the lines of some bills; those without such a line count as nothing.
  fileprivate mutating func takeMean(of lines: [CostLine], among bills: Int) {
    func mean(_ amount: (CostLine) -> Int64) -> Int64 {
      Int64(lines.reduce(Int128(0)) { $0 + Int128(amount($1)) }.roundedQuotient(Int128(bills)))
    }
    let absent = [Figure](repeating: .integer(0), count: bills - lines.count)
    quantity = Figure.mean(lines.map(\.quantity) + absent)
    run = mean(\.run)
    month = mean(\.month)
    wasted = mean(\.wasted)
    monthWasted = mean(\.monthWasted)
    for index in waste.indices {
      waste[index] = WasteCost(run: mean { $0.waste[index].run }, month: mean { $0.waste[index].month })
    }
    initialization = mean(\.initialization)
  }
}
