internal import Documents
internal import StatesLanguage

/// The tasks of workflows lead somewhere, and what is not simulated is refused by name.
enum WorkflowCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for workflow in scenario.workflows {
      guard let machine = workflow.machine else { continue }
      let here: [CheckReport.Key] = ["workflows", .key(workflow.name)]
      if workflow.kind == .express, scenario.platform.workflows?.express == nil {
        report.note(.elementUnavailable("express"), at: here + ["kind"])
      }
      for (state, what) in machine.statesForStandardOnly(isExpress: workflow.kind == .express) {
        report.note(.onlyStandard(state, what), at: here + ["definition"])
      }
      for resource in machine.dataResources { report.note(.notSupported(resource), at: here + ["definition"]) }
      let names = machine.tasks.map { machine.stateNames[$0.state] }
      for task in workflow.tasks where !names.contains(task.state) {
        report.note(.unknownTask(task.state, known: names), atKey: here + ["tasks", .key(task.state)])
      }
      for (task, name) in zip(machine.tasks, names) { check(task, name, workflow, scenario, report, here) }
    }
    checkInputs(scenario, report)
  }

  private static func check(
    _ task: TaskPlan, _ name: String, _ workflow: WorkflowSpec, _ scenario: Scenario, _ report: CheckReport, _ here: [CheckReport.Key]
  ) {
    let spec = workflow.tasks.first { $0.state == name }
    let place = here + (spec == nil ? ["definition"] : ["tasks", .key(name)])
    if let to = spec?.to, let finding = report.reading.elements.fault(of: to, among: WorkflowSpec.workers) {
      return report.note(finding, at: place + ["to"])
    }
    let passesAlone = spec?.takes != nil || task.integration.pattern == .token
    if !passesAlone && workflow.target(ofState: name, scenario) == nil {
      report.note(.taskWithoutWork(name, resource: task.resource), at: place)
    }
  }

  private static func checkInputs(_ scenario: Scenario, _ report: CheckReport) {
    guard scenario.workflows.isEmpty else { return }
    for source in scenario.traffic where source.input != nil {
      report.note(.inputUnused, atKey: ["traffic", .key(source.name), "input"])
    }
    for function in scenario.functions where function.returns != nil {
      report.note(.inputUnused, atKey: ["functions", .key(function.name), "returns"])
    }
  }
}

extension WorkflowSpec {
  /// What can do a task.
  static let workers: [ElementKind] = [.function, .container, .service, .queue, .stream, .topic, .bus, .bucket, .workflow]

  /// The name of what does the task of a state; nil where nothing of the scenario does.
  func target(ofState state: String, _ scenario: Scenario) -> String? {
    let spec = tasks.first { $0.state == state }
    if let to = spec?.to { return to }
    guard spec?.takes == nil, let name = functions[state], let receiver = scenario.receiver(named: name), receiver.kind != .door else {
      return nil
    }
    return name
  }
}
