import Documents
import Fleet
import Scenarios
import Statistics
import Testing

/// Runs of fleets that are given as scenario text.
enum Simulated {
  /// The scenario of a text.
  static func scenario(
    _ text: String, files: MemoryFiles = MemoryFiles(), sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Scenario {
    let result = Scenario.parse(text, files: files)
    return try #require(result.scenario, "\(result.diagnostics.map(\.rendered).joined())", sourceLocation: sourceLocation)
  }

  /// What one run of a text recorded.
  ///
  /// - Parameters:
  ///   - seed: in place of the scenario's own.
  ///   - seriesEvery: the length of the time series' intervals, nanoseconds; 0 for none.
  static func record(
    _ text: String, seed: Int64? = nil, seriesEvery: Int64 = 0, files: MemoryFiles = MemoryFiles(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> RunRecord {
    var scenario = try scenario(text, files: files, sourceLocation: sourceLocation)
    if let seed { scenario.run.seed = seed }
    return try Run.simulate(Blueprint(scenario, seriesEvery: seriesEvery))
  }

  /// What runs of a text with different seeds recorded.
  static func replications(_ count: Int, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [RunRecord] {
    var scenario = try scenario(text, sourceLocation: sourceLocation)
    return try (1...count).map { seed in
      scenario.run.seed = Int64(seed)
      return try Run.simulate(Blueprint(scenario))
    }
  }
}

extension RunRecord {
  /// The length of the measured window, nanoseconds.
  var length: Double { Double(window.upperBound - window.lowerBound) }

  /// The share of a function's invocations that waited for a new instance and were the first on it.
  func coldShare(_ function: Int = 0) -> Double { Double(functions[function].coldStarts) / Double(functions[function].invocations) }

  /// The time average of a function's instances.
  func meanInstances(_ function: Int = 0) -> Double { Double(functions[function].instances.area) / length }

  /// The time average of a function's concurrency.
  func meanConcurrency(_ function: Int = 0) -> Double { Double(functions[function].concurrency.area) / length }

  /// The share of a function's requests that were refused.
  func refusedShare(_ function: Int = 0) -> Double {
    Double(functions[function].refused.reduce(0, +)) / Double(functions[function].offered)
  }
}

extension FunctionRecord {
  /// How many requests were refused for a reason.
  func refused(_ reason: Refusal) -> Int64 { refused[Int(reason.rawValue)] }

  /// The distribution of a part of the cold starts, nanoseconds.
  func part(_ part: StartPart) -> LatencyHistogram { startParts[Int(part.rawValue)] }
}
