/// How one line of a variant's bill differs from the baseline's; money in nano-dollars.
public struct CostDifference: Equatable, Sendable {
  /// What became of a line; the raw value is its mark in a list.
  public enum Change: String, Equatable, Sendable {
    /// Only the variant has it.
    case added = "+"
    /// Only the baseline has it.
    case removed = "-"
    /// Both have it, and it costs another amount.
    case changed = "~"
    /// Both have it and pay the same.
    case same = "="
  }

  /// The variant's name.
  public var variant: String
  /// The component that pays.
  public var component: String
  /// What is paid for, by the price book's word.
  public var item: String
  /// What quantities count.
  public var unit: String
  /// The baseline's quantity in the window.
  public var baselineQuantity: Figure
  /// The variant's.
  public var quantity: Figure
  /// What the baseline pays a month.
  public var baselineMonth: Int64
  /// What the variant pays a month.
  public var month: Int64
  /// What became of the line.
  public var change: Change

  /// What a month costs more, negative where less.
  public var difference: Int64 { month - baselineMonth }

  /// The lines of two bills: those of the baseline in their order, then those that only the variant has.
  ///
  /// - Complexity: O(lines of both).
  static func list(_ baseline: CostTable, _ candidate: CostTable, variant: String) -> [CostDifference] {
    func key(_ line: CostLine) -> [String] { [line.component, line.item] }
    let theirs = Dictionary(uniqueKeysWithValues: candidate.lines.map { (key($0), $0) })
    let known = Set(baseline.lines.map(key))
    return baseline.lines.map { CostDifference(variant, $0, theirs[key($0)]) }
      + candidate.lines.filter { !known.contains(key($0)) }.map { CostDifference(variant, nil, $0) }
  }

  /// - Parameters: one of the lines may be missing, not both.
  private init(_ variant: String, _ old: CostLine?, _ new: CostLine?) {
    self.variant = variant
    component = (old ?? new)?.component ?? ""
    item = (old ?? new)?.item ?? ""
    unit = (old ?? new)?.unit ?? ""
    (baselineQuantity, quantity) = (old?.quantity ?? .integer(0), new?.quantity ?? .integer(0))
    (baselineMonth, month) = (old?.month ?? 0, new?.month ?? 0)
    change = old == nil ? .added : new == nil ? .removed : old?.month == new?.month ? .same : .changed
  }
}
