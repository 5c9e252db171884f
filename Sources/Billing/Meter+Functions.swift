extension Meter {
  /// The processor family of a function, where prices differ by it.
  public enum Processor: Hashable, Sendable, CaseIterable {
    /// Intel and AMD.
    case x86
    /// Arm.
    case arm
  }

  /// How the instance that served an invocation is paid for.
  public enum Instance: Hashable, Sendable, CaseIterable {
    /// Started when a request came.
    case onDemand
    /// Kept ready, and paid for, by provisioned concurrency.
    case provisioned
  }

  /// Counts the invocations of a function that is billed by duration times memory.
  ///
  /// - Parameters:
  ///   - requests: that began to execute.
  ///   - billedMilliseconds: the sum over the invocations of what `DurationRule` bills for each.
  ///   - memory: of the function, MB.
  ///   - processor: of the function.
  ///   - instance: how the instances that served are paid for.
  ///   - extraStorage: temporary storage above what is free, MB.
  public mutating func addInvocations(
    _ requests: Int64, billedMilliseconds: Int64, memory: Int64, on processor: Processor,
    by instance: Instance = .onDemand, extraStorage: Int64 = 0
  ) {
    self[.requests] += requests
    self[Self.duration(processor, instance)] += billedMilliseconds * memory
    self[.ephemeralStorage] += billedMilliseconds * extraStorage
  }

  /// Counts provisioned concurrency as it is configured, whether it works or not.
  ///
  /// - Parameters:
  ///   - instanceMilliseconds: configured instances times the time for which they were, milliseconds.
  ///   - memory: of the function, MB.
  ///   - processor: of the function.
  public mutating func addProvisioned(instanceMilliseconds: Int64, memory: Int64, on processor: Processor) {
    self[processor == .x86 ? .provisionedKeptX86 : .provisionedKeptARM] += instanceMilliseconds * memory
  }

  /// Counts a function's snapshot: the time for which it is kept, and the instances that were restored from it.
  ///
  /// - Parameters:
  ///   - milliseconds: for which the snapshot was kept.
  ///   - restores: instances that started from it.
  ///   - memory: of the function, MB.
  public mutating func addSnapshot(keptFor milliseconds: Int64, restores: Int64, memory: Int64) {
    self[.snapStartCache] += milliseconds * memory
    self[.snapStartRestore] += restores * memory * 1_048_576
  }

  /// Counts the time of instances that are billed by the processors and memory they hold.
  ///
  /// - Parameters:
  ///   - milliseconds: billed, summed over the instances.
  ///   - milliCPU: thousandths of a vCPU of one instance.
  ///   - memory: of one instance, MB.
  public mutating func addInstanceTime(_ milliseconds: Int64, milliCPU: Int64, memory: Int64) {
    self[.vCPU] += milliseconds * milliCPU
    self[.memory] += milliseconds * memory
  }

  private static func duration(_ processor: Processor, _ instance: Instance) -> BilledItem {
    switch (processor, instance) {
    case (.x86, .onDemand): .durationX86
    case (.arm, .onDemand): .durationARM
    case (.x86, .provisioned): .provisionedDurationX86
    case (.arm, .provisioned): .provisionedDurationARM
    }
  }
}
