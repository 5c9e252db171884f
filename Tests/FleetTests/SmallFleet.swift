import Simulation
import Variates

@testable import Fleet

/// Small fleets worked by hand: constant times, no cold starts, instances that stay.
struct SmallFleet {
  var blueprint: Blueprint
  /// How many sources there will be: links are numbered behind them.
  private let sources: Int

  /// A fleet that is watched for some seconds.
  init(seconds: Int64, sources: Int = 1) {
    blueprint = Blueprint(arrivalsEnd: seconds * .second, end: 2 * seconds * .second)
    self.sources = sources
  }

  /// A function that computes for a time and then fails with a probability.
  mutating func addFunction(milliseconds: Double, failing share: Double = 0, hops: [HopPlan] = []) -> UInt32 {
    let program = UInt32(blueprint.operations.count)
    var compute = Operation(.compute)
    compute.sampler = Sampler(constant: milliseconds * 1e6)
    blueprint.operations.append(compute)
    for hop in hops {
      var operation = Operation(.hop)
      (operation.detail, operation.salt) = (UInt32(blueprint.hops.count), UInt64(blueprint.hops.count))
      blueprint.hops.append(hop)
      blueprint.operations.append(operation)
    }
    var fail = Operation(.fail)
    fail.share = share
    blueprint.operations += [fail, Operation(.end)]
    let start = StartPlan(placement: Sampler(constant: 0), fetch: Sampler(constant: 0), runtime: Sampler(constant: 0))
    var plan = FunctionPlan(
      key: UInt64(blueprint.functions.count), program: program, initProgram: UInt32(blueprint.operations.count - 1),
      timeout: 10_000 * .second, keepAlive: Sampler(constant: 1e18), start: start)
    plan.waits = !hops.isEmpty
    plan.folds = hops.isEmpty
    blueprint.functions.append(plan)
    blueprint.functionNames.append("f\(blueprint.functions.count)")
    return UInt32(blueprint.functions.count - 1)
  }

  /// A function as something that is called, or invoked asynchronously; each use has a flow of its own.
  mutating func target(_ kind: Target.Kind, _ function: UInt32) -> Target {
    blueprint.links.append(LinkPlan(to: function))
    return Target(kind, function, flow: UInt32(sources + blueprint.links.count - 1))
  }

  /// A source of requests at listed times, which are followed to the end of all that they set off.
  mutating func addSource(at seconds: [Double], to target: Target, size: Double = 0) {
    var source = SourcePlan(kind: .times, function: target.kind == .function ? target.index : 0, key: UInt64(blueprint.sources.count) + 77)
    (source.first, source.count) = (UInt32(blueprint.times.count), UInt32(seconds.count))
    source.target = target
    source.isFollowed = true
    source.size = Sampler(constant: size)
    blueprint.times += seconds.map { Nanoseconds($0 * 1e9) }
    blueprint.sources.append(source)
    blueprint.trafficCount = blueprint.sources.count
  }

  /// Runs it both ways, and gives the record.
  func run() throws -> RunRecord {
    precondition(blueprint.sources.count == sources, "\(blueprint.sources.count) sources instead of \(sources)")
    let record = try Run.simulate(blueprint)
    var plain = blueprint
    plain.engine = .plain
    guard try Run.simulate(plain) == record else { throw Difference() }
    return record
  }

  /// The plain engine had another record.
  struct Difference: Error {}
}

extension SeriesRecord {
  /// The seconds in which a function got requests, each as often as it did, of a series by the second.
  func seconds(of function: Int) -> [Int] {
    functions[function].enumerated().flatMap { Array(repeating: $0.offset, count: Int($0.element.requests)) }
  }
}
