/// How often a schedule invoked its target; retries count again.
public struct ScheduleMeter: ComponentMeter {
  /// Invocations.
  public var invocations: Usage

  /// A schedule that invoked so often.
  public init(invocations: Usage = 0) { self.invocations = invocations }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(.scheduleInvocations, invocations)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: ScheduleMeter) { invocations += other.invocations }
}
