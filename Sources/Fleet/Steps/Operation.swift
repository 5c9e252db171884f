public import Simulation
public import Variates

/// One instruction of a compiled program of steps.
///
/// Programs are ranges of one table of operations; targets are places in it.
public struct Operation: Sendable, BitwiseCopyable {
  /// What an operation does.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// Computes for a drawn time, converted to the function's share of CPU where `detail` names a conversion.
    case compute
    /// Computes for the time that the trace gives for the request.
    case computeRecorded
    /// Waits for a drawn time without computing.
    case wait
    /// Goes on if the choice's draw is below `share`, to `target` otherwise.
    case chance
    /// Goes on if the item is of kind `detail`, to `target` otherwise.
    case kind
    /// Goes on if the item has at most `bytes`, to `target` otherwise.
    case size
    /// Goes on if the payload of the item must be fetched from bucket `detail`, to `target` otherwise.
    case claimed
    /// Goes to `target`.
    case jump
    /// Opens a loop with a drawn number of passes, or for a `detail` of 1 with those that another invocation has left; to `target` if
    /// there are none.
    case repeatBegin
    /// Ends a pass; back to `target` for the next.
    case repeatEnd
    /// Goes to `target` while the invocation has more than `bytes` nanoseconds left.
    case remaining
    /// Runs the body up to `target` a drawn number of times, at most `detail` of them at a time.
    case fork
    /// Runs the body up to `target` once for each part of the payload that its hop hands on, at most `detail` of them at a time; a part
    /// has at most what the sampler says.
    case split
    /// Ends a branch of a fork.
    case branchEnd
    /// Goes to `target` if the warm instance still keeps what slot `detail` stands for.
    case onceBegin
    /// From here on the instance keeps what slot `detail` stands for, for `bytes` nanoseconds.
    case onceEnd
    /// Fails with probability `share`: to `target` if the failure is handled there.
    case fail
    /// Does hop `detail`; a failure goes to `target`.
    case hop
    /// Opens the steps for each item of a batch, `detail` items at a time, one after another for 0; to `target` behind them.
    case itemsBegin
    /// Ends the steps for one item; back to `target` for the next.
    case itemsEnd
    /// Ends the program.
    case end
  }

  /// The most loops that may stand inside one another.
  public static let mostLoops = 4

  /// The place that means "nowhere": a failure that is not handled.
  public static let nowhere = UInt32.max

  // Ordered so that an operation is one cache line.

  /// A time in nanoseconds or a number of times.
  public var sampler = Sampler(constant: 0)
  /// What it does.
  public var kind: Kind
  /// For `fail`: drawn once per item instead of once per attempt.
  public var isSticky = false
  /// The depth of loops at `target`, for a failure that leaves loops.
  public var depth: UInt8 = 0
  /// Where it goes, as its kind says.
  public var target = Operation.nowhere
  /// A small number, as its kind says.
  public var detail: UInt32 = 0
  /// What tells this step's draws from those of others.
  public var salt: UInt64 = 0
  /// A probability.
  public var share = 0.0
  /// A size in bytes, or a time in nanoseconds.
  public var bytes: Int64 = 0

  /// An operation of a kind, the rest of which is set by name.
  public init(_ kind: Kind) { self.kind = kind }
}

/// CPU work measured at one memory size, carried out at another.
///
/// An instance below one vCPU gets a quota of each period and waits for the rest of it. The time `wall` that a piece of work takes at
/// quota q is `(ceil(W/q) - 1) P + W - (ceil(W/q) - 1) q`.
///
/// - Source: facts measured from first invocations at 128 to 1,024 MB (maxday/lambda-perf, 2026); a quota per period as in the Linux CFS.
public struct CPUConversion: Sendable, Equatable, BitwiseCopyable {
  /// The quota at which the work was measured, in nanoseconds of each period.
  public var measured: Nanoseconds
  /// The quota at which it runs.
  public var actual: Nanoseconds
  /// The period, in nanoseconds.
  public var period: Nanoseconds
  /// A factor in place of quotas, for work that was measured at several sizes.
  public var factor = 1.0

  /// A conversion between two quotas, each more than 0 and at most the period.
  public init(measured: Nanoseconds, actual: Nanoseconds, period: Nanoseconds) {
    precondition(measured > 0 && actual > 0 && measured <= period && actual <= period, "\(measured), \(actual) of \(period) ns")
    self.measured = measured
    self.actual = actual
    self.period = period
  }

  /// A conversion by a factor, more than 0.
  public init(factor: Double) {
    self.init(measured: 1, actual: 1, period: 1)
    self.factor = factor
  }

  /// Whether times stay as they are.
  public var changesNothing: Bool { factor == 1 && measured == actual }

  /// What takes a time at the measured quota, at the actual one.
  ///
  /// - Parameter wall: nanoseconds.
  public func time(_ wall: Nanoseconds) -> Nanoseconds {
    if factor != 1 { return Nanoseconds(min(Double(wall) * factor, Double(SamplerBank.longest))) }
    if measured == actual || wall <= 0 { return wall }
    let work = wall / period * measured + min(wall % period, measured)
    let waits = (work + actual - 1) / actual - 1
    return waits * period + work - waits * actual
  }
}
