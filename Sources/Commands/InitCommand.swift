import ArgumentParser
import Documents
import Scenarios

/// Writes a first scenario.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a small commented scenario to start from, and the schema that editors complete it by.",
    discussion: "Templates:\n" + Template.allCases.map { "  \($0.rawValue): \($0.about)" }.joined(separator: "\n"))

  @Argument(help: "What the scenario shows.")
  var template = Template.api

  @Option(name: .shortAndLong, help: "The file to write, which must not be there yet; - prints it.", completion: .file())
  var output = "scenario.yaml"

  func execute(on console: Console) throws {
    if output == "-" { return try console.print(template.text) }
    try OutputFolder.create(output, template.text)
    let schema = (output.lastIndex(of: "/").map { String(output[...$0]) } ?? "") + Template.schemaFile
    do {
      try OutputFolder.create(schema, ScenarioSchema.json.pretty)
    } catch {
      guard error.status == .cannotCreate else { throw error }
      console.note("'\(schema)' is left as it is")
    }
    console.note("wrote \(output); next: fleetsim check \(output), fleetsim run \(output)")
  }
}
