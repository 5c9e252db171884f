internal import Documents

/// Every step of a function with its path, in the order of the file, those inside other steps included.
struct StepWalk {
  /// One step.
  struct Place {
    /// The step.
    let step: Step
    /// The path of the mapping that is the step.
    let path: [CheckReport.Key]
    /// Whether every invocation that comes so far without a failure does it.
    let isCertain: Bool

    /// How the step hands on what is left, if it does.
    var continuation: ContinueAs? {
      guard case .continueAs(let next) = step.action else { return nil }
      return next
    }

    /// The hop that the step is, if it is one, and the path of what stands behind its verb.
    var hop: (hop: Hop, path: [CheckReport.Key])? {
      guard case .hop(let hop) = step.action else { return nil }
      return (hop, path + [.key(hop.verb.rawValue)])
    }
  }

  private(set) var places: [Place] = []
  private let report: CheckReport

  /// The steps of a function but for its init.
  init(_ function: FunctionSpec, _ report: CheckReport) {
    self.report = report
    let here: [CheckReport.Key] = [.key(function.section.section), .key(function.name)]
    visit(function.steps, here + ["steps"], isCertain: true)
    if let perItem = function.perItem { visit(perItem.steps, inside(here + ["perItem"]), isCertain: true) }
  }

  private mutating func visit(_ steps: [Step], _ path: [CheckReport.Key], isCertain: Bool) {
    var isCertain = isCertain
    for (index, step) in steps.enumerated() {
      let here = path + [.index(index)]
      places.append(Place(step: step, path: here, isCertain: isCertain))
      visit(step.action, here)
      if case .steps(let remedy) = step.onError { visit(remedy, here + ["onError"], isCertain: false) }
      if case .fail(let failure) = step.action, failure.chance > 0, step.onError == .fails { isCertain = false }
    }
  }

  private mutating func visit(_ action: Step.Action, _ path: [CheckReport.Key]) {
    switch action {
    case .compute, .wait, .fail, .hop, .continueAs: break
    case .repeat(let repetition): visit(repetition.steps, path + ["repeat", "steps"], isCertain: false)
    case .once(let once): visit(once.steps, inside(path + ["once"]), isCertain: false)
    case .choose(let choice):
      for (index, steps) in choice.ways.enumerated() {
        visit(steps, path + ["choose", "cases", .index(index), "steps"], isCertain: false)
      }
      visit(choice.otherwise, path + ["choose", "otherwise"], isCertain: false)
    }
  }

  /// Where the list of steps is that stands at a path, or under `steps` in the mapping there.
  private func inside(_ path: [CheckReport.Key]) -> [CheckReport.Key] {
    report.node(at: path)?.entries == nil ? path : path + ["steps"]
  }
}

extension Choice {
  /// The steps of its cases.
  var ways: [[Step]] {
    switch self {
    case .byKind(let cases, _): cases.map(\.steps)
    case .bySize(let cases, _): cases.map(\.steps)
    case .byChance(let cases, _): cases.map(\.steps)
    }
  }

  /// The steps if no case fits.
  var otherwise: [Step] {
    switch self {
    case .byKind(_, let steps), .bySize(_, let steps), .byChance(_, let steps): steps
    }
  }
}
