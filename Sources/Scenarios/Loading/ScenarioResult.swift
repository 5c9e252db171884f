public import Documents

/// What reading a scenario gave: the scenario if there is no error in it, and everything found.
public struct ScenarioResult: Sendable {
  /// The scenario; nil if one of the findings is an error.
  public let scenario: Scenario?
  /// What of it decides what a run does, as a text; empty where there is no scenario.
  ///
  /// Equal texts, and files that they name, give equal runs.
  public let simulated: String
  /// The metrics that were asked for, in their order.
  public let metrics: [MetricName]
  /// The scenario's tree with all that is laid over it; nil where there is none.
  let tree: LocatedNode?
  /// Errors and advice, by file and line.
  public let diagnostics: [Diagnostic]

  /// Whether a file is missing, which is another exit code than a mistake in one.
  public var isInputMissing: Bool { scenario == nil && diagnostics.contains { $0.finding.rule == .fileMissing } }
}
