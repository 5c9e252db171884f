/// A thing that a function platform charges for.
///
/// The order is that of the lines on a bill.
public enum BilledItem: Int, Hashable, Sendable, CaseIterable {
  /// Requests that began to execute.
  case requests
  /// Billed duration times memory on x86_64, where no provisioned instance served.
  case durationX86
  /// Billed duration times memory on arm64, where no provisioned instance served.
  case durationARM
  /// Provisioned concurrency times memory times the time it was configured, on x86_64.
  case provisionedKeptX86
  /// Provisioned concurrency times memory times the time it was configured, on arm64.
  case provisionedKeptARM
  /// Billed duration times memory on provisioned instances of x86_64.
  case provisionedDurationX86
  /// Billed duration times memory on provisioned instances of arm64.
  case provisionedDurationARM
  /// Temporary storage above what comes free with an instance, times billed duration.
  case ephemeralStorage
  /// Snapshots times memory times the time they were kept.
  case snapStartCache
  /// Memory restored from snapshots.
  case snapStartRestore
  /// Processors times the time an instance was billed.
  case vCPU
  /// Memory times the time an instance was billed, where the provider charges it apart from the processors.
  case memory
  /// Processor time used.
  case cpuTime
  /// Log text written.
  case logs
  /// What a plan costs for being had.
  case subscription

  /// What the item is counted in.
  public var unit: MeteredUnit {
    switch self {
    case .requests: .request
    case .durationX86, .durationARM, .provisionedKeptX86, .provisionedKeptARM: .gigabyteSecond
    case .provisionedDurationX86, .provisionedDurationARM, .ephemeralStorage, .snapStartCache: .gigabyteSecond
    case .snapStartRestore, .logs: .gigabyte
    case .vCPU: .vCPUSecond
    case .memory: .gibibyteSecond
    case .cpuTime: .cpuMillisecond
    case .subscription: .month
    }
  }

  /// The item's path in a price book under `rates`, also its name in tables.
  public var path: String {
    switch self {
    case .requests: "requests"
    case .durationX86: "duration.x86_64"
    case .durationARM: "duration.arm64"
    case .provisionedKeptX86: "provisioned.kept.x86_64"
    case .provisionedKeptARM: "provisioned.kept.arm64"
    case .provisionedDurationX86: "provisioned.duration.x86_64"
    case .provisionedDurationARM: "provisioned.duration.arm64"
    case .ephemeralStorage: "ephemeralStorage"
    case .snapStartCache: "snapStart.cache"
    case .snapStartRestore: "snapStart.restore"
    case .vCPU: "vCPU"
    case .memory: "memory"
    case .cpuTime: "cpuTime"
    case .logs: "logs"
    case .subscription: "subscription"
    }
  }
}
