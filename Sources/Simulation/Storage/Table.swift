public import CPrefetch

/// A growing row of flat values that is owned in one place: an array without copies on write, reference counts or checks of uniqueness.
///
/// Elements are reached by their address, so that reading a field of a large one does not copy the rest. The first lies at the beginning of
/// a cache line, so that an element of 64 bytes takes one line.
@frozen public struct Table<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var size = 0

  /// How many elements there are.
  @inlinable
  public var count: Int {
    @inline(__always) get { size }
  }

  /// An empty table.
  public init() { self.init(capacity: 16) }

  /// An empty table with room for some elements.
  @inlinable
  public init(capacity: Int) {
    self.capacity = max(capacity, 1)
    elements = Self.block(of: self.capacity)
  }

  @inlinable
  static func block(of capacity: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64)
      .bindMemory(to: Element.self, capacity: capacity)
  }

  /// A table of the elements of a collection.
  @inlinable
  public init(_ source: some Collection<Element>) {
    self.init(capacity: source.count)
    for element in source { append(element) }
  }

  @inlinable
  deinit { elements.deallocate() }

  /// The element at a place.
  ///
  /// - Precondition: The place is below `count`.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) unsafeAddress {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: size), "no such place")
      return UnsafePointer(elements + place)
    }
    @inline(__always) unsafeMutableAddress {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: size), "no such place")
      return elements + place
    }
  }

  /// The element at a place given as a 32-bit index.
  @inlinable
  public subscript(place: UInt32) -> Element {
    @inline(__always) unsafeAddress {
      precondition(UInt(place) < UInt(bitPattern: size), "no such place")
      return UnsafePointer(elements + Int(place))
    }
    @inline(__always) unsafeMutableAddress {
      precondition(UInt(place) < UInt(bitPattern: size), "no such place")
      return elements + Int(place)
    }
  }

  /// A handle of an element that stays as it is while the table lives and nothing is added to it.
  ///
  /// - Precondition: The place is below `count`.
  @inlinable @inline(__always)
  public func row(_ place: UInt32) -> Fixed<Element> {
    precondition(UInt(place) < UInt(bitPattern: size), "no such place")
    return Fixed(at: elements + Int(place))
  }

  /// Asks the processor to fetch an element that will be needed soon.
  ///
  /// - Parameter place: any number; one that is no place does nothing.
  @inlinable @inline(__always)
  public func prefetch(_ place: UInt32) { fleetsim_prefetch(elements + Int(place)) }

  /// Adds an element at the end.
  ///
  /// - Complexity: O(1) amortised.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if _slowPath(size == capacity) { grow() }
    elements[size] = element
    size &+= 1
  }

  /// Removes the last element.
  ///
  /// - Precondition: The table is not empty.
  @inlinable @inline(__always)
  public mutating func removeLast() -> Element {
    precondition(size > 0, "an empty table")
    size &-= 1
    return elements[size]
  }

  /// Removes all elements and keeps the room.
  @inlinable
  public mutating func removeAll() { size = 0 }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = Self.block(of: 2 * capacity)
    larger.update(from: elements, count: size)
    elements.deallocate()
    (elements, capacity) = (larger, 2 * capacity)
  }
}
