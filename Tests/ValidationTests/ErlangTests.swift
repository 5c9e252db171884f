import Fleet
import Testing

/// A limit of concurrency that refuses is a loss system: Erlang's formula B, whatever the distribution of service.
struct ErlangTests {
  /// One offered load and its loss.
  struct Line: CustomTestStringConvertible {
    let load: Double
    let servers: Int
    let loss: Double
    let requests: Double
    var testDescription: String { "\(load) offered to \(servers)" }
  }

  /// - Source: Erlang B by its recursion, to the digits given. 900 offered to 1,000 is left out: with a loss of 0.0000593 it would need
  ///   billions of requests.
  static let lines = [
    Line(load: 10, servers: 10, loss: 0.21458234, requests: 100_000),
    Line(load: 50, servers: 50, loss: 0.10478746, requests: 400_000),
    Line(load: 100, servers: 110, loss: 0.02746345, requests: 1_600_000),
    Line(load: 1000, servers: 1000, loss: 0.02481192, requests: 2_000_000),
    Line(load: 1050, servers: 1000, loss: 0.06026041, requests: 700_000),
    Line(load: 2016, servers: 1000, loss: 0.504455, requests: 100_000),
  ]

  /// Service of one second on average.
  static let services = [
    "{ exponential: { mean: 1 s } }", "{ lognormal: { mean: 1 s, cv: 2 } }", "1 s",
  ]

  /// The fleet: service takes the same on a new instance, and nothing but concurrency is limited.
  ///
  /// - Parameters:
  ///   - limit: how concurrency is limited, as a section of the function or of the account.
  private func text(_ line: Line, service: String, account: Int, function: String = "") -> String {
    """
    scenario: erlang-loss
    platform: { profile: aws-lambda, maxLifetime: none, thaw: none, scaling: none, concurrency: { requestsPerSecond: none } }
    account: { concurrency: \(account) }
    run: { duration: \(30 + line.requests / line.load) s, warmUp: 30 s }
    functions:
      f:
        runtime: nodejs22
        artifact: { size: 1 MB }
        timeout: 15 min
        firstUse: \(service)
        binding: pinned
        \(function)
        steps: [ { compute: \(service) } ]
    traffic:
      requests: { to: f, rate: \(line.load)/s }
    """
  }

  @Test(arguments: lines)
  func `requests beyond the account's concurrency are lost by Erlang's formula`(line: Line) throws {
    let runs = try Simulated.replications(20, text(line, service: Self.services[0], account: line.servers))
    // In large systems the load that is not carried tells the loss more precisely than the count of losses: the indirect estimator of
    // R. Srikant and W. Whitt, Simulation run lengths to estimate blocking probabilities, ACM TOMACS 6 (1996).
    let isLarge = line.servers >= 1000
    expect(
      runs.map { $0.refusedShare() }, agreeWith: line.loss, uncertainty: 0.0000005, within: isLarge ? 0.02 : 0.01, "loss by count")
    if isLarge { expect(runs.map { 1 - $0.meanConcurrency() / line.load }, agreeWith: line.loss, uncertainty: 0.0000005, "loss") }
    expect(runs.map { $0.meanConcurrency() }, agreeWith: line.load * (1 - line.loss), "carried load")
    #expect(runs.allSatisfy { $0.functions[0].throttles == $0.functions[0].refused(.concurrency) })
    #expect(runs.allSatisfy { $0.functions[0].concurrency.peak == line.servers })
  }

  @Test(arguments: lines[..<2], services[1...])
  func `the loss does not depend on the distribution of service`(line: Line, service: String) throws {
    let runs = try Simulated.replications(20, text(line, service: service, account: line.servers))
    expect(runs.map { $0.refusedShare() }, agreeWith: line.loss, "loss")
    expect(runs.map { $0.meanConcurrency() }, agreeWith: line.load * (1 - line.loss), "carried load")
  }

  @Test(arguments: services)
  func `reserved concurrency loses by the same formula`(service: String) throws {
    let line = Self.lines[1]
    let reserved = "reservedConcurrency: \(line.servers)"
    let runs = try Simulated.replications(20, text(line, service: service, account: 1000, function: reserved))
    expect(runs.map { $0.refusedShare() }, agreeWith: line.loss, "loss")
    #expect(runs.allSatisfy { $0.functions[0].throttles == $0.functions[0].refused(.reservedConcurrency) })
  }
}
