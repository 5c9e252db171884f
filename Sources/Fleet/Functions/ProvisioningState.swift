import Simulation

/// What changes about provisioned concurrency: allocations on their way, and what target tracking has seen.
struct ProvisioningState: ~Copyable {
  struct Entry {
    var plan: ProvisionedPlan
    /// How many were asked for last.
    var target: Int64 = 0
    /// The end of the allocation that is on its way.
    var allocation = Ticket.none
    /// How many allocations were made.
    var allocations: UInt64 = 0
    /// For how long utilisation has been above and below the target.
    var above: Nanoseconds = 0
    var below: Nanoseconds = 0
  }

  var entries: [Entry]
  /// All scheduled changes: the entry, when, and to how many.
  let changes: [(entry: Int, at: Nanoseconds, count: Int64)]

  /// How often target tracking looks, in nanoseconds.
  static let lookEvery: Nanoseconds = 60 * .second

  init(_ blueprint: Blueprint) {
    entries = blueprint.provisioned.map { Entry(plan: $0) }
    changes = blueprint.provisioned.enumerated().flatMap { entry, plan in
      plan.changes.map { (entry: entry, at: $0.at, count: $0.count) }
    }
  }
}

extension TargetTracking {
  /// What is to be allocated after one more look.
  ///
  /// - Parameters:
  ///   - busy: the most provisioned instances that were busy at one time since the last look.
  ///   - entry: what earlier looks saw, brought up to date.
  /// - Returns: nil to leave it.
  func decide(busy: Int64, _ entry: inout ProvisioningState.Entry) -> Int64? {
    let used = Double(busy) / Double(max(entry.target, 1))
    entry.above = used > utilization ? entry.above + ProvisioningState.lookEvery : 0
    entry.below = used < 0.9 * utilization ? entry.below + ProvisioningState.lookEvery : 0
    guard entry.above >= scaleOutAfter || entry.below >= scaleInAfter else { return nil }
    (entry.above, entry.below) = (0, 0)
    let wanted = Int64((Double(busy) / utilization).rounded(.up))
    let bounded = min(max(wanted, minimum), maximum)
    return bounded == entry.target ? nil : bounded
  }
}
