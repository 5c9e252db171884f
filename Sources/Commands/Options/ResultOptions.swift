import ArgumentParser

/// Where results go and how they are written.
struct ResultOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Write the tables as CSV, summary.json and manifest.json into this folder.",
    completion: .directory)
  var output: String?

  @Flag(help: "Print the results as one JSON document instead of the summary.")
  var json = false

  @Option(help: "How CSV is written: plain for programs, excel for spreadsheets.")
  var csvFlavor = CSVFlavorOption.plain

  /// The folder for the files, made where it is not there; nil where none is wanted.
  func folder() throws(CommandFailure) -> OutputFolder? {
    try output.map { path throws(CommandFailure) in try OutputFolder(making: path) }
  }
}
