/// A distribution ready to be drawn from: 32 flat bytes, without references, made by `SamplerTable`.
///
/// What does not fit stands in the table's knots, of which each sampler knows its part.
@frozen
public struct Sampler: BitwiseCopyable, Sendable {
  /// How a value is made.
  @frozen @usableFromInline
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    case constant, exponential, lognormal, uniform, linearQuantiles, logQuantiles
    case gamma, weibull, pareto, normal, zipf, categorical, samples, mixture
  }

  /// The first parameter; what it is depends on the kind.
  @usableFromInline
  let a: Double

  /// The second parameter.
  @usableFromInline
  let b: Double

  /// Where this sampler's part of the knots starts.
  @usableFromInline
  let start: UInt32

  /// How many entries that part has: points, values or choices, each of one or more knots.
  @usableFromInline
  let count: UInt32

  /// How a value is made.
  @usableFromInline
  let kind: Kind

  @usableFromInline
  init(_ kind: Kind, _ a: Double = 0, _ b: Double = 0, start: Int = 0, count: Int = 0) {
    self.kind = kind
    self.a = a
    self.b = b
    self.start = UInt32(start)
    self.count = UInt32(count)
  }

  /// A sampler that always gives `value` and needs no knots.
  public init(constant value: Double) {
    self.init(.constant, value)
  }

  /// The value that every draw gives, if there is only one.
  @inlinable
  public var constant: Double? { kind == .constant ? a : nil }
}
