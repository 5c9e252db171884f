import Documents
import Testing
import Variates

@testable import Scenarios

struct DistributionReadingTests {
  private func wait(_ text: String, files: MemoryFiles = MemoryFiles()) throws -> Distribution {
    let read = try read(scenario(functions: "  api: { runtime: nodejs22, steps: [{ wait: \(text) }] }"), files: files)
    guard case .wait(let distribution) = read.functions[0].steps[0].action else { return .constant(-1) }
    return distribution
  }

  @Test(arguments: [
    ("40 ms", Distribution.constant(40e6)), ("{ exponential: { mean: 5 s } }", .exponential(mean: 5e9)),
    ("{ gamma: { shape: 2, scale: 3 ms } }", .gamma(shape: 2, scale: 3e6)),
    ("{ weibull: { shape: 1.5, scale: 3 ms } }", .weibull(shape: 1.5, scale: 3e6)),
    ("{ pareto: { scale: 1 ms, shape: 2.5 } }", .pareto(scale: 1e6, shape: 2.5)),
    ("{ uniform: { low: 1 ms, high: 2 ms } }", .uniform(low: 1e6, high: 2e6)),
    ("{ normal: { mean: 5 ms, sd: 1 ms } }", .normal(mean: 5e6, sd: 1e6)),
    ("{ categorical: { 1 ms: 80%, 2 ms: 20% } }", .categorical([Weighted(0.8, 1e6), Weighted(0.2, 2e6)])),
    (
      "{ mixture: [{ share: 90%, of: 1 ms }, { share: 10%, of: { exponential: { mean: 1 s } } }] }",
      .mixture([Weighted(0.9, .constant(1e6)), Weighted(0.1, .exponential(mean: 1e9))])
    ),
    (
      "{ quantiles: { 1%: 2 ms, 99%: 900 ms, interpolate: linear, mean: 60 ms } }",
      .quantiles(QuantileTable([Quantile(0.01, 2e6), Quantile(0.99, 900e6)], interpolation: .linear, mean: 60e6))
    ),
    (
      "{ quantiles: { 1%: 2 ms, 99%: 900 ms } }",
      .quantiles(QuantileTable([Quantile(0.01, 2e6), Quantile(0.99, 900e6)], interpolation: .log))
    ),
  ])
  func `every family is read by its own parameters`(text: String, expected: Distribution) throws {
    #expect(try wait(text) == expected)
  }

  @Test(arguments: ["lognormal", "gamma", "weibull", "pareto", "uniform", "normal"])
  func `two quantiles give the distribution that has them`(family: String) throws {
    let (low, high) = family == "uniform" || family == "normal" ? ("100 ms", "120 ms") : ("40 ms", "400 ms")
    let distribution = try wait("{ \(family): { p50: \(low), p99: \(high) } }")
    let expected = family == "uniform" || family == "normal" ? (100e6, 120e6) : (40e6, 400e6)
    #expect(abs(distribution.quantile(0.5) / expected.0 - 1) < 1e-6)
    #expect(abs(distribution.quantile(0.99) / expected.1 - 1) < 1e-6)
  }

  @Test(arguments: ["lognormal", "gamma", "weibull", "pareto", "uniform", "normal"])
  func `mean and cv give the distribution that has them`(family: String) throws {
    let distribution = try wait("{ \(family): { mean: 40 ms, cv: 0.25 } }")
    #expect(abs(distribution.mean / 40e6 - 1) < 1e-3)
    #expect(abs(distribution.cv / 0.25 - 1) < 1e-2)
  }

  @Test func `a median and sigma give a lognormal`() throws {
    let distribution = try wait("{ lognormal: { p50: 100 ms, sigma: 0.3 } }")
    #expect(abs(distribution.quantile(0.5) / 100e6 - 1) < 1e-9)
  }

  @Test func `samples come from a column, in the unit that its name or a key says`() throws {
    let files = MemoryFiles(["m.csv": "id,ms\r\na,1.5\r\nb,\"2\"\r\n", "s.csv": "took\n3\n"])
    #expect(try wait("{ samples: { file: m.csv, column: ms } }", files: files) == .samples([1.5e6, 2e6]))
    #expect(try wait("{ samples: { file: s.csv, column: took, unit: s } }", files: files) == .samples([3e9]))
    expectFindings(
      scenario(functions: "  api: { runtime: nodejs22, steps: [{ wait: { samples: { file: s.csv, column: 1️⃣took } } }] }"), ["FS2002"],
      files: files)
  }

  @Test(arguments: [
    "{ lognormal: { p50: 1 s } }", "{ lognormal: { p50: 2 s, p99: 1 s } }", "{ lognormal: {} }", "{ lognormal: { mean: 1 s } }",
    "{ zipf: { n: 5, s: 1 } }",
    "{ exponential: { mean: 0 s } }", "{ uniform: { low: 2 s, high: 1 s } }", "{ quantiles: {} }", "{ quantiles: { 1%: -1 s, 50%: 2 s } }",
    "{}",
    "{ gamma: { shape: 1, scale: 1 s, mean: 4 s } }", "{ uniform: { low: -1 s, high: 1 s } }",
    "{ samples: { file: gone.csv, column: ms } }",
    "{ exponential: { mean: 1 s }, gamma: { mean: 1 s, cv: 1 } }", "{ mixture: [] }", "{ pareto: { mean: 1 s, cv: -1 } }", "[1 s]",
    "{ categorical: {} }", "{ quantiles: { 1%: 0 s, 50%: 2 s, interpolate: log } }",
  ])
  func `what is no distribution is refused`(text: String) {
    let result = Scenario.parse(scenario(functions: "  api: { runtime: nodejs22, steps: [{ wait: \(text) }] }"))
    #expect(result.scenario == nil)
    #expect(result.diagnostics.allSatisfy { $0.path.hasPrefix("functions.api.steps[0].wait") }, "\(result.diagnostics.map(\.rendered))")
  }
}
