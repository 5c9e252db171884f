import ArgumentParser
import Documents
import Imports

/// Makes a scenario of the Azure Functions Trace 2019.
struct Azure2019Command: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "azure2019", abstract: "Makes a scenario of a day of the Azure Functions Trace 2019.",
    discussion: """
      Reads the CSV files of invocations, durations and memory in a folder, whole or cut out, and writes the scenario, its counts and a \
      table of names. What the trace does not say is assumed, and the assumptions are printed.
      """)

  @Argument(help: "The folder with the three files.", completion: .directory)
  var folder: String

  @Option(name: .shortAndLong, help: "The scenario to write; its counts and names go beside it.", completion: .file(extensions: ["yaml"]))
  var output: String

  @Option(help: ArgumentHelp("Take so many functions with the most invocations.", valueName: "n"))
  var top: Int?

  @Option(help: ArgumentHelp("Take so many functions at random.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("The seed of the sample.", valueName: "n"))
  var seed: SeedOption = .fixed(1)

  @Option(help: ArgumentHelp("Memory: ceil64, the most that was measured, or fixed:512MB.", valueName: "policy"))
  var memoryPolicy: MemoryPolicy = .ceil64

  @Option(help: "The platform profile.")
  var platform = "aws-lambda"

  @Option(help: "The runtime of every function.")
  var runtime = "nodejs22"

  @Option(
    help: ArgumentHelp(
      "The artifact of every function, such as zip:3MB or image:200MB:20MB, of which 20 MB are loaded.", valueName: "package:size"))
  var artifact = ArtifactAssumption()

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if top != nil && sample != nil { throw ValidationError("--top and --sample exclude each other") }
    if let count = top ?? sample, count < 1 { throw ValidationError("at least 1 function must be taken") }
    if stem.isEmpty || !output.hasSuffix(".yaml") { throw ValidationError("-o '\(output)' does not name a .yaml file") }
  }

  /// The name of the scenario's file without its extension.
  private var stem: String { String(output[(output.lastIndex(of: "/").map(output.index(after:)) ?? output.startIndex)...].dropLast(5)) }

  func execute(on console: Console) throws {
    var options = ImportOptions(stem: stem)
    if let top { options.selection = .top(top) }
    if let sample { options.selection = .sample(sample, seed: UInt64(seed.seed)) }
    (options.memory, options.platform, options.runtime, options.artifact) = (memoryPolicy, platform, runtime, artifact)
    switch Azure2019Import(options).run(try InputFolder(folder).tables(), folder: folder) {
    case .refused(let diagnostics):
      console.write(diagnostics, display)
      throw CommandFailure.reported(.invalidInput)
    case .imported(let imported):
      console.write(imported.advice, display)
      let place = try OutputFolder(making: output.lastIndex(of: "/").map { String(output[...$0]) } ?? ".")
      try place.write(imported.files.map { (name: $0.name, text: $0.text) }, removing: [])
      if display.quiet { return }
      try console.print(imported.report.map { $0 + "\n" }.joined())
      console.note("wrote \(imported.files.map(\.name).joined(separator: ", ")); next: fleetsim run \(output)")
    }
  }
}
