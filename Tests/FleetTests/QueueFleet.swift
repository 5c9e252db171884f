import Simulation
import Variates

@testable import Fleet

/// A queue that drives a function, to be worked by hand; times in milliseconds.
///
/// The function computes for 100 ms and starts in no time. The queue hides messages for a second, and the mapping takes one at a time.
struct QueueFleet {
  var blueprint = Blueprint(arrivalsEnd: 20 * .second, end: 60 * .second)

  var queue: QueuePlan {
    get { blueprint.queues[0] }
    set { blueprint.queues[0] = newValue }
  }

  var mapping: MappingPlan {
    get { blueprint.mappings[0] }
    set { blueprint.mappings[0] = newValue }
  }

  /// - Parameters:
  ///   - arrivals: when messages are sent.
  ///   - failing: the share of items that fail.
  init(_ arrivals: [Int64], failing: Double = 0) {
    var compute = Operation(.compute)
    compute.sampler = Sampler(constant: 1e8)
    var fail = Operation(.fail)
    fail.share = failing
    fail.salt = 77
    blueprint.operations = [compute, fail, Operation(.end)]
    let start = StartPlan(placement: Sampler(constant: 0), fetch: Sampler(constant: 0), runtime: Sampler(constant: 0))
    blueprint.functions = [
      FunctionPlan(key: 1, program: 0, initProgram: 2, timeout: 5 * .second, keepAlive: Sampler(constant: 1e12), start: start)
    ]
    blueprint.functionNames = ["f"]
    blueprint.queues = [QueuePlan(key: 5)]
    add(arrivals)
    blueprint.links = [LinkPlan(to: 0)]
    blueprint.links[0].carriesBatches = true
    blueprint.mappings = [MappingPlan(key: 6, queue: 0, function: 0, flow: 0)]
    mapping.batchSize = 1
    mapping.visibility = .second
    mapping.retryCap = .second
  }

  /// Adds a source that sends at some times.
  mutating func add(_ arrivals: [Int64], _ change: (inout SourcePlan) -> Void = { _ in }) {
    var source = SourcePlan(kind: .times, function: 0, key: 2 + 1000 * UInt64(blueprint.sources.count))
    source.target = Target(.queue, 0)
    source.isFollowed = true
    (source.first, source.count) = (UInt32(blueprint.times.count), UInt32(arrivals.count))
    blueprint.times += arrivals.map { $0 * .millisecond }
    change(&source)
    blueprint.sources.append(source)
    blueprint.trafficCount = blueprint.sources.count
  }

  /// Adds messages that are there at the start, with keys from 0 to below a number.
  mutating func fill(_ count: Int64, keys: Double? = nil) {
    var source = SourcePlan(kind: .times, function: 0, key: 90)
    source.target = Target(.queue, 0)
    source.keys = keys.map { blueprint.samplers.add(.uniform(low: 0, high: $0)) }
    queue.initial = count
    queue.initialSource = UInt32(blueprint.sources.count)
    blueprint.sources.append(source)
  }

  /// Adds a dead-letter queue.
  mutating func addDeadLetter(after receives: UInt32) {
    blueprint.queues.append(QueuePlan(key: 7))
    queue.deadLetter = UInt32(blueprint.queues.count - 1)
    queue.maxReceiveCount = receives
  }

  /// Lets the function work item by item for 100 ms, and fail with those that are larger than 1,000 bytes.
  mutating func failLargeItems() {
    let kinds: [Operation.Kind] = [.itemsBegin, .compute, .size, .jump, .fail, .itemsEnd, .end]
    blueprint.operations = kinds.map { Operation($0) }
    let targets: [Int: UInt32] = [0: 6, 2: 4, 3: 5, 5: 1]
    for (place, target) in targets { blueprint.operations[place].target = target }
    blueprint.operations[2].bytes = 1000
    blueprint.operations[4].share = 1
    blueprint.operations[1].sampler = Sampler(constant: 1e8)
    blueprint.functions[0].itemsEnd = 5
    blueprint.functions[0].initProgram = 6
  }

  /// What happens, with the links behind the sources.
  func run() throws -> RunRecord {
    var complete = blueprint
    for index in complete.mappings.indices { complete.mappings[index].flow = UInt32(complete.sources.count + index) }
    return try Run.simulate(complete)
  }
}

extension QueueRecord {
  /// Whether every message that came has one end or is still there.
  var isConserved: Bool { initial + accepted == processed + filtered + deadLettered + expired + present }
}
