import ArgumentParser

/// Divides a study into units of work.
struct PlanCommand: ConsoleCommand {
  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case summary, parallel
  }

  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Divides a study into units of work for many machines.",
    discussion: """
      The study is written as if it were to be done here: a scenario file with the options of `fleetsim run`, or of `fleetsim sweep` where \
      --vary is among them, or the name of a study's command and its arguments. Each line of the units' file is a unit; `fleetsim work` does \
      one, `fleetsim merge` puts the results together. The number of replications is fixed: auto plans the first ten.
      """)

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the units are written: DIR/units.jsonl, or DIR.", valueName: "path"), completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("How many replications a unit has; so many that it takes a second or more.", valueName: "N"))
  var chunk = 1

  @Option(help: "What is printed: a summary, or for GNU parallel one command a line.")
  var format = Format.summary

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The study.", valueName: "study"))
  var study: [String]

  func validate() throws {
    if chunk < 1 { throw ValidationError("--chunk must be at least 1") }
  }

  func execute(on console: Console) throws {
    let line = StudyLine(shortened: study)
    if line.readsStandardInput {
      throw CommandFailure(.usage, "a plan needs a scenario file; what does the work can't read this one's input")
    }
    let lines = Collected()
    var part = console
    part.output = lines.add
    part.arguments = line.arguments
    try line.execute(["--plan-units", String(chunk)], on: part)
    let file = UnitsFile(output)
    let text = lines.text
    try OutputFolder(making: file.folder).write([(name: UnitsFile.name, text: text)], removing: [])
    let count = text.utf8.count { $0 == UInt8(ascii: "\n") }
    switch format {
    case .summary:
      try console.print("\(count) units of up to \(chunk) \(chunk == 1 ? "run" : "runs") in \(file.path)\n")
    case .parallel:
      for number in 0..<count { try console.print("fleetsim work \(ShellWord.quoted(file.path)) --index \(number)\n") }
    }
  }
}
