import Simulation
import Variates

/// Which items a subscription lets through.
public struct ItemFilterPlan: Sendable, BitwiseCopyable {
  /// The range of kinds that pass among ``Blueprint/filterKinds``; empty for all.
  public var firstKind: UInt32 = 0
  /// See ``firstKind``.
  public var kinds: UInt32 = 0
  /// The largest size that passes, in bytes.
  public var largest = Int64.max

  /// A filter that lets everything through.
  public init() {}

  /// Whether it lets everything through.
  var passesAll: Bool { kinds == 0 && largest == .max }
}

extension ItemTable {
  /// Whether a filter lets an item through.
  func passes(_ index: UInt32, _ filter: ItemFilterPlan, _ plan: Plan) -> Bool {
    if filter.passesAll { return true }
    let item = records[index]
    if filter.largest < .max && size(of: item, plan) > filter.largest { return false }
    if filter.kinds == 0 { return true }
    let kind = kind(of: item, plan)
    for place in filter.firstKind..<filter.firstKind + filter.kinds where plan.filterKinds[place] == kind { return true }
    return false
  }
}
