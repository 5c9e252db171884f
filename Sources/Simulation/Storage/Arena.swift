/// Flat records that come and go, each with an index that stays its own while it lives; the index freed last is given out first.
@frozen public struct Arena<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var elements: Table<Element>
  @usableFromInline var free: Table<UInt32>

  /// How many indices were ever in use at one time: every living record's index is below.
  @inlinable
  public var count: Int {
    @inline(__always) get { elements.count }
  }

  /// An empty arena.
  public init() {
    elements = Table()
    free = Table()
  }

  /// Puts a record in and gives its index.
  ///
  /// - Complexity: O(1) amortised.
  @inlinable @inline(__always)
  public mutating func insert(_ element: Element) -> UInt32 {
    if free.count > 0 {
      let index = free.removeLast()
      elements[index] = element
      return index
    }
    elements.append(element)
    return UInt32(truncatingIfNeeded: elements.count &- 1)
  }

  /// Takes an index that was freed into use again, with the record that it had then: for records of which only a few fields have to begin
  /// anew.
  ///
  /// - Returns: nil where none is free.
  @inlinable @inline(__always)
  public mutating func reuse() -> UInt32? { free.count > 0 ? free.removeLast() : nil }

  /// Puts a copy of a record in and gives its index.
  @inlinable @inline(__always)
  public mutating func insertCopy(of index: UInt32) -> UInt32 {
    guard let own = reuse() else { return insert(elements[index]) }
    elements[own] = elements[index]
    return own
  }

  /// Frees a record's index.
  @inlinable @inline(__always)
  public mutating func remove(_ index: UInt32) { free.append(index) }

  /// Asks the processor to fetch a record that will be needed soon.
  @inlinable @inline(__always)
  public func prefetch(_ index: UInt32) { elements.prefetch(index) }

  /// The record with an index.
  @inlinable
  public subscript(index: UInt32) -> Element {
    @inline(__always) unsafeAddress {
      precondition(Int(index) < elements.count, "no such record")
      return UnsafePointer(elements.elements + Int(index))
    }
    @inline(__always) unsafeMutableAddress {
      precondition(Int(index) < elements.count, "no such record")
      return elements.elements + Int(index)
    }
  }
}
