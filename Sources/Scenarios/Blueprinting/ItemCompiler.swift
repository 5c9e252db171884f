internal import Fleet
internal import Simulation
internal import Variates

/// What the items carry that something sends or that are there at the start.
extension BlueprintCompiler {
  /// Says of a source what its items carry.
  ///
  /// - Parameters:
  ///   - size: the size of each, bytes.
  ///   - key: their keys, if they have any.
  ///   - kinds: their kinds and shares; empty: all are alike.
  mutating func carry(size: Distribution, key: KeySpec?, kinds: [TrafficSpec.KindShare], into plan: inout SourcePlan) {
    plan.size = blueprint.samplers.add(size)
    plan.keys = key.map { blueprint.samplers.add($0.distribution) }
    if kinds.isEmpty { return }
    let shares = kinds.map { Weighted($0.share, Double(number(ofKind: $0.kind))) }
    plan.kinds = blueprint.samplers.add(.categorical(shares))
  }

  /// A source that sends nothing and says what items carry that are there at the start.
  mutating func source(of initial: InitialItems, _ target: Target, name: String) -> SourcePlan {
    var plan = SourcePlan(kind: .times, function: 0, key: key(of: "\(name) initial"))
    plan.target = target
    carry(size: initial.size, key: initial.key, kinds: initial.kinds, into: &plan)
    return plan
  }
}
