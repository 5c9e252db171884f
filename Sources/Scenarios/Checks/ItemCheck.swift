internal import Documents

/// Steps ask only for kinds and recorded durations that the function's sources have, filters for kinds that items have.
enum ItemCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    let sources = Dictionary(grouping: scenario.traffic, by: \.to)
    let kinds = Kinds(scenario, report)
    checkFilters(scenario, kinds, report)
    for function in scenario.functions {
      let own = sources[function.name] ?? []
      let visitor = Visitor(sources: own, kinds: kinds.known(to: function, own), report: report)
      let here: [CheckReport.Key] = ["functions", .key(function.name)]
      visitor.visit(function.steps, here + ["steps"])
      guard let perItem = function.perItem else { continue }
      visitor.visit(perItem.steps, here + (perItem.parallel == nil ? ["perItem"] : ["perItem", "steps"]))
    }
  }

  private static func checkFilters(_ scenario: Scenario, _ kinds: Kinds, _ report: CheckReport) {
    func check(_ filter: ItemFilter?, _ path: [CheckReport.Key]) {
      for kind in filter?.kinds ?? [] where !kind.isEmpty && !kinds.all.contains(kind) {
        report.note(.unknownKindOfFilter(kind, known: kinds.all), at: path + ["filter", "kind"])
      }
    }
    for delivery in scenario.deliveries { check(delivery.push.filter, delivery.path) }
    for function in scenario.functions {
      for trigger in function.triggers {
        let path: [CheckReport.Key] = ["functions", .key(function.name), "triggers", .key(trigger.source)]
        switch trigger.trigger {
        case .queue(let mapping): check(mapping.filter, path)
        case .stream(let mapping): check(mapping.filter, path)
        case .push: break
        }
      }
    }
  }

  /// The kinds that items can have.
  private struct Kinds {
    /// All that the scenario speaks of.
    let all: [String]
    /// The names of what is handed something by other than traffic.
    private let handed: Set<String>

    init(_ scenario: Scenario, _ report: CheckReport) {
      let initial = scenario.queues.map(\.initial) + scenario.streams.map(\.initial)
      let declared = scenario.traffic.map(\.kinds) + initial.map(\.kinds) + scenario.schedules.map(\.kinds)
      // A step may give what it hands on a kind of its own.
      let steps = scenario.functions.flatMap { StepWalk($0, report).places.compactMap { $0.hop?.hop.kind } }
      all = declared.flatMap { $0.map(\.kind) } + steps
      let rest = (report.root.entries ?? []).filter { $0.key != "traffic" }
      handed = Set(rest.flatMap { $0.value.texts(behind: LocatedNode.referenceKeys) })
    }

    /// Those of its sources; all, where something else hands it items too, as these may be from anywhere.
    func known(to function: FunctionSpec, _ sources: [TrafficSpec]) -> [String] {
      function.triggers.isEmpty && !handed.contains(function.name) ? sources.flatMap { $0.kinds.map(\.kind) } : all
    }
  }

  private struct Visitor {
    let sources: [TrafficSpec]
    let kinds: [String]
    let report: CheckReport

    func visit(_ steps: [Step], _ path: [CheckReport.Key]) {
      for (index, step) in steps.enumerated() {
        let here = path + [.index(index)]
        visit(step.action, here)
        if case .steps(let steps) = step.onError { visit(steps, here + ["onError"]) }
      }
    }

    private func visit(_ action: Step.Action, _ path: [CheckReport.Key]) {
      switch action {
      case .compute(.recorded): checkRecorded(path + ["compute"])
      case .compute, .wait, .fail, .hop, .continueAs: break
      case .repeat(let repetition): visit(repetition.steps, path + ["repeat", "steps"])
      case .once(let once): visit(once.steps, path + (once.lifetime == nil ? ["once"] : ["once", "steps"]))
      case .choose(let choice): visit(choice, path + ["choose"])
      }
    }

    private func visit(_ choice: Choice, _ path: [CheckReport.Key]) {
      func cases(_ steps: [[Step]], _ otherwise: [Step]) {
        for (index, steps) in steps.enumerated() { visit(steps, path + ["cases", .index(index), "steps"]) }
        visit(otherwise, path + ["otherwise"])
      }
      switch choice {
      case .bySize(let all, let otherwise): cases(all.map(\.steps), otherwise)
      case .byChance(let all, let otherwise): cases(all.map(\.steps), otherwise)
      case .byKind(let all, let otherwise):
        for (index, kindCase) in all.enumerated() where !kinds.contains(kindCase.kind) && !kindCase.kind.isEmpty {
          report.note(.unknownKind(kindCase.kind, known: kinds), at: path + ["cases", .index(index), "when"])
        }
        cases(all.map(\.steps), otherwise)
      }
    }

    private func checkRecorded(_ path: [CheckReport.Key]) {
      if sources.isEmpty { report.note(.recorded(nil), at: path) }
      for source in sources {
        if case .trace(let trace) = source.arrivals, case .invocations = trace.record { continue }
        report.note(.recorded(source.name), at: path)
        return
      }
    }
  }
}
