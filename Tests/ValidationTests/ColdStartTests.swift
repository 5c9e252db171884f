import Fleet
import Statistics
import Testing

/// Simulated cold starts against cold starts as they were measured.
struct ColdStartTests {
  /// One measured point.
  struct Point: CustomTestStringConvertible {
    let name: String
    let profile: String
    let runtime: String
    let more: String
    /// Milliseconds on top of a warm request, or of the whole round trip where `trip` is not 0.
    let measured: Double
    let tolerance: Double
    /// What a warm request takes, milliseconds, where the measurement has it in it.
    var trip = 0.0
    /// The 99th percentile by the median, where the measurement is one.
    var tail = 1.0
    var testDescription: String { name }

    init(
      _ name: String, _ profile: String, _ runtime: String, _ more: String, _ measured: Double, within tolerance: Double, trip: Double = 0,
      tail: Double = 1
    ) {
      (self.name, self.profile, self.runtime, self.more) = (name, profile, runtime, more)
      (self.measured, self.tolerance, self.trip, self.tail) = (measured, tolerance, trip, tail)
    }
  }

  /// - Source: M. Shilkov, cold starts in AWS Lambda, January 2021 (raw data), warm latency subtracted; symphoniacloud/lambda-cold-starts,
  ///   June 2020, 246 ms cold less 18 ms warm; pacslab/serverless-performance-modeling, 2020, cold less warm, with 50 ms of a longer way.
  static let epoch2020 = [
    Point("Node, 1 KB", "aws-lambda-2020", "nodejs14", "memory: 1024 MB, artifact: { size: 1 KB }", 264, within: 0.10),
    Point("Python, 1 KB", "aws-lambda-2020", "python3.8", "artifact: { size: 1 KB }", 215, within: 0.10),
    Point("Go, 3 MB", "aws-lambda-2020", "go1.x", "artifact: { size: 3 MB, unpacked: 8 MB }", 307, within: 0.255),
    Point("Ruby, 1 KB", "aws-lambda-2020", "ruby2.7", "artifact: { size: 1 KB }", 277, within: 0.25),
    Point("C#, 2 GB of memory", "aws-lambda-2020", "dotnet6", "memory: 2048 MB, artifact: { size: 1 KB }", 517, within: 0.25),
    Point("Node, 14 MB", "aws-lambda-2020", "nodejs14", "artifact: { size: 14 MB, unpacked: 56 MB }", 1695, within: 0.25),
    Point("Node, 35 MB", "aws-lambda-2020", "nodejs14", "artifact: { size: 35 MB, unpacked: 140 MB }", 3875, within: 0.25),
    Point("Python, Lambda to Lambda", "aws-lambda-2020", "python3.8", "memory: 1536 MB, artifact: { size: 1 KB }", 228, within: 0.10),
    Point("Python, busy functions", "aws-lambda-2020", "python3.8", "artifact: { size: 1 KB }", 285, within: 0.10, trip: 50),
  ]

  private static func series(
    _ name: String, _ runtime: String, packed: Double, _ package: String, _ measured: [Double], within tolerance: Double, trip: Double,
    tail: Double
  ) -> [Point] {
    zip([0.0, 50, 100, 150, 200, 250], measured).map { unpacked, measured in
      let sizes = "size: \(max(0.01, packed * unpacked)) MB, unpacked: \(max(0.01, unpacked)) MB, loaded: \(unpacked) MB"
      return Point(
        "\(name), \(Int(unpacked)) MB", "aws-lambda", runtime, "artifact: { package: \(package), \(sizes) }", measured, within: tolerance,
        trip: trip, tail: tail)
    }
  }

  /// Dependencies of 0 to 250 MB unpacked.
  ///
  /// The percentiles of Node are 1.25 times the median with 30 ms of a warm round trip in it, as the
  /// model was fitted; Python's medians have 60 ms of it. Its series with zip is not monotone, which no model meets.
  ///
  /// - Source: A. Stuyvenberg, containers on Lambda, January 2024, read off its figures.
  static let epoch2024 =
    series(
      "Node zip p99", "nodejs20", packed: 0.25, "zip", [325, 1770, 3080, 4300, 4560, 5210], within: 0.25, trip: 30, tail: 1.25)
    + series(
      "Node image p99", "nodejs20", packed: 0.25, "image", [595, 1330, 2680, 3580, 3840, 4520], within: 0.25, trip: 30, tail: 1.25)
    + series(
      "Python zip p50", "python3.11", packed: 0.30, "zip", [283, 1170, 912, 1100, 2530, 4360], within: 0.45, trip: 60, tail: 1)
    + series(
      "Python image p50", "python3.11", packed: 0.30, "image", [479, 753, 1140, 1150, 1250, 1400], within: 0.45, trip: 60, tail: 1)

