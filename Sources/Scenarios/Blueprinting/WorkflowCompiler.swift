internal import Documents
internal import Fleet
internal import Simulation
internal import StatesLanguage
internal import Variates

extension BlueprintCompiler {
  /// The workflows, and what they share.
  mutating func compileWorkflows() {
    blueprint.calendarStart = scenario.run.start.nanoseconds
    guard let rules = scenario.platform.workflows, !scenario.workflows.isEmpty else { return }
    var account = WorkflowAccountPlan()
    account.transitions = rules.transitions.bucket
    account.starts = rules.standard.starts.bucket
    account.expressStarts = rules.express?.starts.bucket
    account.children = TokenBucket(capacity: 1, perSecond: rules.standard.children)
    account.expressChildren = rules.express.map { TokenBucket(capacity: 1, perSecond: $0.children) }
    account.open = Int64(rules.open)
    blueprint.workflowAccount = account
    for workflow in scenario.workflows { compile(workflow, rules) }
  }

  private mutating func compile(_ workflow: WorkflowSpec, _ rules: WorkflowRules) {
    guard let machine = workflow.machine else { preconditionFailure("a workflow without its machine") }
    let isExpress = workflow.kind == .express
    let kind = isExpress ? rules.express ?? rules.standard : rules.standard
    var plan = WorkflowPlan(key: key(of: workflow.name), name: workflow.name, machine: machine)
    plan.isExpress = isExpress
    plan.limits.payload = Int(rules.payload)
    plan.limits.events = isExpress ? nil : rules.events
    plan.limits.inlineIterations = rules.iterations
    plan.limits.childExecutions = rules.children
    plan.times = times(kind)
    if let seconds = machine.timeout {
      plan.times.longest = min(plan.times.longest, seconds.multipliedReportingOverflow(by: .second).partialValue)
    }
    plan.expressTimes = isExpress ? plan.times : times(rules.express ?? rules.standard)
    plan.isPaced = true
    plan.memory = workflow.memory
    for task in machine.tasks { plan.tasks.append(compile(task, machine.stateNames[task.state], workflow)) }
    blueprint.workflows.append(plan)
  }

  private mutating func times(_ kind: WorkflowRules.Kind) -> WorkflowTimes {
    var times = WorkflowTimes()
    times.longest = kind.longest
    times.state = blueprint.samplers.add(kind.state)
    times.task = blueprint.samplers.add(kind.task)
    return times
  }

  private mutating func compile(_ task: TaskPlan, _ state: String, _ workflow: WorkflowSpec) -> WorkflowTaskPlan {
    let spec = workflow.tasks.first { $0.state == state }
    let name = workflow.target(ofState: state, scenario)
    var returns = spec?.returns
    if returns == nil, spec?.size == nil, let name, let function = scenario.functions.first(where: { $0.name == name }) {
      returns = function.returns
    }
    let result: WorkflowResultPlan
    if let returns {
      result = WorkflowResultPlan(weighted: returns.choices.map { ($0.share, $0.value.template) })
    } else if let size = spec?.size {
      result = WorkflowResultPlan(PayloadTemplate(.string(String(repeating: "x", count: Int(size) - 2))))
    } else {
      result = WorkflowResultPlan(PayloadTemplate(.members([])))
    }
    var plan = WorkflowTaskPlan(to: nil, result: result)
    if let name {
      if task.integration.pattern == .job, case .workflow(let index) = scenario.receiver(named: name) {
        plan.nested = UInt32(index)
        plan.givesDocument = task.integration.action.hasSuffix(":2")
      } else if case .function(let index) = scenario.receiver(named: name), scenario.functions[index].container != nil {
        plan.runsContainer = true
        plan.target = task.integration.pattern == .job ? Target(.function, UInt32(index), flow: link(to: index)) : target(of: name)
      } else {
        plan.target = target(of: name)
      }
    }
    plan.isWrapped = task.integration.service == "lambda" && task.integration.pattern == .answer
    plan.waitsForCallback = task.integration.pattern == .token
    plan.time = spec?.takes.map { blueprint.samplers.add($0) }
    return plan
  }

  /// What sources give to workflows.
  mutating func compileInputs() {
    guard !scenario.workflows.isEmpty else { return }
    blueprint.sourceInputs = Array(repeating: -1, count: blueprint.sources.count)
    for (index, source) in scenario.traffic.enumerated() {
      guard let input = source.input else { continue }
      blueprint.sourceInputs[index] = Int32(blueprint.workflowInputs.count)
      blueprint.workflowInputs.append(input.template)
    }
    blueprint.kindNames = kinds.sorted { $0.value < $1.value }.map(\.key)
  }

  /// The number of an error's name, from 1 on.
  mutating func number(ofError name: String) -> UInt32 {
    if let place = blueprint.errorNames.firstIndex(of: name) { return UInt32(place + 1) }
    if blueprint.errorNames.count == Int(UInt16.max) { return 0 }
    blueprint.errorNames.append(name)
    return UInt32(blueprint.errorNames.count)
  }
}

extension Throttle {
  /// The engine's bucket of it.
  fileprivate var bucket: TokenBucket { TokenBucket(capacity: Int64(burst), perSecond: rate) }
}
