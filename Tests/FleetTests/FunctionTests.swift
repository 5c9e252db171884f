import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// Small runs of one function, worked by hand; times in milliseconds.
@Suite("Functions")
struct FunctionTests {
  /// A function that computes for 100 ms, starts in 50 ms and is kept for 10 ms, and its requests.
  private func fleet(_ arrivals: [Int64], _ change: (inout Blueprint) -> Void = { _ in }) -> Blueprint {
    var blueprint = Blueprint(arrivalsEnd: 10 * .second, end: 20 * .second)
    var compute = Operation(.compute)
    compute.sampler = Sampler(constant: 1e8)
    blueprint.operations = [compute, Operation(.end)]
    let start = StartPlan(placement: Sampler(constant: 5e7), fetch: Sampler(constant: 0), runtime: Sampler(constant: 0))
    blueprint.functions = [
      FunctionPlan(key: 1, program: 0, initProgram: 1, timeout: .second, keepAlive: Sampler(constant: 1e7), start: start)
    ]
    blueprint.functionNames = ["f"]
    var source = SourcePlan(kind: .times, function: 0, key: 2)
    source.count = UInt32(arrivals.count)
    blueprint.times = arrivals.map { $0 * .millisecond }
    blueprint.sources = [source]
    blueprint.trafficCount = 1
    change(&blueprint)
    return blueprint
  }

  /// The instance is idle from 150 ms and would expire at 160; it is used at 155 and free again at 255, five milliseconds after a request
  /// for which another instance is on its way until 300.
  @Test("an instance freed after its last idle time would have expired serves who waits")
  func lastExpiry() throws {
    let record = try Run.simulate(fleet([0, 155, 250])).functions[0]
    #expect(record.succeeded == 3)
    #expect(record.coldStarts == 1, "the third request is served at 255 by the first instance")
    #expect(record.latency.sum == 355_000_000, "150 + 100 + 105 ms")
  }

  @Test("a request queued at the limit is served and not refused later, by a provisioned instance too")
  func queuedAndProvisioned() throws {
    let blueprint = fleet([0, 10]) { blueprint in
      blueprint.account.sharedConcurrency = 1
      blueprint.functions[0].reserved = 1
      blueprint.functions[0].queueLimit = 120 * .millisecond
      var plan = ProvisionedPlan(function: 0, initial: 0, delay: Sampler(constant: 0), perMinute: 1_000_000)
      plan.changes = [(at: 20 * .millisecond, count: 1)]
      blueprint.provisioned = [plan]
    }
    let record = try Run.simulate(blueprint).functions[0]
    #expect(record.succeeded == 2 && record.refused.reduce(0, +) == 0 && record.unfinished == 0)
  }

  @Test("a provisioned instance with requests that is given up serves them to their end")
  func givenUpBusy() throws {
    let blueprint = fleet([0, 30]) { blueprint in
      blueprint.functions[0].places = 3
      var plan = ProvisionedPlan(function: 0, initial: 1, delay: Sampler(constant: 0), perMinute: 60)
      plan.changes = [(at: 10 * .millisecond, count: 0)]
      blueprint.provisioned = [plan]
    }
    let record = try Run.simulate(blueprint).functions[0]
    #expect(record.succeeded == 2 && record.coldStarts == 1, "the second request finds an instance that takes no more")
  }

  @Test("pings are counted apart from what is offered, and computing stops at the timeout")
  func pingsAndCPU() throws {
    let blueprint = fleet([0]) { blueprint in
      blueprint.functions[0].timeout = 40 * .millisecond
      blueprint.functions[0].metersCPU = true
      var warmer = SourcePlan(kind: .periodic, function: 0, key: 3)
      warmer.period = 4 * .second
      warmer.isWarmer = true
      blueprint.sources.append(warmer)
    }
    let record = try Run.simulate(blueprint).functions[0]
    #expect(record.offered == 1 && record.timeouts == 1 && record.pings == 2)
    #expect(record.meter.cpuMicroseconds == 40_000)
  }
}
