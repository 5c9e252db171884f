internal import Documents

/// An init computes and waits only.
enum InitCheck {
  static func run(_ function: FunctionSpec, _ report: CheckReport) {
    for (index, step) in function.initSteps.enumerated() {
      guard let word = obstacle(step.action) else { continue }
      report.note(.initStep(word), at: ["functions", .key(function.name), "init", .index(index)])
    }
  }

  private static func obstacle(_ action: Step.Action) -> String? {
    switch action {
    case .compute(.recorded): "compute: recorded"
    case .compute, .wait: nil
    case .choose: "choose"
    case .repeat: "repeat"
    case .continueAs: "continueAs"
    case .once: "once"
    case .fail: "fail"
    case .hop(let hop): hop.verb.rawValue
    }
  }
}
