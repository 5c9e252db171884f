/// The bill of a run by line item.
public struct CostTable: Equatable, Sendable {
  /// The lines, by function in the scenario's order, the account's own last.
  public var lines: [CostLine]
  /// What the measured window costs, in nano-dollars.
  public var run: Int64
  /// What a month costs, in nano-dollars.
  public var month: Int64
  /// What a month of each function costs, in nano-dollars.
  private var monthByFunction: [String: Int64] = [:]

  /// A bill of some lines.
  public init(lines: [CostLine]) {
    self.lines = lines
    run = lines.reduce(0) { $0 + $1.run }
    month = lines.reduce(0) { $0 + $1.month }
    for line in lines {
      if let component = line.component { monthByFunction[component, default: 0] += line.month }
    }
  }

  /// What a month of a function costs, in nano-dollars.
  public func month(of function: String) -> Int64 { monthByFunction[function] ?? 0 }

  /// What a month costs by item, the dearest first, items of equal cost by name; nano-dollars.
  public var monthByItem: [(item: String, month: Int64)] {
    var sums: [String: Int64] = [:]
    for line in lines { sums[line.item, default: 0] += line.month }
    return sums.map { (item: $0.key, month: $0.value) }.sorted { $0.month == $1.month ? $0.item < $1.item : $0.month > $1.month }
  }
}
