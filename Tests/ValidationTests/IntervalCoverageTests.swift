import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// Whether intervals hold what they promise: macro-experiments on a queue whose truth is known.
///
/// The queue is M/M/10 at 90 % load with a service of 1 s on average, in which requests depend on one another for long: short runs of it
/// are the hard case.
///
/// - Source: Erlang C and the distribution of the sojourn in M/M/c: mean 1.66873 s, 99 % under 6.24988 s.
struct IntervalCoverageTests {
  static let (mean, p99) = (1.66873, 6.24988)

  /// Replications of ten servers, which both tests read.
  static let tenServers = Task { try await latencies(servers: 10, replications: 2000) }

  /// The queue, of which about 20,000 requests are measured.
  ///
  /// Of the queue's start, a share of 1/e is left every 1 / (10 (1 - √0.9)²) s = 38 s.
  private static func text(servers: Int) -> String {
    """
    scenario: desk
    platform: { profile: aws-lambda }
    run: { warmUp: 200 s, duration: 2422 s, drain: none }
    functions: {}
    services: { desk: { latency: { exponential: { mean: 1 s } }, concurrencyLimit: { connections: \(servers), excess: queue } } }
    traffic: { calls: { to: desk, rate: 9/s } }
    """
  }

  /// The latencies of replications of a queue, on all cores.
  private static func latencies(servers: Int, replications: Int, from first: Int = 0) async throws -> [LatencyHistogram] {
    let scenario = try Simulated.scenario(text(servers: servers))
    let lanes = 4
    let parts = try await withThrowingTaskGroup(of: (Int, [LatencyHistogram]).self) { group in
      for lane in 0..<lanes {
        group.addTask {
          let mine = stride(from: lane, to: replications, by: lanes)
          return (lane, try mine.map { try Run.simulate(Blueprint(scenario, replication: first + $0)).sources[0].latency })
        }
      }
      return try await group.reduce(into: [[LatencyHistogram]](repeating: [], count: lanes)) { $0[$1.0] = $1.1 }
    }
    return (0..<replications).map { parts[$0 % lanes][$0 / lanes] }
  }

  /// The share of macro-experiments whose interval contains the truth, in seconds.
  private func coverage(
    _ runs: [LatencyHistogram], by count: Int, of truth: Double, _ interval: ([LatencyHistogram]) -> ConfidenceInterval
  ) -> Double {
    let macros = runs.count / count
    let hits = (0..<macros).count { interval(Array(runs[$0 * count..<($0 + 1) * count])).contains(truth * 1e9) }
    return Double(hits) / Double(macros)
  }

  /// The interval that takes all requests for independent.
  private func naive(_ runs: [LatencyHistogram]) -> ConfidenceInterval {
    let pool = runs.reduce(into: LatencyHistogram()) { $0.add($1) }
    let (mean, count) = (pool.mean!, Double(pool.count))
    let squares = pool.bins.reduce(0.0) { sum, entry in
      let off = Double(LatencyBins.middle(entry.bin)) - mean
      return sum + Double(entry.count) * off * off
    }
    return ConfidenceInterval(center: mean, halfWidth: 1.96 * (squares / count / count).squareRoot())
  }

  @Test func `intervals of means and quantiles contain the truth nearly as often as they promise`() async throws {
    let runs = try await Self.tenServers.value
    let student = coverage(runs, by: 10, of: Self.mean) { MeanInterval($0.map { $0.mean! }).interval }
    let jackknife = [10, 30].map { count in
      coverage(runs, by: count, of: Self.p99) { QuantileJackknife.quantiles([0.99], of: $0)[0].interval }
    }
    let naive = coverage(runs, by: 10, of: Self.mean, naive)
    #expect(student >= 0.92, "\(student)")
    #expect(jackknife[0] >= 0.82 && jackknife[1] >= 0.86, "\(jackknife)")
    #expect(naive < 0.3, "\(naive): independent requests would do")
  }

  @Test func `common random numbers make a difference between fleets more precise`() async throws {
    let count = 300
    let ten = try await Array(Self.tenServers.value.prefix(count))
    let eleven = try await Self.latencies(servers: 11, replications: count)
    let others = try await Self.latencies(servers: 11, replications: count, from: 10_000)
    for share in [nil, 0.99] {
      func figures(_ runs: [LatencyHistogram]) -> [Double] {
        runs.map { run in share.map { QuantileJackknife.quantiles([$0], of: [run])[0].interpolated } ?? run.mean! }
      }
      let common = PairedDifference(figures(ten), minus: figures(eleven))
      let independent = WelchDifference(figures(ten), minus: figures(others))
      let ratio = independent.standardError * independent.standardError / (common.standardError * common.standardError)
      #expect(ratio > 1.3, "\(share.map { "p\(100 * $0)" } ?? "mean")")
      #expect(independent.interval.contains(common.estimate))
    }
  }
}
