import ArgumentParser
import Documents
import Imports
import Scenarios

/// Explains a kind of mistake.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains what a mistake or advice means and how to mend it.",
    discussion: "Codes stand in the brackets of a message, such as error[FS1001]. Without a code all are listed.")

  /// Every kind of mistake and advice, by code.
  static let rules = FindingReference.rules + Rule.imports

  @Argument(help: "The code, such as FS1001.")
  var code: String?

  func execute(on console: Console) throws {
    guard let code else {
      return try console.print(Self.rules.map { "\($0.code)  \($0.title)\n" }.joined())
    }
    guard let rule = Self.rules.first(where: { $0.code == code.uppercased() }) else {
      throw CommandFailure(.usage, "there is no code '\(code)'; `fleetsim explain` lists all")
    }
    try console.print("\(rule.code) (\(rule.severity.rawValue)): \(rule.title)\n\n\(rule.explanation)\n")
  }
}
