import Documents
import Imports

/// A made-up trace of three minutes, in the published form, whose texts a test changes.
struct SmallTrace {
  var invocations = """
    HashOwner,HashApp,HashFunction,Trigger,480,481,482
    o1,a1,f1,http,1,2,3
    o1,a1,f2,queue,100,0,0
    o2,a2,f3,timer,1,1,1

    """
  var durations = """
    HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,percentile_Average_0,percentile_Average_1,percentile_Average_25,\
    percentile_Average_50,percentile_Average_75,percentile_Average_99,percentile_Average_100
    o1,a1,f1,20,18,10,90,10,10,20,30,40,80,90
    o1,a1,f2,5,300,5,5,5,5,5,5,5,5,5
    o2,a2,f3,0,9,0,40,0,0,0,0,0,0,40

    """
  var memory = """
    HashOwner,HashApp,SampleCount,AverageAllocatedMb,AverageAllocatedMb_pct1,AverageAllocatedMb_pct100
    o1,a1,10,150,100,192.5
    o2,a2,10,20,10,30

    """
  var options = ImportOptions(stem: "small")

  var files: [SourceText] {
    [("durations.csv", durations), ("invocations.csv", invocations), ("memory.csv", memory)].filter { !$0.1.isEmpty }
      .map { SourceText(name: $0.0, text: $0.1) }
  }

  func outcome() -> ImportOutcome { Azure2019Import(options).run(files, folder: "trace") }

  /// The import, which must succeed.
  func imported() throws -> ImportedScenario {
    switch outcome() {
    case .imported(let scenario): return scenario
    case .refused(let diagnostics): throw Refusal(lines: diagnostics.map(\.summary))
    }
  }

  /// The findings of an import that must be refused, one line each.
  func refusal() throws -> [String] {
    switch outcome() {
    case .imported: throw Refusal(lines: ["it was imported"])
    case .refused(let diagnostics): return diagnostics.map(\.summary)
    }
  }
}

/// An outcome that a test did not expect.
struct Refusal: Error {
  var lines: [String]
}

extension ImportedScenario {
  /// The lines of the scenario.
  var scenarioLines: [String] { lines(0) }
  /// The lines of the counts file.
  var countsLines: [String] { lines(1) }
  /// The lines of the table of names.
  var functionsLines: [String] { lines(2) }

  private func lines(_ index: Int) -> [String] {
    files[index].text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// The lines of the report that begin with a word.
  func reported(_ word: String) -> [String] { report.filter { $0.hasPrefix(word) } }
}
