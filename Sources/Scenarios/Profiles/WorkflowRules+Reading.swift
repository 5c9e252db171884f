internal import Documents

extension WorkflowRules {
  /// What stands for the workflows of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> WorkflowRules {
    f.ignored("sources")
    return WorkflowRules(
      standard: f.required("standard", .section(Kind.read), "Standard workflows"),
      express: f.required("express", .none(or: .section(Kind.read)), "Express workflows; none: not offered"),
      transitions: f.required("transitions", .section(Throttle.read), "state transitions of all Standard executions; more wait"),
      open: f.required("open", .count(.atLeast(1)), "Standard executions that may be open at one time"),
      events: f.required("events", .count(.atLeast(1)), "events of a Standard execution's history"),
      payload: f.required("payload", .size(.positive), "the largest input, output and result"),
      iterations: f.required("iterations", .count(.atLeast(1)), "iterations of an inline Map at one time"),
      children: f.required("children", .count(.atLeast(1)), "child executions of a distributed Map at one time"))
  }
}

extension WorkflowRules.Kind {
  static func read(_ f: inout Fields) -> Self {
    Self(
      state: f.required("state", .durations(), "how long it takes to enter a state"),
      task: f.required("task", .durations(), "how long it takes from entering a Task until what does it has it"),
      starts: f.required("starts", .section(Throttle.read), "starts of executions"),
      children: f.required("children", .real(.rate, .positive), "child executions that distributed Maps start"),
      longest: f.required("longest", .duration(.positive), "the longest execution"))
  }
}
