/// A value that is made once and read from many places: a handle of one word, which costs nothing to hand on.
///
/// Whoever made it frees it when nobody reads it any more.
@frozen public struct Fixed<Value: ~Copyable>: BitwiseCopyable {
  @usableFromInline let address: UnsafeMutablePointer<Value>

  @inlinable @inline(__always)
  init(at address: UnsafeMutablePointer<Value>) { self.address = address }

  /// A handle of a value.
  @inlinable
  public init(_ value: consuming Value) {
    address = .allocate(capacity: 1)
    address.initialize(to: value)
  }

  /// The value.
  @inlinable
  public var value: Value {
    @inline(__always) unsafeAddress { UnsafePointer(address) }
  }

  /// Frees the value.
  @inlinable
  public func free() {
    address.deinitialize(count: 1)
    address.deallocate()
  }
}
