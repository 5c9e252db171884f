/// The containers that a task ran in, billed by their processors and memory.
public struct ContainerMeter: ComponentMeter {
  /// The processor family.
  public let processor: Meter.Processor
  /// Thousandths of a vCPU times billed milliseconds.
  public var milliCPUMilliseconds: Usage = 0
  /// MB times billed milliseconds.
  public var memoryMilliseconds: Usage = 0

  /// Containers on `processor` that never ran.
  public init(on processor: Meter.Processor) { self.processor = processor }

  /// How the time of a container or machine is billed: whole seconds, a minute at least.
  ///
  /// - Source: AWS Fargate pricing, Linux (the minute unverified).
  public static let rule = DurationRule(unit: 1_000, minimum: 60_000)

  /// Counts one container that ran for `duration`.
  ///
  /// - Parameters:
  ///   - duration: nanoseconds, 0 or more.
  ///   - milliCPU: thousandths of a vCPU.
  ///   - memory: MB.
  ///   - wasted: whether its work came to nothing.
  public mutating func add(runOf duration: Int64, milliCPU: Int64, memory: Int64, wasted: Bool = false) {
    let milliseconds = Self.rule.billedMilliseconds(duration: duration)
    milliCPUMilliseconds.add(milliseconds * milliCPU, wasted: wasted)
    memoryMilliseconds.add(milliseconds * memory, wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    switch processor {
    case .x86: [(.containerCPUX86, milliCPUMilliseconds), (.containerMemoryX86, memoryMilliseconds)]
    case .arm: [(.containerCPUARM, milliCPUMilliseconds), (.containerMemoryARM, memoryMilliseconds)]
    }
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: ContainerMeter) {
    precondition(processor == other.processor, "containers on \(processor) and \(other.processor) can't be merged")
    milliCPUMilliseconds += other.milliCPUMilliseconds
    memoryMilliseconds += other.memoryMilliseconds
  }
}
