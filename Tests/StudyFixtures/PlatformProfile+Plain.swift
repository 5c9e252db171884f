@testable public import Scenarios
import Variates

extension PlatformProfile {
  /// A platform whose rules are as plain as they can be: billed by the millisecond, nothing limited.
  public static let plain = PlatformProfile(
    name: "plain", label: "A plain platform", priceBook: "plain", architectures: [.x86, .arm],
    memory: MemoryRule(standard: 128 << 20, minimum: 128 << 20, maximum: 10_240 << 20, step: 1 << 20),
    cpu: CPURule(memoryPerVCPU: 1_769 << 20, maximumVCPUs: 6, quotaPeriod: 20_000_000, limit: nil),
    timeout: TimeoutRule(standard: 3_000_000_000, maximum: 900_000_000_000), requestsPerInstance: 1,
    instances: InstanceRule(keepAlive: .constant(600e9), maxLifetime: nil, pick: .mostRecent, binding: .late),
    coldStart: ColdStartRule(
      placement: .constant(0), zipFetch: .init(perPackedMB: 0, perUnpackedMB: 0),
      imageFetch: .init(fixed: .constant(0), uncachedChance: 0, uncached: .constant(0)), transferSigma: 0, runtimes: [], initLimit: nil,
      initLimitAhead: nil, afterReset: .none, billed: .init(managed: true, custom: true, image: true)),
    thaw: nil,
    snapStart: SnapStartRule(
      restore: .constant(100e6), runtimes: ["java21", "nodejs22"], maximumEphemeralStorage: 512 << 20, billedAtLeast: 0, free: ["java21"]),
    provisioned: nil,
    concurrency: ConcurrencyRule(account: 1_000, unreservedFloor: 0, requestsPerUnit: nil, perFunction: nil), scaling: .unlimited,
    atLimit: .throttle,
    limits: LimitRule(
      unpackedZip: nil, image: nil, request: nil, response: nil, event: nil, ephemeralStorageMinimum: 512 << 20,
      ephemeralStorageMaximum: 10_240 << 20),
    billing: BillingRule(basis: .duration, unit: 1_000_000, minimum: 0, memoryStep: 1 << 20))
}
