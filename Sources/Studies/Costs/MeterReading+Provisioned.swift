internal import Billing
public import Scenarios
public import Simulation

extension MeterReading {
  /// Rounds up the periods for which a schedule kept provisioned concurrency and that ended in the window, by the platform's rule.
  ///
  /// What follows the utilization is left as it is: a run records its time integral and not its periods.
  ///
  /// - Parameters:
  ///   - function: its settings.
  ///   - platform: by which rule periods are rounded up.
  ///   - run: whose start gives the schedule its calendar.
  ///   - window: the measured window, nanoseconds of the run.
  public mutating func roundUpProvisioned(
    _ function: FunctionSpec, platform: PlatformProfile, run: RunSpec, window: Range<Nanoseconds>
  ) {
    guard case .fixed(let first, _)? = function.provisionedConcurrency, let step = platform.provisioned?.billedPer,
      let changes = function.provisionedConcurrency?.scheduledChanges(in: run), platform.billing.basis == .duration
    else { return }
    let levels = [ProvisionedPeriods.Level(at: 0, count: Int64(first))] + changes.map { .init(at: $0.at, count: $0.count) }
    let surplus = ProvisionedPeriods.surplus(of: levels, roundedUpTo: step, within: window)
    meter.addProvisioned(
      instanceMilliseconds: surplus / 1_000_000, memory: Self.billedMemory(function, platform),
      on: function.architecture == .arm ? .arm : .x86)
  }
}
