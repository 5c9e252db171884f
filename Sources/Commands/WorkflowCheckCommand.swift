import ArgumentParser
import Documents
import Reports
import StatesLanguage

/// Looks definitions of state machines over.
struct WorkflowCheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Looks definitions of state machines over: every mistake with its place and how to mend it.",
    discussion: """
      A file holds a definition in the Amazon States Language, as JSON or YAML, or is a template of CloudFormation or SAM with state \
      machines. A line is printed for each that can run. The exit code is 65 if there are mistakes.
      """)

  @Argument(help: "The files.", completion: .file(extensions: ["json", "yaml", "yml", "asl"]))
  var files: [String]

  @OptionGroup var display: DisplayOptions

  func execute(on console: Console) throws {
    var (hasMistakes, isMissing) = (false, false)
    for path in files {
      do throws(CommandFailure) {
        let file = DefinitionFile(
          bytes: try InputFolder.bytes(at: path, limit: DocumentLimits.bytes), name: path, files: DiskFiles())
        console.write(file.diagnostics, display)
        for definition in file.definitions { try tell(definition, of: path, on: console) }
        hasMistakes = hasMistakes || file.hasErrors
      } catch {
        guard error.status == .missingInput else { throw error }
        console.note("fleetsim: error: \(error.message)")
        isMissing = true
      }
    }
    if hasMistakes { throw CommandFailure.reported(.invalidInput) }
    if isMissing { throw CommandFailure.reported(.missingInput) }
  }

  private func tell(_ definition: DefinitionFile.Definition, of path: String, on console: Console) throws(CommandFailure) {
    console.write(definition.diagnostics, display)
    guard let machine = definition.machine, !display.quiet else { return }
    let place = definition.resource.map { ", \($0)" } ?? ""
    let parts = [
      counted(machine.stateNames.count, "state"), counted(machine.tasks.count, "task"),
      machine.usesJSONata && machine.language == .jsonPath ? "JSONPath and JSONata" : machine.language.rawValue,
    ]
    try console.print("ok: \(path)\(place): \(parts.joined(separator: ", "))\n")
  }

  private func counted(_ count: Int, _ what: String) -> String { "\(Humane.count(Int64(count))) \(what)\(count == 1 ? "" : "s")" }
}
