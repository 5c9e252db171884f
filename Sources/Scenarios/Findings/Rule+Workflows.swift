internal import Documents

extension Rule {
  /// The rules about workflows in a scenario; those about definitions are of the Amazon States Language.
  static let workflows: [Rule] = [.taskWithoutWork, .unknownTask, .onlyStandard, .inputUnused]

  static let taskWithoutWork = Rule(
    "FS3030", "Nothing does a task",
    "Every task of a workflow names something of the scenario, or `tasks` says by its state's name what does it, or how long it takes.")
  static let unknownTask = Rule("FS3031", "No such task", "`tasks` names a state that the definition does not have, or that is no Task.")
  static let onlyStandard = Rule(
    "FS3033", "Not in an Express execution",
    "Express executions, also those that a distributed Map starts, have no distributed Maps, no activities, and no tasks that wait for a job "
      + "(`.sync`) or a callback (`.waitForTaskToken`).")
  static let inputUnused = Rule(
    "FS9013", "Input or result that nobody gets", "Only workflows get the `input` of traffic and what functions return.", severity: .advice)
}

extension Finding {
  static func taskWithoutWork(_ state: String, resource: String) -> Finding {
    Finding(
      .taskWithoutWork, "nothing does the task '\(clipped(state))', whose resource is '\(clipped(resource))'",
      mend: "say `to` or `takes` for it under 'tasks'")
  }

  static func unknownTask(_ state: String, known: [String]) -> Finding {
    Finding(
      .unknownTask, "the definition has no Task '\(clipped(state))'",
      mend: Nearest.name(to: state, among: known).map { "did you mean '\($0)'?" })
  }

  static func onlyStandard(_ state: String, _ what: String) -> Finding {
    Finding(
      .onlyStandard, "'\(clipped(state))' is \(what), which no Express execution has",
      mend: "write 'kind: standard', or ExecutionType STANDARD in the Map around it")
  }

  static let inputUnused = Finding(.inputUnused, "no workflow gets it", mend: "take it out")
}
