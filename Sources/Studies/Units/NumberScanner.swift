/// Reads integers that are written in one way only: without signs, spaces, fractions and leading zeros, below 2^53.
struct NumberScanner {
  private let bytes: [UInt8]
  /// The place of the next byte.
  private(set) var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  /// Passes over what must come; false, and nothing is passed over, where something else does.
  mutating func skip(_ expected: [UInt8]) -> Bool {
    guard bytes.count - next >= expected.count, bytes[next..<next + expected.count].elementsEqual(expected) else { return false }
    next += expected.count
    return true
  }

  /// The integer that comes; nil where none does.
  mutating func number() -> Int64? {
    let first = next
    var value: Int64 = 0
    while next < bytes.count, bytes[next] >= UInt8(ascii: "0"), bytes[next] <= UInt8(ascii: "9"), next - first < 16 {
      value = value * 10 + Int64(bytes[next] - UInt8(ascii: "0"))
      next += 1
    }
    let isCanonical = next - first == 1 || (next > first && bytes[first] != UInt8(ascii: "0"))
    return isCanonical && value < 1 << 53 ? value : nil
  }

  /// Integers with commas between them, at least one.
  mutating func numbers() -> [Int64]? {
    var list: [Int64] = []
    list.reserveCapacity((bytes.count - next) / 4)
    while let value = number() {
      list.append(value)
      if next >= bytes.count || bytes[next] != UInt8(ascii: ",") { return list }
      next += 1
    }
    return nil
  }
}
