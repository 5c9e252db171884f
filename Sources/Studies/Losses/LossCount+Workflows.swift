import Fleet
import Scenarios

extension LossCount {
  /// Starts that workflows refused, and executions that did not succeed, by the reason.
  static func ofWorkflows(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.workflows, record.workflows).flatMap { spec, workflow in
      let subject = Objective.Subject.element(.workflow, spec.name)
      let refused = [("throttle", workflow.throttled), ("payload_too_large", workflow.tooLarge), ("bad_input", workflow.badInputs)]
      let ended = [("failed", workflow.failed), ("timed_out", workflow.timedOut), ("aborted", workflow.aborted)]
      return list(subject, of: workflow.offered, refused) + list(subject, of: workflow.started, ended)
    }
  }
}
