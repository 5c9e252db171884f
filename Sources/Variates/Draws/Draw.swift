/// A short private sequence of random numbers, started at a key.
///
/// The generator is SplitMix64: eight bytes of state, any number may start it, and starting costs nothing. Whoever rejects and draws again takes nothing from anybody else.
/// - Source: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
@frozen
public struct Draw: BitwiseCopyable, Sendable {
  /// Where the sequence stands.
  @usableFromInline
  var state: UInt64

  /// A sequence that starts at `state`; equal starts give equal sequences.
  @inlinable @inline(__always)
  public init(_ state: UInt64) {
    self.state = state
  }

  /// The next 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Key.mix(state)
  }

  /// A number uniform on [0, 1): a multiple of 2⁻⁵³.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double {
    Double(Int64(bitPattern: next() &>> 11)) * 0x1p-53
  }

  /// An integer uniform on 0 ..< `bound`, without bias; `bound` at least 1.
  ///
  /// - Source: D. Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29(1), 2019.
  @inlinable @inline(__always)
  public mutating func below(_ bound: UInt64) -> UInt64 {
    precondition(bound > 0, "no integer is below 0")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }
}
