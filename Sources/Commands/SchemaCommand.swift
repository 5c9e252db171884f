import ArgumentParser
import Documents
import Scenarios

/// Prints the schema of scenario files.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema (draft-07) of scenario files, by which editors check and complete them.")

  @Flag(name: .customLong("test"), help: "Print the schema of test files instead, which `fleetsim test` reads.")
  var isOfTestFiles = false

  func execute(on console: Console) throws {
    try console.print((isOfTestFiles ? ScenarioSchema.ofTestFiles : ScenarioSchema.json).pretty)
  }
}
