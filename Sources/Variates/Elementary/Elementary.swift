/// Elementary functions made of IEEE additions, multiplications, divisions and square roots alone, so that they have the same bits on every machine.
///
/// A C library picks its variant by processor, and its last bit with it. No fused multiply-add is used here, and Swift does not introduce one.
public enum Elementary {
  /// √2π.
  @usableFromInline
  static let rootOfTwoPi = 2.506_628_274_631_000_5

  /// log 2 in two parts: the first has 33 bits, so that its product with an exponent is exact.
  @usableFromInline @inline(__always)
  static var log2High: Double { 0x1.62e42fee00000p-1 }

  /// What the first part of log 2 leaves.
  @usableFromInline @inline(__always)
  static var log2Low: Double { 0x1.a39ef35793c76p-33 }

  /// 1.5 · 2⁵²: added and taken away again, it rounds a number below 2⁵¹ to the nearest integer, ties to even.
  @usableFromInline @inline(__always)
  static var rounder: Double { 0x1.8p52 }
}