  @Test(arguments: epoch2020 + epoch2024)
  func `the median of simulated cold starts is near the measured one`(point: Point) throws {
    let fleet = ColdFleet(point.profile, [.init(runtime: point.runtime, more: point.more)], requests: 20_000)
    let run = try Simulated.record(fleet.text)
    let function = run.functions[0]
    #expect(function.coldStarts == 20_000 && function.ended == 20_000)
    let median = Double(try #require(function.latency.quantile(0.5))) / 1e6
    let model = point.tail * (median + point.trip)
    #expect(abs(model / point.measured - 1) <= point.tolerance, "\(model) ms, measured \(point.measured) ms")
  }

  /// A runtime's start times as measured: percentiles 5, 50, 90 and 99 in milliseconds.
  struct Runtime: CustomTestStringConvertible {
    let name: String
    let package: String
    let architecture: String
    let quantiles: [Double]
    var testDescription: String { "\(name) \(package) \(architecture)" }
  }

  /// - Source: maxday/lambda-perf, Init Duration of a hello-world function, 1 June to 22 August 2026, about 3,000 for each line.
  static let runtimes = [
    Runtime(name: "nodejs22", package: "zip", architecture: "x86_64", quantiles: [119, 145, 172, 220]),
    Runtime(name: "nodejs22", package: "zip", architecture: "arm64", quantiles: [100, 129, 139, 172]),
    Runtime(name: "nodejs22", package: "image", architecture: "x86_64", quantiles: [223, 300, 600, 826]),
    Runtime(name: "python3.13", package: "zip", architecture: "x86_64", quantiles: [75, 92, 119, 181]),
    Runtime(name: "python3.13", package: "image", architecture: "x86_64", quantiles: [119, 163, 288, 387]),
    Runtime(name: "java21", package: "zip", architecture: "x86_64", quantiles: [211, 243, 285, 603]),
    Runtime(name: "java21", package: "zip", architecture: "arm64", quantiles: [184, 247, 266, 360]),
    Runtime(name: "dotnet8", package: "zip", architecture: "x86_64", quantiles: [219, 258, 330, 657]),
    Runtime(name: "ruby3.4", package: "zip", architecture: "x86_64", quantiles: [189, 230, 393, 504]),
  ]

  @Test(arguments: runtimes)
  func `the runtime's part has the measured quantiles`(runtime: Runtime) throws {
    let more = "architecture: \(runtime.architecture), artifact: { package: \(runtime.package), size: 1 MB, loaded: 1 MB }"
    let fleet = ColdFleet("aws-lambda", [.init(runtime: runtime.name, more: more)], requests: 100_000)
    let part = try Simulated.record(fleet.text).functions[0].part(.runtimeStart)
    #expect(part.count == 100_000)
    for (share, measured) in zip([0.05, 0.5, 0.9, 0.99], runtime.quantiles) {
      let simulated = Double(try #require(part.quantile(share))) / 1e6
      #expect(abs(simulated / measured - 1) <= 0.03, "p\(share * 100): \(simulated) ms, measured \(measured) ms")
    }
  }

  @Test func `the start's parts add up to the start, and what a bigger artifact costs is fetch and load`() throws {
    let fleet = ColdFleet(
      "{ profile: aws-lambda, start: { noise: 0 } }",
      [
        .init(runtime: "nodejs22", more: "artifact: { size: 1 MB, unpacked: 4 MB }"),
        .init(runtime: "nodejs22", more: "artifact: { size: 11 MB, unpacked: 44 MB }"),
      ], requests: 1000)
    let functions = try Simulated.record(fleet.text).functions
    for function in functions { #expect(function.startParts.reduce(0) { $0 + $1.sum } == function.start.sum) }
    // 8 ms a packed MB, 2.5 ms an unpacked one, 14 ms a loaded one of JavaScript (fitted constants of the model).
    func mean(_ part: StartPart) -> [Double] { functions.map { ($0.part(part).mean ?? 0) / 1e6 } }
    #expect(abs(mean(.fetch)[0] - 18) < 1e-3 && abs(mean(.fetch)[1] - 198) < 1e-3)
    #expect(abs(mean(.load)[0] - 56) < 1e-3 && abs(mean(.load)[1] - 616) < 1e-3)
    #expect(abs(mean(.runtimeStart)[0] / mean(.runtimeStart)[1] - 1) < 0.03)
  }
}
