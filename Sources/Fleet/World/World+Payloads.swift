import Simulation
import Variates

/// What the size of an item does to its way.
extension World {
  /// How long it takes to transfer what a strand hands on.
  ///
  /// - Parameter key: the number from which the hop's draws derive.
  mutating func transferTime(of index: UInt32, _ hop: HopPlan, _ key: UInt64) -> Nanoseconds {
    Nanoseconds(min(Double(sizeOfHop(index, hop, key)) * hop.transfer, Double(SamplerBank.longest)))
  }

  /// The size of what a strand hands on: what the step says, else that of the item at hand.
  private mutating func sizeOfHop(_ index: UInt32, _ hop: HopPlan, _ key: UInt64) -> Int64 {
    if let size = hop.size { return plan.samplers.nanoseconds(size, Draw(key &+ Salt.itemSize)) }
    let strand = steps.strands[index]
    let subject = subject(of: functions.invocations[strand.invocation], item: strand.walk.item)
    if subject.size >= 0 { return subject.size }
    return plan.samplers.nanoseconds(plan.sources[subject.source].size, Draw(subject.item &+ Salt.itemSize))
  }

  /// A time in which something goes to or comes from a bucket, as long as the bucket's faults make it.
  mutating func lengthenTransfer(_ time: Nanoseconds, with bucket: Target?) -> Nanoseconds {
    guard let bucket else { return time }
    return lengthen(time, plan.brokers[bucket.index].faults)
  }

  /// How long it takes to transfer what a source hands over.
  ///
  /// - Parameter item: the number from which the item's draws derive.
  mutating func transferTime(of item: UInt64, from source: UInt32) -> Nanoseconds {
    let size = plan.samplers.nanoseconds(plan.sources[source].size, Draw(item &+ Salt.itemSize))
    return Nanoseconds(min(Double(size) * plan.sources[source].transfer, Double(SamplerBank.longest)))
  }

  /// Gives an item that is handed on its size, or that of the link which is handed on in its place.
  ///
  /// - Parameter part: the size of the part, where a payload was split; -1 elsewhere.
  mutating func sizeItem(_ item: inout Item, _ hop: HopPlan, _ key: UInt64, part: Int64) {
    item.size = item.payloadSize
    item.claimed = -1
    item.claim = Item.noClaim
    if let size = hop.size { item.size = plan.samplers.nanoseconds(size, Draw(key &+ Salt.itemSize)) }
    if part >= 0 { item.size = part }
    if hop.claim == Item.noClaim { return }
    item.size = items.size(of: item, plan)
    item.replace(bySize: hop.link, in: hop.claim)
  }

  /// The size of the payload that a split hands on in parts; a strand stands at it.
  mutating func splitSize(of index: UInt32) -> Int64 {
    let strand = steps.strands[index]
    let operation = plan.operations[strand.walk.place + 1]
    let subject = subject(of: functions.invocations[strand.invocation], item: strand.walk.item)
    return sizeOfHop(index, plan.hops[operation.detail], Key.mix(subject.key &+ operation.salt &+ strand.walk.visit))
  }

  /// How many parts a payload has, at least 1.
  mutating func parts(of size: Int64, _ split: Operation) -> UInt32 {
    let most = max(1, Int64(split.sampler.constant ?? 1))
    return UInt32(clamping: max(1, (size + most - 1) / most))
  }

  /// The size of a part, by its number from 0.
  mutating func part(_ number: UInt32, of size: Int64, _ split: Operation) -> Int64 {
    let most = max(1, Int64(split.sampler.constant ?? 1))
    return max(0, min(most, size - Int64(number) * most))
  }
}
