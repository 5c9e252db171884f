/// How a platform turns the time that an invocation took into the time and memory that it bills.
public struct DurationRule: Hashable, Sendable {
  /// Billed time is a multiple of this; milliseconds, 1 or more.
  public let unit: Int64
  /// The least that an invocation is billed; milliseconds, 0 or more.
  public let minimum: Int64
  /// Billed memory is a multiple of this; MB, 1 or more.
  public let memoryStep: Int64

  /// A rule that rounds up to `unit`, bills at least `minimum` and rounds memory up to `memoryStep`.
  public init(unit: Int64, minimum: Int64, memoryStep: Int64 = 1) {
    precondition(unit >= 1 && minimum >= 0 && memoryStep >= 1, "a duration rule of \(unit) ms, \(minimum) ms, \(memoryStep) MB")
    self.unit = unit
    self.minimum = minimum
    self.memoryStep = memoryStep
  }

  /// The billed milliseconds of an invocation: its init and its duration are added first and the sum is rounded up once.
  ///
  /// - Parameters:
  ///   - duration: of the handler, nanoseconds, 0 or more.
  ///   - billedInit: the part of the init that is billed, nanoseconds, 0 or more; 0 where the platform gives it for nothing.
  /// - Source: AWS Lambda Developer Guide, REPORT lines: 133.61 ms and 80.00 ms of init are billed as 214 ms.
  public func billedMilliseconds(duration: Int64, billedInit: Int64 = 0) -> Int64 {
    precondition(duration >= 0 && billedInit >= 0, "a duration of \(duration) ns with \(billedInit) ns of init")
    return max(Self.roundedUp(duration + billedInit, to: unit * 1_000_000) / 1_000_000, Self.roundedUp(minimum, to: unit))
  }

  /// The memory that is billed for `memory`; both in MB.
  public func billedMemory(_ memory: Int64) -> Int64 {
    Self.roundedUp(memory, to: memoryStep)
  }

  /// `value` rounded up to the next multiple of `step`, such as the five minutes by which provisioned concurrency is billed.
  ///
  /// - Parameters:
  ///   - value: 0 or more.
  ///   - step: 1 or more, in the unit of the value.
  public static func roundedUp(_ value: Int64, to step: Int64) -> Int64 {
    let (whole, part) = value.quotientAndRemainder(dividingBy: step)
    return (part > 0 ? whole + 1 : whole) * step
  }
}
