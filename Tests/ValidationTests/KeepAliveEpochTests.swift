import Fleet
import Testing

/// The chance of a cold start after a gap, as it was measured in each epoch of AWS Lambda.
struct KeepAliveEpochTests {
  /// The shares of cold requests among those that come at equal distances, each distance with a function of its own.
  ///
  /// The end of an instance's life is taken from the platform, since the measurements looked at gaps alone.
  private func coldShares(_ profile: String, _ runtime: String, gaps minutes: [Double]) throws -> [Double] {
    let requests = 4000.0
    let fleet = minutes.indices.map { "  f\($0): { runtime: \(runtime), artifact: { size: 1 MB } }\n" }
    let traffic = minutes.enumerated().map { "  t\($0): { to: f\($0), rate: \(1 / ($1 * 60))/s, arrivals: uniform }\n" }
    let run = try Simulated.record(
      """
      scenario: gaps
      platform: { profile: \(profile), maxLifetime: none }
      run: { duration: \((minutes.max() ?? 0) * 60 * requests) s }
      functions:
      \(fleet.joined())
      traffic:
      \(traffic.joined())
      """)
    // The first request is cold in any case.
    return run.functions.map { Double($0.coldStarts - 1) / Double($0.ended - 1) }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// - Source: M. Shilkov, August 2018: no cold start within 28 min; March to June 2019: 90 % of instances lived for 29 min, 50 % for 44 min,
  ///   10 % for 59 min.
  @Test func `in 2018 instances stay for half an hour to an hour`() throws {
    let shares = try coldShares("aws-lambda-2018", "python3.8", gaps: [10, 20, 28, 29, 44, 59, 61])
    for (share, measured) in zip(shares, [0, 0, 0, 0.1, 0.5, 0.9, 1]) { #expect(abs(share - measured) <= 0.02, "\(shares)") }
  }

  /// - Source: pacslab/serverless-performance-modeling, April to June 2020, 2,800 gaps: up to 8 min 1 to 2 % cold, 8 to 10 min 5 %, 10 to 11 min
  ///   36 %, from 11 min on 100 %. The shares are means over the gaps of each class.
  @Test func `in 2020 instances go after ten to eleven minutes`() throws {
    let short = try mean(coldShares("aws-lambda-2020", "python3.8", gaps: [1, 2, 3, 4, 5, 6, 7, 8]))
    #expect(short > 0.005 && short < 0.02, "\(short)")
    let nine = try mean(coldShares("aws-lambda-2020", "python3.8", gaps: [8.25, 8.75, 9.25, 9.75]))
    #expect(abs(nine - 0.05) < 0.01, "\(nine)")
    let ten = try mean(coldShares("aws-lambda-2020", "python3.8", gaps: [10.125, 10.375, 10.625, 10.875]))
    #expect(abs(ten - 0.36) < 0.02, "\(ten)")
    #expect(try coldShares("aws-lambda-2020", "python3.8", gaps: [11.1, 15, 60]) == [1, 1, 1])
  }

  /// The newest profile says that idle instances go after 5 to 7 min, at a uniform time.
  ///
  /// - Source: M. Shilkov, January 2021: cold after 5 min 0.3 %, after 6 min 41 %, after 7 min all; the last hard measurement.
  @Test func `today instances go after five to seven minutes`() throws {
    let shares = try coldShares("aws-lambda", "python3.12", gaps: [4, 5, 6, 7.05])
    for (share, measured) in zip(shares, [0, 0.003, 0.41, 1]) { #expect(abs(share - measured) <= 0.12, "\(shares)") }
    for (share, model) in zip(shares, [0, 0, 0.5, 1]) { #expect(abs(share - model) <= 0.03, "\(shares)") }
  }
}
