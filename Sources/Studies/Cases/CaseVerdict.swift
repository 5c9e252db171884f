public import Scenarios

/// What became of one case of a test file.
public struct CaseVerdict: Equatable, Sendable {
  /// The test file as it was named by the user.
  public var file: String
  /// The case's name.
  public var name: String
  /// The name of the scenario.
  public var scenario: String
  /// The seed of all draws.
  public var seed: Int64
  /// How many independent runs there were.
  public var replications: Int
  /// What was expected and what became of it, in the order of the file.
  public var expectations: [ObjectiveVerdict]

  /// What a case's result says of it.
  public init(_ test: TestCase, in file: String, _ result: StudyResult) {
    self.file = file
    name = test.name
    scenario = test.scenario.name
    seed = result.outline.seed
    replications = result.outline.replications
    expectations = result.objectives
  }

  /// It fails where an expectation does; where none does, one that is undecided leaves it so.
  ///
  /// Advisory ones do not count.
  public var outcome: ObjectiveVerdict.Outcome {
    let outcomes = expectations.filter { !$0.objective.advisory }.map(\.outcome)
    return outcomes.contains(.fail) ? .fail : outcomes.contains(.undecided) ? .undecided : .pass
  }
}

extension Sequence<CaseVerdict> {
  /// How many cases came to an outcome.
  public func count(of outcome: ObjectiveVerdict.Outcome) -> Int { count { $0.outcome == outcome } }
}
