import Documents
import Fleet
import FoundationEssentials
import Scenarios
import Statistics
import Testing

/// The scenario of 500 functions in this repository, simulated, against the raw trace of which it was made.
///
/// The trace is not part of the repository: the tests read the folder that FLEETSIM_REFERENCE_DATA names, and are skipped where that is not
/// set.
@Suite(.enabled(if: AzureTrace.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct AzureTests {
  private static let simulated = Result { try AzureTrace.simulate() }

  @Test func `every function has in every minute the requests of the trace`() throws {
    let (scenario, run) = try Self.simulated.get()
    let (counts, hashes) = (try AzureTrace.counts(), try AzureTrace.hashes())
    let series = try #require(run.series)
    #expect(counts.count == 500 && scenario.functions.count == 500)
    var total: Int64 = 0
    for (function, intervals) in zip(scenario.functions, series.functions) {
      let hash = try #require(hashes[function.name])
      let truth = try #require(counts[hash])
      let requests = (0..<480).map { $0 < intervals.count ? intervals[$0].requests : 0 }
      #expect(requests == truth, "\(function.name)")
      total += requests.reduce(0, +)
    }
    #expect(total == 3_037_902)
    #expect(run.functions.reduce(0) { $0 + $1.offered } == total)
    #expect(run.functions.allSatisfy { $0.throttles == 0 })
  }

  /// - Source: the trace's durations.csv, Average, and invocations.csv: count times average over all functions.
  @Test func `running time, GB-s and mean concurrency are those of count times average`() throws {
    let (scenario, run) = try Self.simulated.get()
    let (counts, hashes, averages) = (try AzureTrace.counts(), try AzureTrace.hashes(), try AzureTrace.averages())
    var (seconds, gigabyteSeconds) = (0.0, 0.0)
    for function in scenario.functions {
      let hash = try #require(hashes[function.name])
      let work = Double((counts[hash] ?? []).reduce(0, +)) * (try #require(averages[hash])) / 1000
      seconds += work
      gigabyteSeconds += work * Double(function.memory) / Double(1 << 30)
    }
    // 1,532,484 s by an independent sum over the two files.
    #expect(abs(seconds - 1_532_484) < 1)
    let running = run.functions.reduce(0) { $0 + Double($1.duration.sum) / 1e9 }
    #expect(abs(running / seconds - 1) < 0.01, "\(running) s")
    let metered = zip(scenario.functions, run.functions).reduce(0) {
      $0 + Double($1.1.duration.sum) / 1e9 * Double($1.0.memory) / Double(1 << 30)
    }
    #expect(abs(metered / gigabyteSeconds - 1) < 0.01, "\(metered) GB-s")
    // Units of concurrency are held by handlers, and by instances that start, which the trace's durations leave out.
    let held = Double(run.accountConcurrency.area) / run.length
    let starts = run.functions.reduce(0) { $0 + Double($1.start.sum) / 1e9 }
    #expect(abs((held - starts / 28_800) / (seconds / 28_800) - 1) < 0.01, "\(held) units, \(starts) s of starts")
  }
}

/// The raw trace, read without the importer, and the scenario made of it.
private enum AzureTrace {
  static var folder: String? { ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"].map { "\($0)/traces/azure2019-500fn-8h" } }

  private static let scenario =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/scenarios/azure-2019-500/azure-2019-500"

  static func simulate() throws -> (Scenario, RunRecord) {
    let result = Scenario.load(path: "\(scenario).yaml")
    let scenario = try #require(result.scenario, "\(result.diagnostics.map(\.rendered).joined())")
    return (scenario, try Run.simulate(Blueprint(scenario, seriesEvery: 60_000_000_000)))
  }

  private static func rows(_ path: String) throws -> [[Substring]] {
    let text = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  /// `owner,app,function` by short name.
  static func hashes() throws -> [String: String] {
    let rows = try rows("\(scenario)-functions.csv")
    return Dictionary(uniqueKeysWithValues: rows.dropFirst().map { (String($0[0]), $0[1...3].joined(separator: ",")) })
  }

  /// Requests by minute, by `owner,app,function`.
  static func counts() throws -> [String: [Int64]] {
    let rows = try rows("\(try #require(folder))/invocations.csv")
    #expect(rows[0][..<5].elementsEqual(["HashOwner", "HashApp", "HashFunction", "Trigger", "480"]))
    return Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[..<3].joined(separator: ","), $0[4...].compactMap { Int64($0) }) })
  }

  /// Average durations in milliseconds, by `owner,app,function`.
  static func averages() throws -> [String: Double] {
    let rows = try rows("\(try #require(folder))/durations.csv")
    #expect(rows[0][..<4].elementsEqual(["HashOwner", "HashApp", "HashFunction", "Average"]))
    return Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[..<3].joined(separator: ","), Double($0[3]) ?? .nan) })
  }
}
