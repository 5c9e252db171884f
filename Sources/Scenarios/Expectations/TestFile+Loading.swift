public import Documents

extension TestFile {
  /// The cases in a file, with the scenarios that they name.
  ///
  /// Nothing is thrown: what is wrong stands in the result, all of it.
  /// - Complexity: O(n) in the size of the files, for each case.
  public static func load(path: String, files: any FileProvider = DiskFiles()) -> TestFileResult {
    let document: Document
    do throws(FileFault) {
      document = Document(bytes: try files.bytes(at: path, limit: DocumentLimits.bytes), name: path)
    } catch {
      let place = Place(source: SourceText(name: path, text: ""), line: 1, column: 1)
      return TestFileResult(tests: nil, diagnostics: [Diagnostic(.file(path, error), at: place)])
    }
    let reading = Reading(files: files, folder: Folder.of(path))
    var cases: [CaseText] = []
    var diagnostics = document.diagnostics
    if let root = document.root { cases = Syntax<[CaseText]>.section(read).read(root, .root, reading) ?? [] }
    var scenarios = CaseReader(folder: Folder.of(path), files: files)
    let read = cases.compactMap { scenarios.read($0) }
    diagnostics += reading.diagnostics + scenarios.diagnostics
    let found = diagnostics.inOrder()
    return TestFileResult(tests: found.hasErrors ? nil : TestFile(file: path, cases: read), diagnostics: found)
  }

  /// The cases, each with the scenario that it has or that the file gives it.
  static func read(_ f: inout Fields) -> [CaseText] {
    let scenario = f.given("scenario", CaseText.file, shown: "none", "the scenario of cases that name none, relative to this file")
    var names: Set<String> = []
    let cases = f.required(
      "cases",
      .list(
        .section { f in
          let text = CaseText.read(&f)
          if f.has("name"), !names.insert(text.name).inserted { f.note(.caseName(text.name), value: "name") }
          if scenario == nil, text.scenario == nil { f.note(.missingKey("scenario")) }
          if f.entry("expect")?.value.elements?.isEmpty == true { f.note(.noExpectation, value: "expect") }
          return text
        }), "what is simulated and what is expected of it")
    return cases.map { text in
      var text = text
      text.scenario = text.scenario ?? scenario
      return text
    }
  }
}

/// Reads the scenarios of cases; one that several cases name is read from its file once, so that its mistakes are noted once.
private struct CaseReader {
  let folder: String
  let files: any FileProvider
  private(set) var diagnostics: [Diagnostic] = []
  private var trees: [String: LocatedNode?] = [:]
  private var order = 1

  init(folder: String, files: any FileProvider) {
    (self.folder, self.files) = (folder, files)
  }

  /// The case with its scenario; nil with the faults noted.
  mutating func read(_ text: CaseText) -> TestCase? {
    guard let name = text.scenario, !name.text.isEmpty else { return nil }
    let path = name.text.hasPrefix("/") ? name.text : folder + name.text
    let layers = Scenario.Layers(Overrides(text.settings), Injections(text.injections), expectations: text.expectations)
    let result = Scenario.read(tree(path, named: name), file: path, layers, files: files, diagnostics: [])
    diagnostics += result.diagnostics
    guard var scenario = result.scenario else { return nil }
    if let seed = text.seed { scenario.run.seed = seed }
    scenario.run.replications = text.replications
    return TestCase(name: text.name, scenario: scenario)
  }

  /// The tree of a scenario; a file that is missing is noted where it is named.
  private mutating func tree(_ path: String, named name: LocatedText) -> LocatedNode? {
    if let tree = trees[path] { return tree }
    do throws(FileFault) {
      let bytes = try files.bytes(at: path, limit: DocumentLimits.bytes)
      var variants = VariantReader(files: files, order: order)
      let tree = variants.tree(of: Document(bytes: bytes, name: path, order: order), path: path)
      order = variants.order + 1
      diagnostics += variants.diagnostics
      trees[path] = .some(tree)
      return tree
    } catch {
      diagnostics.append(Diagnostic(.file(name.text, error), at: name.place, length: name.text.unicodeScalars.count, path: "scenario"))
      return nil
    }
  }
}
