import ArgumentParser
import Reports
import Scenarios

/// Looks a scenario over without simulating it.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Looks a scenario over: every mistake with its place and how to mend it, and advice.",
    discussion: "Prints `ok` and what the scenario holds. The exit code is 65 if there are mistakes.")

  @OptionGroup var source: ScenarioOptions

  @OptionGroup var display: DisplayOptions

  func execute(on console: Console) throws {
    let scenario = try ScenarioSource(source, display, on: console).scenario
    if display.quiet { return }
    let parts = [
      counted(scenario.names(of: .function).count, "function"), counted(scenario.traffic.count, "traffic source"),
      counted(scenario.objectives.count, "objective"), "\(Humane.duration(Double(scenario.run.duration))) on \(scenario.platform.name)",
    ]
    try console.print("ok: \(scenario.name), \(parts.joined(separator: ", "))\n")
  }

  private func counted(_ count: Int, _ what: String) -> String { "\(Humane.count(Int64(count))) \(what)\(count == 1 ? "" : "s")" }
}
