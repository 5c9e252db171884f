import Simulation
import Variates

@testable import Fleet

extension RandomFleet {
  /// Streams with limits, and functions that they drive; some sources and hops write to them.
  ///
  /// All sources and links have been made before.
  mutating func addStreams() {
    let count = Int(draw.number(in: 1...2))
    for _ in 0..<count { addStream() }
    for index in blueprint.sources.indices where !blueprint.sources[index].isWarmer && draw.chance(0.4) {
      blueprint.sources[index].target = Target(.stream, UInt32(draw.below(UInt64(count))))
      blueprint.sources[index].isFollowed = true
      blueprint.sources[index].payloadLimit = .max
      if draw.chance(0.5) { blueprint.sources[index].keys = blueprint.samplers.add(.zipf(n: 5, s: draw.one(of: [0, 1.5]))) }
    }
    for index in blueprint.hops.indices where draw.chance(0.1) {
      blueprint.hops[index].target = Target(.stream, UInt32(draw.below(UInt64(count))))
      if draw.chance(0.5) { blueprint.hops[index].count = Sampler(constant: Double(draw.number(in: 0...3))) }
    }
  }

  private mutating func addStream() {
    var plan = StreamPlan(key: key())
    plan.shards = UInt32(draw.number(in: 1...4))
    if draw.chance(0.3) { plan.retention = draw.number(in: 2...20) * .second }
    if draw.chance(0.2) { plan.maxRecordSize = 2500 }
    if draw.chance(0.4) { (plan.writeRecords, plan.writeBytes) = (draw.number(in: 1...10), draw.number(in: 1000...20_000)) }
    if draw.chance(0.4) { (plan.readBytes, plan.readCalls) = (draw.number(in: 1000...20_000), draw.number(in: 1...5)) }
    if draw.chance(0.4) { (plan.answerBytes, plan.answerRecords) = (draw.number(in: 1000...10_000), UInt32(draw.number(in: 1...20))) }
    plan.pollEvery = isGridded ? 100 * .millisecond : draw.one(of: [1, 250 * .millisecond, .second])
    if draw.chance(0.6) { plan.overhead = sampler(100) }
    if draw.chance(0.25) {
      (plan.writeRecords, plan.writeBytes) = (draw.number(in: 1...5), 5000)
      (plan.followsDemand, plan.within) = (true, 15 * draw.one(of: [100 * .millisecond, .second]))
    } else if draw.chance(0.5) {
      plan.firstReshard = UInt32(blueprint.reshards.count)
      plan.reshards = UInt32(draw.number(in: 1...3))
      let times = (0..<plan.reshards).map { _ in time(seconds * 500) }.sorted()
      for time in times { blueprint.reshards.append(Reshard(at: time, shards: UInt32(draw.number(in: 1...6)))) }
    }
    if draw.chance(0.3) { plan.initial = draw.number(in: 0...50) }
    plan.firstConsumer = UInt32(blueprint.consumers.count)
    plan.consumers = UInt32(draw.number(in: 0...3))
    for _ in 0..<plan.consumers { addConsumer() }
    blueprint.streams.append(plan)
  }

  private mutating func addConsumer() {
    let function = addBatchFunction()
    var link = LinkPlan(to: function)
    link.carriesBatches = true
    let flow = UInt32(blueprint.sources.count + blueprint.links.count)
    blueprint.links.append(link)
    var plan = ConsumerPlan(key: key(), stream: UInt32(blueprint.streams.count), function: function, flow: flow)
    plan.batchSize = UInt32(draw.number(in: 1...12))
    if draw.chance(0.2) { plan.batchBytes = 5000 }
    if draw.chance(0.4) { plan.window = max(time(1000), 1) }
    if draw.chance(0.4) { plan.parts = UInt32(draw.number(in: 2...4)) }
    plan.readsInitial = draw.chance(0.7)
    if draw.chance(0.7) { plan.retries = UInt32(draw.number(in: 0...3)) }
    if draw.chance(0.4) { plan.maximumAge = draw.number(in: 2...20) * .second }
    (plan.retryBase, plan.retryCap) = (draw.one(of: [100 * .millisecond, .second]), 4 * .second)
    plan.bisects = draw.chance(0.5)
    plan.reportsFailures = draw.chance(0.5)
    if draw.chance(0.2) { plan.tumblingWindow = max(time(3000), 100 * .millisecond) }
    if draw.chance(0.3) {
      plan.push = sampler(70)
      if draw.chance(0.5) { plan.pushBytes = draw.number(in: 2000...20_000) }
    }
    if draw.chance(0.3) {
      plan.filter.firstKind = UInt32(blueprint.filterKinds.count)
      plan.filter.kinds = 2
      blueprint.filterKinds += [0, 2]
    }
    if draw.chance(0.2) { plan.filter.largest = 2000 }
    // To the first stream, which has been made by then or is this one.
    if draw.chance(0.4) { (plan.onFailure, plan.noticeBytes) = (Target(.stream, 0), 800) }
    blueprint.consumers.append(plan)
  }

  /// A function with steps for each item, which fail at times or for good.
  private mutating func addBatchFunction() -> UInt32 {
    let first = UInt32(blueprint.operations.count)
    let isForked = draw.chance(0.3)
    var begin = Operation(.itemsBegin)
    (begin.detail, begin.target) = (isForked ? UInt32(draw.number(in: 1...3)) : 0, first + 4)
    var compute = Operation(.compute)
    (compute.sampler, compute.salt) = (sampler(20), key())
    var fail = Operation(.fail)
    (fail.share, fail.isSticky, fail.salt) = (draw.one(of: [0, 0.05, 0.3]), draw.chance(0.5), key())
    var end = Operation(.itemsEnd)
    end.target = first + 1
    blueprint.operations += [begin, compute, fail, end, Operation(.end)]
    let initProgram = addPlainProgram(50)
    addFunction(program: first, initProgram: initProgram)
    let place = blueprint.functions.count - 1
    blueprint.functions[place].itemsEnd = first + 3
    blueprint.functions[place].folds = !isForked
    return UInt32(place)
  }
}
