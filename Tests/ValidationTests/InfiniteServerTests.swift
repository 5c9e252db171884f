import CGSL
import Fleet
import Scenarios
import Statistics
import Testing

/// Without a limit, concurrency is that of M/G/infinity: a Poisson number of rate times duration, whatever the distribution of service.
struct InfiniteServerTests {
  /// Service of half a second on average.
  static let services = ["{ exponential: { mean: 500 ms } }", "{ lognormal: { mean: 500 ms, cv: 2 } }", "500 ms"]

  private func text(functions: Int = 1, service: String, warmUp: String, duration: String) -> String {
    let fleet = (0..<functions).map {
      "  f\($0): { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, binding: pinned, "
        + "firstUse: \(service), steps: [ { compute: \(service) } ] }\n"
    }
    return """
      scenario: infinite-servers
      platform: { profile: aws-lambda, maxLifetime: none, thaw: none, scaling: none, concurrency: { requestsPerSecond: none } }
      account: { concurrency: 1000000 }
      run: { warmUp: \(warmUp), duration: \(duration) }
      functions:
      \(fleet.joined())
      traffic:
      \((0..<functions).map { "  requests\($0): { to: f\($0), rate: 100/s }\n" }.joined())
      """
  }

  /// - Source: M/G/infinity, 100 a second of 0.5 s: 50 busy on average.
  @Test(arguments: services)
  func `mean concurrency is rate times duration`(service: String) throws {
    let runs = try Simulated.replications(10, text(service: service, warmUp: "60 s", duration: "2060 s"))
    expect(runs.map { $0.meanConcurrency() }, agreeWith: 50, "concurrency")
  }

  /// With service of 0.5 s exactly, concurrency is in its steady state from 0.5 s on.
  ///
  /// What is measured for a nanosecond from 0.6 s on is
  /// the concurrency at an instant; a hundred functions beside one another and a thousand runs make 100,000 independent ones.
  ///
  /// - Source: the Poisson distribution of mean 50: variance 50, 99th percentile 67, P(> 60) = 0.0721602.
  @Test func `concurrency at an instant has the Poisson distribution`() throws {
    var scenario = try Simulated.scenario(text(functions: 100, service: "500 ms", warmUp: "600 ms", duration: "600.000001 ms"))
    var (means, variances, tails) = ([Double](), [Double](), [Double]())
    var counts = [Int](repeating: 0, count: 200)
    for batch in 0..<20 {
      var levels: [Double] = []
      for run in 0..<50 {
        scenario.run.seed = Int64(1 + batch * 50 + run)
        levels += try Run.simulate(Blueprint(scenario)).functions.map { Double($0.concurrency.area) }
      }
      for level in levels { counts[Int(level)] += 1 }
      let mean = levels.reduce(0, +) / Double(levels.count)
      means.append(mean)
      variances.append(levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levels.count - 1))
      tails.append(Double(levels.count { $0 > 60 }) / Double(levels.count))
    }
    expect(means, agreeWith: 50, "mean")
    expect(variances, agreeWith: 50, within: 0.015, "variance")
    expect(tails, agreeWith: 0.0721602, within: 0.03, "P(> 60)")
    var (below, percentile) = (counts[0], 0)
    while below < 99_000 {
      percentile += 1
      below += counts[percentile]
    }
    #expect(percentile == 67)
    #expect(pValue(ofPoisson: 50, counts) > 0.001)
  }

  /// The p-value of Pearson's test, cells with fewer than ten expected left out into the tails.
  private func pValue(ofPoisson mean: Double, _ counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    var (statistic, cells) = (0.0, 0)
    var (seen, expected) = (0.0, 0.0)
    for (value, count) in counts.enumerated() {
      seen += Double(count)
      expected += total * gsl_ran_poisson_pdf(UInt32(value), mean)
      let rest = total * gsl_cdf_poisson_Q(UInt32(value), mean)
      if expected < 10 || (rest < 10 && value + 1 < counts.count) { continue }
      statistic += (seen - expected) * (seen - expected) / expected
      cells += 1
      (seen, expected) = (0, 0)
    }
    return gsl_cdf_chisq_Q(statistic, Double(cells - 1))
  }
}
