import ArgumentParser
import Scenarios
import Studies

/// Compares variants of a scenario under the same demand.
struct CompareCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares scenarios, or variants of one, under the same demand: what differs, and how surely.",
    discussion: """
      The first file is the baseline. All variants meet the same arrivals and draws (common random numbers), so that differences \
      show with far fewer replications than two runs apart. The exit code says nothing of the objectives.
      """)

  @Argument(help: "The baseline and the scenarios to compare with it.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Option(
    name: .customLong("variant"),
    help: ArgumentHelp(
      "A variant of the first file: a value that it changes, or a file that is laid over it; once for each change.",
      valueName: "name=path=value|name=@patch.yaml"))
  var variants: [VariantOption] = []

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Change a value of all of them; may be given more than once.", valueName: "path=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("inject"),
    help: ArgumentHelp("Add a fault to all of them; may be given more than once.", valueName: "kind:name,key=value"))
  var faults: [String] = []

  @Flag(help: "End with exit code 2 if any figure differs in a way that is not chance.")
  var detailedExitcode = false

  @OptionGroup var results: ResultOptions

  @OptionGroup var options: StudyOptions

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if files.count < 2 && variants.isEmpty { throw ValidationError("name a second scenario, or a --variant of the first") }
    if variants.contains(where: { $0.name == Self.baselineName }) {
      throw ValidationError("'baseline' is the name of the first file itself")
    }
  }

  private static let baselineName = "baseline"

  func execute(on console: Console) throws {
    let folder = try results.folder(options)
    let sources = try read(on: console)
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let runs = StudyRuns(options, watch: progress, folder: folder)
    let found = try runs.results(of: sources.map { $0.point(options) }, sources[0].rule(options))
    runs.noteFound()
    let complete = found.compactMap(\.self)
    guard complete.count == found.count else { throw CommandFailure(.interrupted, "stopped before every variant had run") }
    let names = try self.names(of: sources)
    let comparison = Comparison(zip(complete, names).map { $0.named($1) })
    try ComparisonReport(
      comparison: comparison, pace: progress.pace, inputs: sources.flatMap(\.inputs), folder: folder, options: results, display: display
    ).deliver(on: console)
    if detailedExitcode, comparison.differs { throw ExitReason.differs.exit }
  }

  /// The names of variants in the order of their first mention.
  private var variantNames: [String] {
    variants.reduce(into: []) { names, variant in
      if !names.contains(variant.name) { names.append(variant.name) }
    }
  }

  /// The files, then the variants of the first.
  private func read(on console: Console) throws(CommandFailure) -> [ScenarioSource] {
    var sources: [ScenarioSource] = []
    for file in files { sources.append(try source(of: file, [], on: console)) }
    for name in variantNames {
      let changes = variants.filter { $0.name == name }.map(\.change)
      sources.append(try source(of: files[0], changes, on: console))
    }
    guard let seed = options.seed else { return sources }
    // One seed for all, also where it is drawn.
    let drawn = seed.seed
    if seed == .random { console.note("seed \(drawn)") }
    for index in sources.indices { sources[index].scenario.run.seed = drawn }
    return sources
  }

  private func source(of file: String, _ changes: [VariantOption.Change], on console: Console) throws(CommandFailure) -> ScenarioSource {
    let patches = changes.compactMap { if case .patch(let path) = $0 { path } else { nil } }
    let own = changes.compactMap { if case .setting(let setting) = $0 { setting } else { nil } }
    var display = display
    // Advice on the first file was given when it was read by itself.
    if !changes.isEmpty { display.quiet = true }
    return try ScenarioSource(file, patches: patches, overrides: settings + own, injections: faults, display, on: console)
  }

  /// What each is called in tables: files by their scenarios' names, or where these are the same by their own.
  private func names(of sources: [ScenarioSource]) throws(CommandFailure) -> [String] {
    var own = sources.prefix(files.count).map(\.scenario.name)
    if own.count == 1 { own = [Self.baselineName] }
    if Set(own).count < own.count { own = files.map(Self.stem) }
    let names = own + variantNames
    guard Set(names).count == names.count else {
      throw CommandFailure(.usage, "two of the compared scenarios have one name: \(names.joined(separator: ", "))")
    }
    return names
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}

extension StudyResult {
  /// The result under the name of a variant.
  fileprivate func named(_ name: String) -> StudyResult {
    var result = self
    result.outline.variant = name
    return result
  }
}
