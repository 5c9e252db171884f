public import Scenarios
public import Statistics

/// What a search among a factor's values found.
public struct Solution: Sendable {
  /// A value that was looked at.
  public struct Point: Sendable {
    /// The place of the value among the factor's.
    public var index: Int
    /// What came out there.
    public var result: StudyResult
  }

  /// What is searched.
  public enum Goal: Equatable, Sendable {
    /// The first or the last value for which all requirements hold.
    case end(IntegerBisection.Goal)
    /// The value with the best figure among those for which all requirements hold.
    case best(MetricGoal)
  }

  /// The answer; places are those of the factor's values.
  public enum Outcome: Equatable, Sendable {
    /// The value holds, and its neighbours are as they should be.
    case answer(Int)
    /// Every value seems to hold; the value is the one at the end.
    case allHold(Int)
    /// The value is the best of those that hold; these can't be told from it.
    case best(Int, set: [Int])
    /// No value that was looked at holds.
    case noneHolds
    /// Some value holds and ones beyond it do not, against what was supposed.
    case notMonotone(first: Int, failing: [Int], isComplete: Bool)
    /// Values next to the answer could not be decided, and the first that holds, if any.
    case undecided(at: [Int], holds: Int?)
    /// The search was stopped.
    case stopped
  }

  /// What was varied.
  public var factor: Factor
  /// What was searched.
  public var goal: Goal
  /// What was found.
  public var outcome: Outcome
  /// The metrics that are shown beside the requirements, in their order.
  public var shown: [MetricName]
  /// The values that were looked at, in the factor's order.
  public var points: [Point]

  /// The place of the value to take; nil where there is none that holds.
  public var answer: Int? {
    switch outcome {
    case .answer(let index), .allHold(let index), .best(let index, _), .notMonotone(let index, _, _): index
    case .undecided(_, let holds): holds
    case .noneHolds, .stopped: nil
    }
  }

  /// What came out at a value; nil where it was not looked at.
  public subscript(index: Int) -> StudyResult? { points.first { $0.index == index }?.result }
}
