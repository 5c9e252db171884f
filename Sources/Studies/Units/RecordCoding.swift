public import Fleet

/// Runs' records as bytes: one line of JSON that holds integers only and is exact, compact and always the same for the same records.
///
/// A record is one list of numbers, in the order in which it lists its fields. The line carries the version of that order, so that another
/// program's records are refused rather than taken for something else, and a sum over all that follows it.
public enum RecordCoding {
  /// The order of the fields; another one wants another version.
  static let version: Int64 = 3

  static let opening = Array(#"{"fleetsim":"run records","version":"#.utf8)
  static let checked = Array(#","check":"#.utf8)
  static let listed = Array(#","records":[["#.utf8)
  static let between = Array("],[".utf8)
  static let closing = Array("]]}\n".utf8)

  /// The records as bytes.
  ///
  /// - Throws: ``RecordCodingError/notANumber``.
  /// - Complexity: O(fields and bins).
  public static func encode(_ records: [RunRecord]) throws(RecordCodingError) -> [UInt8] {
    var body = listed
    for (index, record) in records.enumerated() {
      guard let numbers = record.numbers else { throw .notANumber }
      if index > 0 { body += between }
      body.reserveCapacity(body.count + 3 * numbers.count)
      for (place, number) in numbers.enumerated() {
        if place > 0 { body.append(UInt8(ascii: ",")) }
        append(number, to: &body)
      }
    }
    body += closing
    var bytes = opening
    append(version, to: &bytes)
    bytes += checked
    append(check(body[...]), to: &bytes)
    return bytes + body
  }

  /// The records that bytes hold.
  ///
  /// - Throws: ``RecordCodingError/foreign`` or ``RecordCodingError/damaged``; whatever the bytes are, nothing worse comes of them.
  /// - Complexity: O(bytes).
  public static func decode(_ bytes: [UInt8]) throws(RecordCodingError) -> [RunRecord] {
    var scanner = NumberScanner(bytes)
    guard scanner.skip(opening), scanner.number() == version, scanner.skip(checked) else { throw .foreign }
    guard let sum = scanner.number(), sum == check(bytes[scanner.next...]), scanner.skip(listed) else { throw .damaged }
    var records: [RunRecord] = []
    if scanner.skip(closing) { return scanner.isAtEnd ? records : try damaged() }
    while true {
      guard let numbers = scanner.numbers(), let record = RunRecord(numbers: numbers) else { throw .damaged }
      records.append(record)
      if scanner.skip(between) { continue }
      guard scanner.skip(closing), scanner.isAtEnd else { throw .damaged }
      return records
    }
  }

  private static func damaged() throws(RecordCodingError) -> [RunRecord] { throw .damaged }

  /// A sum that every change of a single byte changes.
  ///
  /// - Source: FNV-1a of 64 bits (draft-eastlake-fnv), of which the lower 53 bits are kept: each step is one-to-one in these alone.
  static func check(_ bytes: ArraySlice<UInt8>) -> Int64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(sum & (1 << 53 - 1))
  }

  /// Writes an integer that is not negative in the one way in which it is read.
  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    let first = bytes.count
    var rest = number
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    bytes[first...].reverse()
  }
}
