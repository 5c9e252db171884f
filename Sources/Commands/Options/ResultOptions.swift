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

  /// The folder for the files, made where it is not there; nil where none is wanted, or only a part of the study that has no results.
  func folder(_ study: StudyOptions? = nil) throws(CommandFailure) -> OutputFolder? {
    guard let output, study?.part.hasResults ?? true else { return nil }
    return try OutputFolder(making: output)
  }
}
