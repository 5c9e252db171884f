/// A way through all the fields of a record, in one fixed order: to write them down, to read them again, or to add another record's.
///
/// Each record lists its fields once, in `pass(_:)`, and says of each by the method that it calls what it is: a count that adds up, a time
/// of which the greater stays, something by which records must agree. What is done with them follows from that, so that no field can be
/// known to one purpose and forgotten by another.
///
/// Fields are numbers below 2^53 one after another, as every reader of JSON can have them exactly; what is greater takes two of them.
///
/// - Source: RFC 7493 (I-JSON), section 2.2: integers up to 2^53 are exact everywhere.
public struct RecordFields: Sendable {
  /// What the way is taken for.
  enum Purpose: Sendable {
    /// The record's fields become numbers.
    case writing
    /// Of these the ones by which records must agree to be added.
    case shaping
    /// Numbers become the record's fields.
    case reading
    /// Numbers that were another record's are added to this one's fields.
    case adding
  }

  /// Every number lies below it.
  static let limit: Int64 = 1 << 53
  static let half: Int64 = 1 << 52

  /// Counts that were added stop here, so that no forged record can make them overflow; none that was simulated comes near.
  static let countLimit: Int64 = 1 << 60

  let purpose: Purpose
  var numbers: [Int64] = []
  var next = 0
  /// Whether all was as it must be: no field that cannot be written, no number that cannot be read.
  var isSound = true

  init(_ purpose: Purpose) { self.purpose = purpose }

  init(_ purpose: Purpose, from numbers: [Int64]) {
    self.purpose = purpose
    self.numbers = numbers
  }

  /// Whether all numbers were as they must be, and none is left.
  var isExhausted: Bool { isSound && next == numbers.count }

  // MARK: Numbers

  mutating func write(_ value: Int64) {
    if purpose == .shaping { return }
    append(value)
  }

  mutating func append(_ value: Int64) {
    if value < 0 || value >= Self.limit { isSound = false }
    numbers.append(value)
  }

  /// The next number; 0 where there is none.
  mutating func read() -> Int64 {
    guard next < numbers.count, numbers[next] >= 0, numbers[next] < Self.limit else {
      isSound = false
      return 0
    }
    next += 1
    return numbers[next - 1]
  }

  /// Writes what may be beyond 2^53: what is from 2^52 on as two numbers, of which the first is from 2^52 on too.
  mutating func writeWide(_ value: Int128) {
    if purpose == .shaping { return }
    appendWide(value)
  }

  mutating func appendWide(_ value: Int128) {
    if value < Int128(Self.half) { return append(Int64(clamping: value)) }
    append(Int64(clamping: value >> 53 + Int128(Self.half)))
    append(Int64(value & Int128(Self.limit - 1)))
  }

  mutating func readWide() -> Int128 {
    let first = read()
    return first < Self.half ? Int128(first) : Int128(first - Self.half) << 53 | Int128(read())
  }

  /// What may be beyond 2^53 and has 63 bits.
  mutating func readTime() -> Int64 {
    let value = readWide()
    if value > Int128(Int64.max) { isSound = false }
    return Int64(clamping: value)
  }

  // MARK: What adds up

  /// A count, which adds up.
  mutating func count(_ value: inout Int64) {
    switch purpose {
    case .writing, .shaping: write(value)
    case .reading: value = read()
    case .adding: value = min(value + read(), max(value, Self.countLimit))
    }
  }

  /// See ``count(_:)-(Int64)``.
  mutating func count(_ value: inout UInt64) {
    var signed = Int64(clamping: value)
    count(&signed)
    value = UInt64(signed)
  }

  /// Counts, as many as there are cases, which add up.
  mutating func counts(_ values: inout [Int64]) {
    for index in values.indices { count(&values[index]) }
  }

  /// A sum of times in nanoseconds, which adds up to 292 years at most.
  mutating func time(_ value: inout Int64) {
    switch purpose {
    case .writing, .shaping: writeWide(Int128(value))
    case .reading: value = readTime()
    case .adding: value = Int64(clamping: Int128(value) + readWide())
    }
  }

  /// An integral over time or another wide sum, which adds up.
  mutating func area(_ value: inout Int128) {
    switch purpose {
    case .writing, .shaping: writeWide(value)
    case .reading: value = readWide()
    case .adding: value += readWide()
    }
  }

  // MARK: What does not

  /// Something of which the greatest stays.
  mutating func greatest(_ value: inout Int64) {
    switch purpose {
    case .writing, .shaping: writeWide(Int128(value))
    case .reading: value = readTime()
    case .adding: value = max(value, readTime())
    }
  }

  /// What holds of several only if it holds of each.
  mutating func all(_ value: inout Bool) {
    switch purpose {
    case .writing, .shaping: write(value ? 1 : 0)
    case .reading: value = readFlag()
    case .adding: value = readFlag() && value
    }
  }

  /// A whole number by which records must agree.
  mutating func same(_ value: inout Int64) {
    switch purpose {
    case .writing, .shaping: appendWide(Int128(value))
    case .reading: value = readTime()
    case .adding: _ = readTime()
    }
  }

  /// See ``same(_:)-(Int64)``.
  mutating func same(_ value: inout Int) {
    var wide = Int64(value)
    same(&wide)
    value = Int(wide)
  }

  /// Something by which records must agree.
  mutating func same(_ value: inout Bool) {
    switch purpose {
    case .writing, .shaping: append(value ? 1 : 0)
    case .reading: value = readFlag()
    case .adding: _ = readFlag()
    }
  }

  mutating func readFlag() -> Bool {
    let value = read()
    if value > 1 { isSound = false }
    return value == 1
  }

  // MARK: Lists

  /// A list by whose length records must agree.
  ///
  /// - Parameters:
  ///   - elements: what is in it.
  ///   - blank: an element before it is read.
  ///   - pass: the way through an element.
  mutating func list<Element>(_ elements: inout [Element], _ blank: Element, _ pass: (inout Element, inout RecordFields) -> Void) {
    switch purpose {
    case .writing, .shaping: append(Int64(elements.count))
    case .reading: return elements = readList(blank, pass)
    case .adding: _ = readCount()
    }
    for index in elements.indices { pass(&elements[index], &self) }
  }

  /// A list over time, of which one may go on for longer than another.
  mutating func intervals<Element>(_ elements: inout [Element], _ blank: Element, _ pass: (inout Element, inout RecordFields) -> Void) {
    var count = elements.count
    switch purpose {
    case .writing: write(Int64(count))
    case .shaping: return
    case .reading: return elements = readList(blank, pass)
    case .adding:
      count = readCount()
      while elements.count < count { elements.append(blank) }
    }
    for index in 0..<count { pass(&elements[index], &self) }
  }

  private mutating func readList<Element>(_ blank: Element, _ pass: (inout Element, inout RecordFields) -> Void) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<readCount() where isSound {
      elements.append(blank)
      pass(&elements[elements.count - 1], &self)
    }
    return elements
  }

  /// The length of what comes; no more than there are numbers left, as each element has at least one.
  mutating func readCount() -> Int {
    let count = Int(read())
    if count <= numbers.count - next { return count }
    isSound = false
    next = numbers.count
    return 0
  }
}
