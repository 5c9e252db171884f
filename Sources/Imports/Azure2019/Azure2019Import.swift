public import Documents

/// Turns the Azure Functions Trace 2019 into a scenario: its three files of one day, or a cut-out of them, in any of the forms in circulation.
///
/// - Source: M. Shahrad et al., "Serverless in the Wild", USENIX ATC 2020; github.com/Azure/AzurePublicDataset, AzureFunctionsDataset2019.md.
public struct Azure2019Import: Sendable {
  /// Names, and what the trace does not say.
  public var options: ImportOptions

  /// An import with its options.
  public init(_ options: ImportOptions) {
    self.options = options
  }

  /// A spread of the ratios of the two files' counts from which on the advice is given that rows may be relabelled; in the published data it is below 2.
  static let widestSpread = 4.0

  /// The scenario of the files of a folder.
  ///
  /// - Parameters:
  ///   - files: the folder's CSV files, in the order of their names; what is none of the trace's is passed over.
  ///   - folder: the folder's name, for findings about what is not in it.
  /// - Complexity: O(n) in the size of the files.
  public func run(_ files: [SourceText], folder: String) -> ImportOutcome {
    var findings = Findings()
    let sources = files.enumerated().map { SourceText(name: $1.name, text: $1.text, order: $0 + 1) }
    let place = Place(source: SourceText(name: folder, text: "", order: 0), line: 1, column: 1)
    let tables = AzureTables(sources, folder: place.source, needsMemory: options.memory == .ceil64, &findings)
    guard !findings.diagnostics.hasErrors, let invocations = tables.invocations, let durations = tables.durations else {
      return .refused(findings.diagnostics.inOrder())
    }
    let trace = AzureTrace(invocations, durations, tables.memory, day: tables.day, options)
    guard !trace.functions.isEmpty else {
      let what = "none of \(Figures.counted(invocations.rows.count, "function")) has both invocations and a duration"
      findings.add(Finding(.importNothing, what, mend: "are the files of the same day?"), at: place)
      return .refused(findings.diagnostics.inOrder())
    }
    if let spread = trace.countSpread, spread > Azure2019Import.widestSpread, let place = durations.countPlace {
      let what =
        "the counts of durations by those of invocations differ \(Figures.fixed(min(spread, 1e9), 1))-fold between the quartiles of the functions"
      findings.add(Finding(.importRelabelled, what, mend: "the rows may be relabelled: take the original files"), at: place, length: 5)
    }
    return .imported(scenario(trace, findings.diagnostics.inOrder()))
  }

  /// The files and the report of a trace.
  private func scenario(_ trace: AzureTrace, _ advice: [Diagnostic]) -> ImportedScenario {
    let bound = ConcurrencyBound(trace.functions, minutes: trace.minutes, least: options.limits.concurrency)
    let report = AzureReport(trace, bound, options)
    let writer = AzureScenarioWriter(trace: trace, bound: bound, options: options, assumptions: report.assumptions)
    let files = [
      OutputFile(name: "\(options.stem).yaml", text: writer.text),
      OutputFile(name: writer.countsName, text: CountsFile.text(trace.functions.map { ($0.name, $0.counts) })),
      OutputFile(name: "\(options.stem)-functions.csv", text: mapping(trace)),
    ]
    return ImportedScenario(files: files, report: report.lines, advice: advice)
  }

  /// The table of the functions' names in the scenario and in the trace.
  private func mapping(_ trace: AzureTrace) -> String {
    var text = "name,HashOwner,HashApp,HashFunction,trigger,invocations\n"
    for function in trace.functions {
      let key = function.key
      text += "\(function.name),\(key.owner),\(key.app),\(key.function),\(function.trigger ?? ""),\(function.total)\n"
    }
    return text
  }
}
