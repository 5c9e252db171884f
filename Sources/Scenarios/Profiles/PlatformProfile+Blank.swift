internal import Variates

extension PlatformProfile {
  /// A profile that stands for none: what definitions are described with, and what reading starts from.
  static let blank = PlatformProfile(
    name: "", label: "", asOf: "", priceBook: "", architectures: [.x86, .arm],
    memory: MemoryRule(standard: 128 << 20, minimum: 1, maximum: 1 << 50, step: 1),
    cpu: CPURule(memoryPerVCPU: nil, maximumVCPUs: 1, quotaPeriod: 20_000_000), cpuLimit: nil,
    timeout: TimeoutRule(standard: 3_000_000_000, maximum: .max), requestsPerInstance: 1, keepAlive: .constant(0), maxLifetime: nil,
    pick: .mostRecent, binding: .late,
    coldStart: ColdStartRule(
      placement: .constant(0), zipFetch: .init(perPackedMB: 0, perUnpackedMB: 0),
      imageFetch: .init(fixed: .constant(0), uncachedChance: 0, uncached: .constant(0)), transferSigma: 0, runtimes: [], initLimit: nil,
      initLimitAhead: nil, afterReset: .suppressed, billed: .init(managed: true, custom: true, image: true)),
    thaw: nil, snapStart: nil, provisioned: nil,
    concurrency: ConcurrencyRule(account: nil, unreservedFloor: 0, requestsPerUnit: nil, perFunction: nil), scaling: .unlimited,
    atLimit: .throttle, artifact: ArtifactRule(zip: .max, image: .max), payload: PayloadRule(request: nil, response: nil, event: nil),
    ephemeralStorage: StorageRule(minimum: 512 << 20, maximum: .max), sdk: nil, async: nil, hops: nil,
    billing: BillingRule(basis: .duration, unit: 1_000_000, minimum: 0, memoryStep: 1 << 20))
}
