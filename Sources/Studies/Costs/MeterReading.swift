public import Billing
public import Fleet
public import Scenarios

/// What one component used in the measured window, as the price book's items.
public struct MeterReading: Equatable, Sendable {
  /// The counts of each item.
  public var meter: Meter
  /// The item under which the component's on-demand duration is billed, where it is billed by duration.
  public var durationItem: BilledItem?
  /// Of that item, the counts billed for initialisation.
  public var initCounts: Int64 = 0
  /// What of the counts came to nothing, and in which way.
  public internal(set) var wasted: [WasteCount] = []

  /// What a component that is no function used.
  public init(_ meter: Meter) { self.meter = meter }

  /// What a function used.
  ///
  /// - Parameters:
  ///   - function: its settings.
  ///   - record: what the run metered of it.
  ///   - platform: by which rules its time is billed.
  ///   - window: the length of the measured window, nanoseconds.
  public init(_ function: FunctionSpec, _ record: FunctionRecord, platform: PlatformProfile, window: Int64) {
    meter = Meter(function.name)
    let memory = Self.billedMemory(function, platform)
    switch platform.billing.basis {
    case .duration: addDuration(function, record, platform, memory: memory)
    case .instanceTime:
      meter[.requests] += record.meter.requests
      meter.addInstanceTime(record.meter.instanceMilliseconds, milliCPU: Self.milliCPU(function, platform.cpu), memory: memory)
    case .cpuTime:
      meter[.requests] += record.meter.requests
      meter[.cpuTime] += record.meter.cpuMicroseconds / 1_000
    }
    meter[.logs] += record.meter.requests * function.logs
    meter[.egress] += record.meter.requests * function.egress
    if function.vpc == .nat { meter[.gatewayData] += record.meter.requests * function.egress }
    wasteRequests(function, record)
    addSnapshot(function, record, platform, memory: memory, window: window)
  }

  /// What the account used apart from its functions: the plan's subscription, where the price book has one, and the NAT gateway, where a
  /// function's private network needs one.
  ///
  /// - Parameters:
  ///   - scenario: whose prices and functions these are.
  ///   - window: the length of the measured window, nanoseconds.
  public init?(accountOf scenario: Scenario, window: Int64) {
    let hasGateway = scenario.functions.contains { $0.vpc == .nat }
    let hasSubscription = scenario.prices.rates[.subscription] != nil
    guard hasGateway || hasSubscription else { return nil }
    meter = Meter("account")
    if hasSubscription { meter[.subscription] = window / 1_000_000 }
    if hasGateway { meter[.gatewayTime] = window / 1_000_000 }
  }

  private static let megabyte: Int64 = 1 << 20

  /// The memory that is billed for a function, MB.
  static func billedMemory(_ function: FunctionSpec, _ platform: PlatformProfile) -> Int64 {
    DurationRule.roundedUp(function.memory, to: max(1, platform.billing.memoryStep)) / megabyte
  }

  private mutating func addDuration(_ function: FunctionSpec, _ record: FunctionRecord, _ platform: PlatformProfile, memory: Int64) {
    let processor: Meter.Processor = function.architecture == .arm ? .arm : .x86
    let storage = max(0, function.ephemeralStorage - platform.ephemeralStorage.minimum) / Self.megabyte
    meter.addInvocations(
      record.meter.requests, billedMilliseconds: record.meter.onDemandMilliseconds, memory: memory, on: processor,
      extraStorage: storage)
    meter.addInvocations(
      0, billedMilliseconds: record.meter.provisionedMilliseconds, memory: memory, on: processor, by: .provisioned,
      extraStorage: storage)
    meter.addProvisioned(
      instanceMilliseconds: Int64(record.provisioned.area / 1_000_000), memory: memory, on: processor)
    durationItem = processor == .arm ? .durationARM : .durationX86
    initCounts = record.meter.initMilliseconds * memory
    for (milliseconds, kind) in [
      (record.meter.failedMilliseconds, Waste.failed), (record.meter.retriedMilliseconds, .retried),
      (record.meter.wastedMilliseconds, .abandoned),
    ] {
      waste(milliseconds: milliseconds, memory: memory, on: processor, as: kind)
      waste(milliseconds * storage, of: .ephemeralStorage, as: kind)
    }
  }

  /// Marks billed time as wasted, on instances on demand as far as it goes: the run does not tell apart on which instances it was.
  private mutating func waste(milliseconds: Int64, memory: Int64, on processor: Meter.Processor, as kind: Waste) {
    let rest = waste(milliseconds * memory, of: processor == .arm ? .durationARM : .durationX86, as: kind)
    waste(rest, of: processor == .arm ? .provisionedDurationARM : .provisionedDurationX86, as: kind)
  }

  /// Marks what is paid for each request as wasted for those that failed.
  private mutating func wasteRequests(_ function: FunctionSpec, _ record: FunctionRecord) {
    for (requests, kind) in [(record.meter.failedRequests, Waste.failed), (record.meter.retriedRequests, .retried)] {
      waste(requests, of: .requests, as: kind)
      waste(requests * function.logs, of: .logs, as: kind)
      waste(requests * function.egress, of: .egress, as: kind)
      if function.vpc == .nat { waste(requests * function.egress, of: .gatewayData, as: kind) }
    }
  }

  private mutating func addSnapshot(
    _ function: FunctionSpec, _ record: FunctionRecord, _ platform: PlatformProfile, memory: Int64, window: Int64
  ) {
    guard function.snapStart != nil, let rule = platform.snapStart else { return }
    if let runtime = function.runtime, rule.free.contains(runtime) { return }
    meter.addSnapshot(keptFor: window / 1_000_000, restores: record.meter.restores, memory: memory)
  }

  /// The thousandths of a processor that an instance has.
  private static func milliCPU(_ function: FunctionSpec, _ rule: CPURule) -> Int64 {
    guard let memoryPerVCPU = rule.memoryPerVCPU else { return Int64(rule.maximumVCPUs * 1_000) }
    return Int64(min(rule.maximumVCPUs, Double(function.memory) / Double(memoryPerVCPU)) * 1_000)
  }
}
