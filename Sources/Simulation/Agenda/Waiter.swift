/// Who waits: which kind of thing, and which one of them.
///
/// The kinds are the model's own; to the agenda they are numbers.
@frozen public struct Waiter: Equatable, Sendable, BitwiseCopyable {
  /// The kind of thing that waits.
  public var kind: UInt8

  /// Its index among those of its kind.
  public var index: UInt32

  /// The index of something else that will be needed when the wait ends, so that it can be fetched ahead.
  public var companion: UInt32

  /// A waiter.
  @inlinable @inline(__always)
  public init(kind: UInt8, index: UInt32, companion: UInt32 = 0) {
    self.kind = kind
    self.index = index
    self.companion = companion
  }
}
