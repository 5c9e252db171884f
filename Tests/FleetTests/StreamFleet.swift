import Simulation
import Statistics
import Variates

@testable import Fleet

/// A stream of one shard without limits that is read at once, and a function that works 10 ms on each record and fails on bad ones.
struct StreamFleet {
  var blueprint: Blueprint

  /// - Parameters:
  ///   - good: when good records are written, in milliseconds.
  ///   - bad: when bad ones are.
  ///   - seconds: how long records are written and the run lasts.
  init(good: [Int64] = [], bad: [Int64] = [], seconds: Int64 = 3600, seed: UInt64 = 1) {
    blueprint = Blueprint(arrivalsEnd: seconds * .second, end: seconds * .second)
    addFunction()
    blueprint.streams = [StreamPlan(key: Key.mix(seed))]
    blueprint.streams[0].pollEvery = 1
    blueprint.streams[0].consumers = 1
    addSource(good, kind: 0)
    addSource(bad, kind: 1)
    blueprint.trafficCount = 2
    blueprint.links = [LinkPlan(to: 0)]
    blueprint.links[0].carriesBatches = true
    blueprint.consumers = [ConsumerPlan(key: Key.mix(seed &+ 77), stream: 0, function: 0, flow: 2)]
  }

  private mutating func addFunction() {
    var begin = Operation(.itemsBegin)
    begin.target = 5
    var compute = Operation(.compute)
    compute.sampler = Sampler(constant: 1e7)
    var isBad = Operation(.kind)
    (isBad.detail, isBad.target) = (1, 4)
    var fail = Operation(.fail)
    fail.share = 1
    var end = Operation(.itemsEnd)
    end.target = 1
    blueprint.operations = [begin, compute, isBad, fail, end, Operation(.end)]
    let nothing = Sampler(constant: 0)
    let start = StartPlan(placement: nothing, fetch: nothing, runtime: nothing)
    var plan = FunctionPlan(
      key: 1, program: 0, initProgram: 5, timeout: 900 * .second, keepAlive: Sampler(constant: 3.6e12), start: start)
    plan.itemsEnd = 4
    blueprint.functions = [plan]
    blueprint.functionNames = ["f"]
  }

  private mutating func addSource(_ times: [Int64], kind: Double) {
    var source = SourcePlan(kind: .times, function: 0, key: Key.mix(UInt64(blueprint.sources.count) + 5))
    (source.first, source.count) = (UInt32(blueprint.times.count), UInt32(times.count))
    blueprint.times += times.sorted().map { $0 * .millisecond }
    source.kinds = Sampler(constant: kind)
    source.size = Sampler(constant: 1000)
    source.target = Target(.stream, 0)
    source.isFollowed = true
    blueprint.sources.append(source)
  }

  /// What the stream, its consumer and the function tell after a change of their plans.
  func run(
    _ change: (inout ConsumerPlan, inout StreamPlan) -> Void = { _, _ in }
  ) throws -> (stream: StreamRecord, consumer: StreamConsumerRecord, run: RunRecord) {
    var blueprint = blueprint
    change(&blueprint.consumers[0], &blueprint.streams[0])
    let record = try Run.simulate(blueprint)
    return (record.streams[0], record.streams[0].consumers[0], record)
  }
}

extension SourceRecord {
  /// Whether all of the time to completion has a cause, running being what the causes leave.
  func isCharged(running: Nanoseconds) -> Bool {
    let waited = Cause.allCases.reduce(Int128(0)) { $0 + completionCauses.spent(on: $1) }
    return waited + Int128(running) == completion.sum
  }
}
