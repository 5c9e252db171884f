import Documents
import FoundationEssentials
import Testing

@testable import Imports

/// The real trace of 500 functions.
///
/// It is not part of the repository: the tests read the folder that FLEETSIM_REFERENCE_DATA names, and are skipped
/// where that is not set.
@Suite(.enabled(if: ReferenceTrace.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct ReferenceTraceTests {
  @Test func `every function keeps its counts`() throws {
    let scenario = try ReferenceTrace.imported()
    let rows = try #require(CountsReader.rows(scenario.files[1].text))
    #expect(rows.count == 500)
    #expect(rows.reduce(0) { $0 + $1.counts.reduce(0, +) } == 3_037_902)
    let source = try ReferenceTrace.counts()
    for (row, mapped) in zip(rows, scenario.functionsLines.dropFirst()) {
      let fields = mapped.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(row.name == fields[0])
      #expect(row.counts.count == 480)
      #expect(row.counts == source[fields[1...3].joined(separator: ",")])
      #expect(String(row.counts.reduce(0, +)) == fields[5])
    }
  }

  @Test func `what is expected of a run is count times average`() throws {
    // 1,532,484,093 ms by an independent sum over the two files, and what 1 ms for an average of 0 adds.
    let scenario = try ReferenceTrace.imported()
    #expect(scenario.report.contains { $0.contains("1,532,497 s expected") })
    #expect(scenario.report.contains { $0.contains("by trigger") && $0.contains("event 14/2,169,319") && $0.contains("timer 247/106,382") })
    #expect(scenario.reported("left out").isEmpty)
    #expect(scenario.advice.isEmpty)
  }

  @Test func `the scenario as written has every function with its source, and count times mean is that of the trace`() throws {
    let scenario = try ReferenceTrace.imported()
    let document = Document(SourceText(name: "azure.yaml", text: scenario.files[0].text))
    #expect(document.diagnostics.isEmpty)
    let root = try #require(document.root)
    let functions = try #require(root["functions"]?.entries)
    let traffic = try #require(root["traffic"]?.entries)
    let rows = try #require(CountsReader.rows(scenario.files[1].text))
    #expect(functions.count == 500 && traffic.count == 500)
    var work = 0.0
    for ((function, source), row) in zip(zip(functions, traffic), rows) {
      #expect(source.value["to"]?.text == function.key && row.name == function.key)
      let counts = try #require(source.value["trace"]?["counts"])
      #expect(counts["row"]?.text == function.key && counts["file"]?.text == scenario.files[1].name)
      let compute = try #require(function.value["steps"]?.elements?.first?["compute"])
      let mean = try #require(compute.text ?? compute["quantiles"]?["mean"]?.text)
      work += Double(row.counts.reduce(0, +)) * (try #require(Double(mean.dropLast(" ms".count))))
    }
    // The sum of count x average over the trace's two files, by an independent script.
    #expect(abs(work / 1_532_484_093 - 1) < 1e-4)
  }

  @Test func `the scenario in the repository is what the importer makes of the trace`() throws {
    let folder = ReferenceTrace.scenario
    for file in try ReferenceTrace.imported().files {
      let path = "\(folder)/\(file.name)"
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        try Data(file.text.utf8).write(to: URL(filePath: path))
      }
      let kept = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(kept == file.text, "\(file.name) differs; UPDATE_GOLDEN=1 writes it anew")
    }
  }
}

/// Where the real trace and the scenario made of it are.
enum ReferenceTrace {
  static var folder: String? {
    ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"].map { "\($0)/traces/azure2019-500fn-8h" }
  }

  static let scenario = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/scenarios/azure-2019-500"

  static func files() throws -> [SourceText] {
    let folder = try #require(folder)
    return try ["durations.csv", "invocations.csv", "memory.csv"].map {
      SourceText(name: $0, text: String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\($0)")), as: UTF8.self))
    }
  }

  static func imported() throws -> ImportedScenario {
    switch Azure2019Import(ImportOptions(stem: "azure-2019-500")).run(try files(), folder: "trace") {
    case .imported(let scenario): return scenario
    case .refused(let diagnostics): throw Refusal(lines: diagnostics.map(\.summary))
    }
  }

  /// The counts by `owner,app,function`, read without the importer.
  static func counts() throws -> [String: [Int]] {
    let lines = try files()[1].text.split(separator: "\n")
    #expect(lines[0].hasPrefix("HashOwner,HashApp,HashFunction,Trigger,480,"))
    var counts: [String: [Int]] = [:]
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",")
      counts[fields[..<3].joined(separator: ",")] = fields[4...].compactMap { Int($0) }
    }
    return counts
  }
}
