import Fleet
import Scenarios

/// What was simulated: the head of every report.
///
/// Times are nanoseconds of simulated time.
public struct RunOutline: Equatable, Sendable {
  /// The scenario's name.
  public var scenario: String
  /// The name under which its figures stand in tables: the scenario's, or that of a variant of it.
  public var variant: String
  /// The platform profile's name.
  public var platform: String
  /// For how long requests arrived.
  public var duration: Int64
  /// The measured window.
  public var window: Range<Int64>
  /// When the run ended, of several the last.
  public var endedAt: Int64
  /// Events that happened, in all replications.
  public var events: UInt64
  /// The seed of all draws, from 0 to 2^53 - 1.
  public var seed: Int64
  /// Independent replications.
  public var replications: Int
  /// Whether the run was stopped before its end, so that its figures cover only what had happened by then.
  public var isPartial: Bool

  init(_ scenario: Scenario, _ record: RunRecord, replications: Int) {
    self.scenario = scenario.name
    variant = scenario.name
    platform = scenario.platform.name
    duration = scenario.run.duration
    window = record.window
    endedAt = record.endedAt
    events = record.events
    seed = scenario.run.seed
    self.replications = replications
    isPartial = !record.isComplete
  }
}
