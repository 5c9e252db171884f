/// What a workflow used: a standard one its transitions, an express one its executions with their time and memory.
public struct WorkflowMeter: ComponentMeter {
  /// State transitions of a standard workflow; every retry is one more.
  public var transitions: Usage = 0
  /// Executions of an express workflow.
  public var requests: Usage = 0
  /// Billed milliseconds times billed MB of an express workflow, each rounded up for each execution.
  public var memoryMilliseconds: Usage = 0

  /// A workflow that did nothing.
  public init() {}

  /// How the time and memory of an express execution are billed: in steps of 100 ms and of 64 MB, at least one of each.
  ///
  /// - Source: AWS Step Functions pricing page, express workflows.
  public static let rule = DurationRule(unit: 100, minimum: 100, memoryStep: 64)

  /// What one express execution is billed: MB times milliseconds.
  ///
  /// - Parameters:
  ///   - duration: nanoseconds, 0 or more.
  ///   - memory: bytes, 0 or more.
  public static func memoryMilliseconds(duration: Int64, memory: Int64) -> Int64 {
    rule.billedMilliseconds(duration: duration) * rule.billedMemory(Chunk.units(bytes: memory, of: 1 << 20))
  }

  /// Counts an express execution of so many nanoseconds and bytes of memory.
  public mutating func add(executionOf duration: Int64, memory: Int64, wasted: Bool = false) {
    requests.add(1, wasted: wasted)
    memoryMilliseconds.add(Self.memoryMilliseconds(duration: duration, memory: memory), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    [(.workflowTransitions, transitions), (.expressRequests, requests), (.expressDuration, memoryMilliseconds)]
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: WorkflowMeter) {
    transitions += other.transitions
    requests += other.requests
    memoryMilliseconds += other.memoryMilliseconds
  }
}
