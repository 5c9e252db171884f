internal import Documents
internal import Fleet

/// Loops stand inside one another only as deep as the engine keeps count.
enum RepeatDepthCheck {
  static func run(_ function: FunctionSpec, _ report: CheckReport) {
    for (index, step) in function.steps.enumerated() where depth(of: step) > Operation.mostLoops {
      report.note(.repeatDepth(Operation.mostLoops), at: [.key(function.section.section), .key(function.name), "steps", .index(index)])
    }
    if let perItem = function.perItem, depth(of: perItem.steps) > Operation.mostLoops {
      report.note(.repeatDepth(Operation.mostLoops), at: [.key(function.section.section), .key(function.name), "perItem"])
    }
  }

  private static func depth(of steps: [Step]) -> Int { steps.map(depth).max() ?? 0 }

  private static func depth(of step: Step) -> Int {
    let remedy: Int
    if case .steps(let steps) = step.onError { remedy = depth(of: steps) } else { remedy = 0 }
    return max(remedy, depth(of: step.action))
  }

  private static func depth(of action: Step.Action) -> Int {
    switch action {
    case .compute, .wait, .fail, .hop, .continueAs: 0
    case .repeat(let repetition): 1 + depth(of: repetition.steps)
    case .once(let once): depth(of: once.steps)
    case .choose(.byKind(let cases, let otherwise)): (cases.map(\.steps) + [otherwise]).map(depth).max() ?? 0
    case .choose(.bySize(let cases, let otherwise)): (cases.map(\.steps) + [otherwise]).map(depth).max() ?? 0
    case .choose(.byChance(let cases, let otherwise)): (cases.map(\.steps) + [otherwise]).map(depth).max() ?? 0
    }
  }
}
