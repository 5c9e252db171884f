public import Variates

/// Use of the processor; durations in nanoseconds.
public enum Compute: Equatable, Sendable {
  /// Takes this long whatever the memory.
  case fixed(Distribution)
  /// Work that was measured to take so long at a memory size (bytes); scales with the share of the processor.
  case work(Distribution, measuredAt: Int64)
  /// Durations as measured at several memory sizes, ascending by memory.
  case curve([CurvePoint])
  /// The duration which the trace of invocations gives for this request.
  case recorded

  /// The duration measured at one memory size.
  public struct CurvePoint: Equatable, Sendable {
    /// Memory, bytes.
    public var memory: Int64
    /// Duration, nanoseconds.
    public var duration: Distribution

    /// The duration measured at one memory size.
    public init(memory: Int64, duration: Distribution) {
      self.memory = memory
      self.duration = duration
    }
  }
}
