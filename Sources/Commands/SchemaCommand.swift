import ArgumentParser
import Documents
import Scenarios

/// Prints the schema of scenario files.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema (draft-07) of scenario files, by which editors check and complete them.")

  func execute(on console: Console) throws {
    try console.print(ScenarioSchema.json.pretty)
  }
}
