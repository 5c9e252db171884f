extension StudyResult {
  /// What became of all objectives together, advisory ones apart; met where there is none.
  ///
  /// One that fails decides, then one that is undecided.
  public var outcome: ObjectiveVerdict.Outcome { failures > 0 ? .fail : undecided > 0 ? .undecided : .pass }

  /// The first objective that makes the run fail; nil where none does.
  public var firstFailure: ObjectiveVerdict? { objectives.first(where: \.isFailure) }
}
