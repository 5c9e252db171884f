public import Documents

extension Scenario {
  /// The scenario in a file, with those of patch files and overrides such as `functions.api.memory="512 MB"` laid over it in this order, and
  /// with further faults such as `outage:crm,at=12:00,for=30m`.
  ///
  /// Further files are looked for beside it. Nothing is thrown: what is wrong stands in the result, all of it.
  /// - Complexity: O(n) in the size of the files.
  public static func load(
    path: String, patches: [String] = [], overrides: [String] = [], injections: [String] = [], questions: Questions = Questions(),
    files: any FileProvider = DiskFiles()
  ) -> ScenarioResult {
    var variants = VariantReader(files: files)
    var tree = variants.tree(ofFile: path)
    for patch in patches { tree = tree.flatMap { variants.patched($0, ofFile: path, by: patch) } }
    return read(
      tree, file: path, Layers(overrides: overrides, injections: injections, questions: questions), files: files,
      diagnostics: variants.diagnostics)
  }

  /// The scenario in a text, as if it stood in a file.
  ///
  /// - Complexity: O(n) in the size of the text and of the files that it names.
  public static func parse(
    _ text: String, file: String = "scenario.yaml", overrides: [String] = [], injections: [String] = [],
    questions: Questions = Questions(), files: any FileProvider = MemoryFiles()
  ) -> ScenarioResult {
    var variants = VariantReader(files: files)
    let tree = variants.tree(of: Document(bytes: Array(text.utf8), name: file), path: file)
    return read(
      tree, file: file, Layers(overrides: overrides, injections: injections, questions: questions), files: files,
      diagnostics: variants.diagnostics)
  }

  /// What is laid over a file, and what is asked of it.
  struct Layers {
    var overrides: Overrides
    var injections: Injections
    var questions = Questions()
    /// What is asked of the scenario instead of its own objectives, by a test file.
    var expectations: [ObjectiveText]?

    init(overrides: [String], injections: [String], questions: Questions) {
      (self.overrides, self.injections, self.questions) = (Overrides(overrides), Injections(injections), questions)
    }

    init(_ overrides: Overrides, _ injections: Injections, expectations: [ObjectiveText]) {
      (self.overrides, self.injections, self.expectations) = (overrides, injections, expectations)
    }
  }

  /// The scenario in a tree with its layers.
  static func read(
    _ tree: LocatedNode?, file: String, _ layers: Layers, files: any FileProvider, diagnostics: [Diagnostic]
  ) -> ScenarioResult {
    var diagnostics = diagnostics
    var scenario: Scenario?
    var simulated = ""
    var metrics: [MetricName] = []
    var whole: LocatedNode?
    if var tree {
      tree = layers.overrides.applied(to: tree, &diagnostics)
      tree = layers.injections.applied(to: tree, &diagnostics)
      whole = tree
      let reading = Reading(files: files, folder: Folder.of(file))
      scenario = Syntax<Scenario>.section(Scenario.read).read(tree, .root, reading)
      if let expectations = layers.expectations { scenario?.objectives = resolved(expectations, reading) }
      if let objectives = layers.questions.objectives(reading) { scenario?.objectives = objectives }
      metrics = layers.questions.metrics(reading)
      if let scenario {
        // Checks across sections would stumble over placeholders, so they say only what values that were read well allow.
        let report = CheckReport(root: tree, reading: reading)
        ScenarioChecks.run(scenario, report)
        simulated = SimulatedText.of(tree)
      }
      diagnostics += reading.diagnostics
    }
    scenario?.file = file
    let found = diagnostics.inOrder()
    return ScenarioResult(
      scenario: found.hasErrors ? nil : scenario, simulated: simulated, metrics: metrics, tree: whole, diagnostics: found)
  }
}

/// Folders of files.
enum Folder {
  /// The folder of a file with a slash at its end; empty for the current one.
  static func of(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }
}
