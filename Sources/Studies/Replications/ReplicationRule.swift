public import Scenarios

/// How many replications a study makes, decided in rounds of a constant size, so that the number does not depend on how many run at once.
///
/// - Source: A. M. Law, Simulation Modeling and Analysis, 5th ed., section 9.4.1 (sequential procedure); ten replications at first since with
///   fewer a sequential interval covers the truth too seldom.
public struct ReplicationRule: Equatable, Sendable {
  /// Replications of the first round.
  public static let first = 10
  /// Replications of each further round.
  public static let round = 5
  /// Half the length of an interval, as a share of its figure, from which on more replications are not worth it.
  public static let precision = 0.05

  /// Replications at least, at least 1.
  public var minimum: Int
  /// Replications at most.
  public var maximum: Int
  /// The half width of intervals, as a share of their figures, from which on an undecided objective needs no more replications.
  public var precision = ReplicationRule.precision

  /// As many as the objectives need: from ten up to a most, at least 1.
  public static func automatic(atMost maximum: Int) -> ReplicationRule {
    ReplicationRule(minimum: min(first, maximum), maximum: maximum)
  }

  /// Until every objective is decided, up to a most, at least 1, or exactly so many.
  public static func deciding(_ rule: ReplicationRule) -> ReplicationRule {
    var rule = rule
    rule.precision = 0
    return rule
  }

  /// Exactly so many, at least 1.
  public static func fixed(_ count: Int) -> ReplicationRule { ReplicationRule(minimum: count, maximum: count) }

  /// What a scenario asks for.
  ///
  /// - Parameters:
  ///   - replications: as many as the objectives need, or a number.
  ///   - maximum: the most where it is as many as needed.
  public init(_ replications: RunSpec.Replications, atMost maximum: Int = 100) {
    self =
      switch replications {
      case .automatic: .automatic(atMost: maximum)
      case .fixed(let count): .fixed(count)
      }
  }

  private init(minimum: Int, maximum: Int) {
    precondition(minimum >= 1 && maximum >= minimum, "\(minimum) to \(maximum) replications")
    self.minimum = minimum
    self.maximum = maximum
  }

  /// How many replications there are to be after so many; the same number where they are enough.
  ///
  /// - Parameter isSettled: whether what they show needs no more.
  public func next(after count: Int, isSettled: Bool) -> Int {
    if count < minimum { return minimum }
    return isSettled ? count : min(maximum, count + Self.round)
  }
}
