internal import Fleet
internal import Simulation

extension BlueprintCompiler {
  /// Which items a subscription lets through.
  mutating func filter(_ filter: ItemFilter?) -> ItemFilterPlan {
    var plan = ItemFilterPlan()
    guard let filter else { return plan }
    plan.largest = filter.largest ?? .max
    plan.firstKind = UInt32(blueprint.filterKinds.count)
    plan.kinds = UInt32(filter.kinds.count)
    for kind in filter.kinds { blueprint.filterKinds.append(UInt16(truncatingIfNeeded: number(ofKind: kind))) }
    return plan
  }
}
