import ArgumentParser

/// Puts together what the units of a plan left.
struct MergeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Puts the results of a plan's units together.",
    discussion: """
      The output is that of the study that was planned, byte for byte. The exit code is 75 if units are missing; they are named. Further \
      options are those of the study's command, such as --json.
      """)

  @Argument(help: "The folder of the plan, or its units' file.", completion: .directory)
  var plan: String

  @Option(name: [.customShort("o"), .customLong("output")], help: "Write the results into this folder.", completion: .directory)
  var output: String?

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Options of the study's command.", valueName: "options"))
  var options: [String] = []

  func execute(on console: Console) throws {
    let file = UnitsFile(plan)
    guard let first = try file.lines().first else {
      throw CommandFailure(.invalidInput, "'\(file.path)' has no units; `fleetsim plan` writes it anew")
    }
    let study = StudyLine(try file.unit(first, 0).study)
    let further = options + (output.map { ["--output", $0] } ?? [])
    do {
      try study.execute(further + ["--units-in", file.folder], on: console)
    } catch let failure as CommandFailure where failure.status == .undecided {
      console.note("objectives are undecided: plan again with more --replications; what is there is not simulated again")
      throw failure
    }
  }
}
