internal import Fleet

/// What came of a run as bytes: one line of JSON, of its record or of its failure.
public enum OutcomeCoding {
  static let opening = Array(#"{"fleetsim":"run failure","version":1,"check":"#.utf8)
  static let listed = Array(#","failure":["#.utf8)
  static let closing = Array("]}\n".utf8)

  /// What came of a run as bytes.
  ///
  /// - Throws: ``RecordCodingError/notANumber``.
  /// - Complexity: O(fields and bins).
  public static func encode(_ outcome: RunOutcome) throws(RecordCodingError) -> [UInt8] {
    switch outcome {
    case .success(let record): try RecordCoding.encode([record])
    case .failure(let failure): bytes(of: numbers(of: failure))
    }
  }

  /// What came of a run, from its bytes.
  ///
  /// - Throws: ``RecordCodingError/foreign`` or ``RecordCodingError/damaged``.
  /// - Complexity: O(bytes).
  public static func decode(_ bytes: [UInt8]) throws(RecordCodingError) -> RunOutcome {
    if bytes.starts(with: RecordCoding.opening) {
      let records = try RecordCoding.decode(bytes)
      guard records.count == 1 else { throw .damaged }
      return .success(records[0])
    }
    var scanner = NumberScanner(bytes)
    guard scanner.skip(opening) else { throw .foreign }
    guard let sum = scanner.number(), sum == RecordCoding.check(bytes[scanner.next...]), scanner.skip(listed),
      let numbers = scanner.numbers(), scanner.skip(closing), scanner.isAtEnd, let failure = failure(of: numbers)
    else { throw .damaged }
    return .failure(failure)
  }

  private static func bytes(of numbers: [Int64]) -> [UInt8] {
    var body = listed
    for (place, number) in numbers.enumerated() {
      if place > 0 { body.append(UInt8(ascii: ",")) }
      RecordCoding.append(number, to: &body)
    }
    body += closing
    var bytes = opening
    RecordCoding.append(RecordCoding.check(body[...]), to: &bytes)
    return bytes + body
  }

  /// A failure as its kind, its time, and the bytes of the place in it.
  private static func numbers(of failure: RunFailure) -> [Int64] {
    switch failure {
    case .standstill(let place, let time): [0, time] + place.utf8.map(Int64.init)
    case .tooManyWaits(let time): [1, time]
    }
  }

  private static func failure(of numbers: [Int64]) -> RunFailure? {
    guard numbers.count >= 2 else { return nil }
    let name = numbers.dropFirst(2).compactMap { UInt8(exactly: $0) }
    guard name.count == numbers.count - 2 else { return nil }
    switch numbers[0] {
    case 0: return String(validating: name, as: UTF8.self).map { .standstill(at: $0, time: numbers[1]) }
    case 1: return name.isEmpty ? .tooManyWaits(time: numbers[1]) : nil
    default: return nil
    }
  }
}
