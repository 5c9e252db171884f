import Fleet
import Scenarios
import Statistics
import Testing

/// Nothing disappears: every request ends in exactly one outcome, and every nanosecond of latency has one cause.
struct ConservationTests {
  /// A run with everything in it: in steady operation, short of concurrency, cut off without a drain, and from its first instant on.
  private static let variants = [
    BusyFleet.text([BusyFleet.shop, BusyFleet.plant], account: "concurrency: 1000"),
    BusyFleet.text([BusyFleet.shop, BusyFleet.plant], account: "concurrency: 130, usedElsewhere: 112"),
    BusyFleet.text(
      [BusyFleet.plant, BusyFleet.shop], account: "concurrency: 130, usedElsewhere: 112", run: "duration: 100 s, warmUp: 30 s"),
    BusyFleet.text([BusyFleet.shop, BusyFleet.plant], account: "concurrency: 130", run: "duration: 100 s, drain: { upTo: 300 ms }"),
  ]

  private func records(_ variant: Int, seed: Int64) throws -> (RunRecord, routes: [Int]) {
    var scenario = try Simulated.scenario(Self.variants[variant], files: BusyFleet.files)
    scenario.run.seed = seed
    let routes = scenario.traffic.map { source in scenario.functions.firstIndex { $0.name == source.to } ?? -1 }
    return (try Run.simulate(Blueprint(scenario, seriesEvery: 10_000_000_000)), routes)
  }

  @Test(arguments: 0..<4, [Int64(1), 2, 3])
  func `each request offered is refused, ended or unfinished`(variant: Int, seed: Int64) throws {
    let (run, routes) = try records(variant, seed: seed)
    for (index, function) in run.functions.enumerated() {
      #expect(
        function.offered == function.refused.reduce(0, +) + function.succeeded + function.errors + function.timeouts + function.unfinished)
      #expect(function.latency.count == function.ended && function.duration.count == function.ended)
      #expect(function.successLatency.count == function.succeeded)
      #expect(function.coldStarts <= function.ended)
      #expect(function.meter.requests == function.ended + function.pings)
      let attempts = zip(run.sources, routes).reduce(0) { $0 + ($1.1 == index ? $1.0.attempts : 0) }
      #expect(attempts == function.offered)
    }
    for source in run.sources {
      #expect(source.requests == source.succeeded + source.lost.reduce(0, +) + source.unfinished)
      #expect(source.completion.count == source.succeeded)
      #expect(source.attempts >= source.requests)
    }
  }

  @Test func `the fleet is busy enough to lose in every way`() throws {
    let (run, _) = try records(1, seed: 1)
    let lost = Loss.allCases.map { loss in run.sources.reduce(0) { $0 + $1.lost[Int(loss.rawValue)] } }
    let known: [Loss] = [.throttle, .error, .timeout, .clientTimeout, .payloadTooLarge]
    #expect(known.allSatisfy { lost[Int($0.rawValue)] > 0 }, "\(lost)")
    #expect(run.functions.allSatisfy { $0.ended > 0 && $0.latency.count > 0 })
    #expect(run.functions.contains { $0.wasted > 0 } && run.functions.contains { $0.pings > 0 })
    #expect(
      run.functions.reduce(0) { $0 + $1.refused(.concurrency) } > 0 && run.functions.contains { $0.refused(.reservedConcurrency) > 0 })
    let (cut, _) = try records(2, seed: 1)
    #expect(cut.functions.reduce(0) { $0 + $1.unfinished } > 0)
    let (drained, _) = try records(0, seed: 1)
    #expect(drained.functions.reduce(0) { $0 + $1.unfinished } == 0)
  }

  @Test(arguments: 0..<4, [Int64(1), 2, 3])
  func `latencies are the sums of their causes`(variant: Int, seed: Int64) throws {
    let (run, _) = try records(variant, seed: seed)
    let within: Set<Cause> = [.running, .suppressedInit, .firstWork, .fanOut]
    for function in run.functions {
      // What lies before the handler is latency and not duration, and all of it has a cause.
      let before = Cause.allCases.filter { !within.contains($0) }.reduce(Int128(0)) { $0 + function.causes.spent(on: $1) }
      #expect(function.latency.sum == function.duration.sum + before)
      #expect(function.causes.spent(on: .suppressedInit) + function.causes.spent(on: .firstWork) <= function.duration.sum)
      #expect(function.start.sum == function.startParts.reduce(0) { $0 + $1.sum })
    }
    for source in run.sources {
      let causes = Cause.allCases.filter { $0 != .running }.reduce(Int128(0)) { $0 + source.causes.spent(on: $1) }
      #expect(causes <= source.latency.sum)
    }
  }

  @Test(arguments: 0..<4)
  func `the time series adds up to the whole`(variant: Int) throws {
    var scenario = try Simulated.scenario(Self.variants[variant], files: BusyFleet.files)
    scenario.run.warmUp = 0
    let run = try Run.simulate(Blueprint(scenario, seriesEvery: 10_000_000_000))
    let series = try #require(run.series)
    for (function, intervals) in zip(run.functions, series.functions) {
      #expect(intervals.reduce(0) { $0 + $1.requests } == function.offered)
      #expect(intervals.reduce(0) { $0 + $1.throttles } == function.throttles)
      #expect(intervals.reduce(0) { $0 + $1.failures } == function.errors + function.timeouts)
      #expect(intervals.reduce(0) { $0 + $1.coldStarts } == function.coldStarts)
      #expect(intervals.reduce(0) { $0 + $1.ended } == function.ended)
      #expect(intervals.reduce(0) { $0 + $1.latencySum } == function.latency.sum)
      let inWindow = intervals.prefix(Int(run.window.upperBound / series.every))
      #expect(inWindow.reduce(0) { $0 + $1.concurrencyArea } == function.concurrency.area)
    }
    #expect(run.functions.reduce(0) { $0 + $1.concurrency.area } == run.accountConcurrency.area)
  }
}
