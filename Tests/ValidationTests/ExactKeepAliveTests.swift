import Fleet
import Testing

/// Keep-alive against its exact formula.
struct ExactKeepAliveTests {
  /// One line of the formula's table: inputs in seconds, and its values to the digits given.
  struct Line: CustomTestStringConvertible {
    let rate: Double
    let service: Double
    let keepAlive: Double
    let cold: Double
    let idle: Double
    var testDescription: String { "\(rate)/s of \(service) s, kept for \(keepAlive) s" }
  }

  /// - Source: the formula of ``KeepAliveFormula`` evaluated with matrix exponentials (SciPy), independent of this program.
  static let lines = [
    Line(rate: 0.9, service: 1.991, keepAlive: 10, cold: 0.106039784, idle: 2.392085),
    Line(rate: 0.9, service: 1.991, keepAlive: 60, cold: 0.016327344, idle: 4.072328),
    Line(rate: 0.9, service: 1.991, keepAlive: 600, cold: 0.001329307, idle: 5.900034),
    Line(rate: 0.9, service: 1.991, keepAlive: 1200, cold: 0.000635827, idle: 6.384973),
    Line(rate: 0.01, service: 1.991, keepAlive: 600, cold: 0.019694815, idle: 1.087572),
    Line(rate: 0.002, service: 1.991, keepAlive: 600, cold: 0.303937016, idle: 0.700768),
    Line(rate: 100, service: 0.1, keepAlive: 600, cold: 0.000017990, idle: 16.120533),
  ]

  @Test(arguments: lines)
  func `the formula itself, by the spectrum of the generator, gives the table`(line: Line) {
    let formula = KeepAliveFormula(rate: line.rate, service: line.service, keepAlive: line.keepAlive)
    #expect(abs(formula.coldShare - line.cold) < 1e-9, "\(formula.coldShare)")
    #expect(abs(formula.idle - line.idle) < 1e-6, "\(formula.idle)")
  }

  // The last line has one cold start in 55,000 requests: its probability would need minutes.
  @Test(arguments: lines.dropLast())
  func `cold starts and instances follow the formula`(line: Line) throws {
    let service = KeepAliveModel.exponential(line.service)
    let model = KeepAliveModel(
      rate: line.rate, warm: service, cold: service, keepAlive: line.keepAlive, pick: "mostRecent",
      requests: requests(toFind: line.cold))
    let runs = try Simulated.replications(20, model.text)
    expect(runs.map { $0.coldShare() }, agreeWith: line.cold, within: width(ofProbability: line.cold), "cold-start probability")
    expect(runs.map { $0.meanInstances() }, agreeWith: line.idle + line.rate * line.service, "instances")
    expect(runs.map { $0.meanConcurrency() }, agreeWith: line.rate * line.service, "running")
  }

  @Test func `instances of a busy function follow the formula`() throws {
    let line = Self.lines[6]
    let service = KeepAliveModel.exponential(line.service)
    let model = KeepAliveModel(
      rate: line.rate, warm: service, cold: service, keepAlive: line.keepAlive, pick: "mostRecent", requests: 800_000, warmUp: 3000)
    let runs = try Simulated.replications(6, model.text)
    expect(runs.map { $0.meanInstances() }, agreeWith: line.idle + line.rate * line.service, "instances")
  }

  /// With service that takes no time, a request is cold if the gap before it is longer than the keep-alive: exp(-rate keepAlive).
  @Test(arguments: [(0.001, 0.548812), (0.002, 0.301194), (0.003, 0.165299)])
  func `short requests are cold with the chance of a longer gap`(rate: Double, cold: Double) throws {
    let model = KeepAliveModel(rate: rate, warm: "1 ms", cold: "1 ms", pick: "mostRecent", requests: 50_000)
    let runs = try Simulated.replications(20, model.text)
    expect(runs.map { $0.coldShare() }, agreeWith: cold, uncertainty: 0.0000005, "cold-start probability")
  }

  /// The first request of a run is cold in any case.
  ///
  /// 602 s apart with 1 s of service leaves 601 s idle.
  @Test(arguments: [(599, "1 ms", Int64(1)), (602, "1 s", Int64(100)), (601, "1 s", Int64(100)), (600, "1 s", Int64(1))])
  func `requests at equal distances are all cold or all warm but the first`(gap: Int, service: String, cold: Int64) throws {
    let model = KeepAliveModel(rate: 1 / Double(gap), warm: service, cold: service, pick: "mostRecent", requests: 100.5, warmUp: 0)
    let run = try Simulated.record(model.text.replacing("/s }", with: "/s, arrivals: uniform }"))
    #expect(run.functions[0].succeeded + run.functions[0].unfinished == 100)
    #expect(run.functions[0].coldStarts == cold)
  }
}
