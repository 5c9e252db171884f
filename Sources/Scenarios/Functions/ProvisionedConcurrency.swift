/// Instances that are kept initialised.
public enum ProvisionedConcurrency: Equatable, Sendable {
  /// So many from the start, and other numbers from the instants of a schedule on; at least 0 each.
  case fixed(count: Int, schedule: [ScheduledCount])
  /// As many as keep the utilization (from 0 to 1) at its target, between a minimum and a maximum.
  case targetTracking(utilization: Double, minimum: Int, maximum: Int)

  /// A number of instances from the instants of a schedule on.
  public struct ScheduledCount: Equatable, Sendable {
    /// When the number starts to hold.
    public var at: Schedule
    /// Instances, at least 0.
    public var count: Int

    /// A number of instances from the instants of a schedule on.
    public init(at: Schedule, count: Int) {
      self.at = at
      self.count = count
    }
  }
}
