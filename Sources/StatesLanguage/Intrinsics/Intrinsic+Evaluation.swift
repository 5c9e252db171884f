internal import Documents

extension Intrinsic {
  /// Elements of the longest array that `ArrayRange` makes.
  static let longestRange = 1000
  /// Characters of the longest text that is hashed or coded.
  static let longestText = 10_000

  /// What the call gives.
  func value(in bindings: borrowing Bindings, entropy: inout Entropy) throws(Failure) -> JSONValue {
    if function == .mathAdd {
      let left = try argument(0, bindings, &entropy)
      let right = try argument(1, bindings, &entropy)
      return try add(left, right)
    }
    var values: [JSONValue] = []
    values.reserveCapacity(arguments.count)
    for index in arguments.indices { values.append(try argument(index, bindings, &entropy)) }
    return try apply(values, &entropy)
  }

  private func argument(_ index: Int, _ bindings: borrowing Bindings, _ entropy: inout Entropy) throws(Failure) -> JSONValue {
    switch arguments[index] {
    case .literal(let value): return value
    case .call(let call): return try call.value(in: bindings, entropy: &entropy)
    case .path(let path):
      guard let value = path.value(in: bindings) else {
        throw failed("the path '\(path.text)' could not be found in '\(DocumentText.of(bindings.input))'")
      }
      return value
    }
  }

  func failed(_ what: String) -> Failure { .intrinsic("The function '\(text)' had the following error: \(what)") }

  private func apply(_ values: [JSONValue], _ entropy: inout Entropy) throws(Failure) -> JSONValue {
    switch function {
    case .format: return .string(try format(values))
    case .stringToJson:
      guard let value = JSONValue(json: try string(values[0])) else { throw failed("the argument is not JSON") }
      return value
    case .jsonToString: return .string(DocumentText.of(values[0]))
    case .array: return .array(values)
    case .arrayPartition, .arrayContains, .arrayRange, .arrayGetItem, .arrayLength, .arrayUnique: return try applyArray(values)
    case .base64Encode:
      return .string(Base64.encoded(Array(try text(values[0]).utf8)))
    case .base64Decode:
      guard let bytes = Base64.decoded(try text(values[0])), let decoded = String(validating: bytes, as: UTF8.self) else {
        throw failed("the argument is not Base64 of a text")
      }
      return .string(decoded)
    case .hash:
      guard let digest = Digest(rawValue: try string(values[1])) else { throw failed("there is no such algorithm") }
      let hashed: String = if case .string(let text) = values[0] { text } else { DocumentText.of(values[0]) }
      guard hashed.utf16.count <= Intrinsic.longestText else { throw failed("the text is too long") }
      return .string(digest.hexadecimal(of: Array(hashed.utf8)))
    case .jsonMerge: return try merge(values)
    case .mathAdd: return try add(values[0], values[1])
    case .mathRandom: return try random(values, &entropy)
    case .stringSplit: return .array(split(try string(values[0]), at: try string(values[1])))
    case .uuid: return .string(entropy.uuid())
    }
  }

  private func applyArray(_ values: [JSONValue]) throws(Failure) -> JSONValue {
    if function == .arrayRange { return try range(values) }
    guard case .array(let elements) = values[0] else { throw failed("the first argument must be an array") }
    switch function {
    case .arrayPartition:
      let size = try integer(values[1])
      guard size > 0 else { throw failed("the size of a part is at least 1") }
      let starts = stride(from: 0, to: elements.count, by: size)
      return .array(starts.map { .array(Array(elements[$0..<min(elements.count, $0 + size)])) })
    case .arrayContains: return .bool(elements.contains { $0.matches(values[1]) })
    case .arrayGetItem:
      let index = try integer(values[1])
      guard elements.indices.contains(index) else { throw failed("the array has no element \(index)") }
      return elements[index]
    case .arrayLength: return .integer(Int64(elements.count))
    default:
      var unique: [JSONValue] = []
      for element in elements where !unique.contains(where: { $0.matches(element) }) { unique.append(element) }
      return .array(unique)
    }
  }

  private func range(_ values: [JSONValue]) throws(Failure) -> JSONValue {
    let first = try integer(values[0])
    let last = try integer(values[1])
    let step = try integer(values[2])
    guard step != 0 else { throw failed("the step must not be 0") }
    if step > 0 ? last < first : last > first { return .array([]) }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance.magnitude / step.magnitude < Intrinsic.longestRange else {
      throw failed("the array would have more than \(Intrinsic.longestRange) elements")
    }
    return .array(stride(from: first, through: last, by: step).map { .integer(Int64($0)) })
  }

  private func merge(_ values: [JSONValue]) throws(Failure) -> JSONValue {
    guard case .members(var merged) = values[0], case .members(let upper) = values[1], case .bool(let isDeep) = values[2] else {
      throw failed("the arguments must be two objects and a truth value")
    }
    guard !isDeep else { throw failed("deep merging is not supported") }
    for member in upper {
      if let index = merged.firstIndex(where: { $0.key == member.key }) { merged[index] = member } else { merged.append(member) }
    }
    return .members(merged)
  }

  /// A whole number at least the first and less than the second argument; the same one for the same seed.
  private func random(_ values: [JSONValue], _ entropy: inout Entropy) throws(Failure) -> JSONValue {
    let low = try integer(values[0])
    let high = try integer(values[1])
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    guard low < high, !overflow, let width = UInt64(exactly: distance) else {
      throw failed("the first number must be less than the second")
    }
    if values.count == 3 {
      var own = Entropy(seed: UInt64(bitPattern: Int64(try integer(values[2]))))
      return .integer(Int64(low) + Int64(own.below(width)))
    }
    return .integer(Int64(low) + Int64(entropy.below(width)))
  }

  private func add(_ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
    let (sum, overflow) = try integer(left).addingReportingOverflow(try integer(right))
    guard !overflow else { throw failed("the sum is too large") }
    return .integer(Int64(sum))
  }

  /// Pieces between any of the characters, without empty ones.
  private func split(_ text: String, at separators: String) -> [JSONValue] {
    let marks = Set(separators.unicodeScalars)
    return text.unicodeScalars.split { marks.contains($0) }.map { .string(String($0)) }
  }

  /// A whole number; halves are rounded up.
  ///
  /// - Source: executions recorded on AWS: 1.5 counts as 2, -1.5 as -1.
  private func integer(_ value: JSONValue) throws(Failure) -> Int {
    switch value {
    case .integer(let value): return Int(value)
    case .number(let value):
      guard let whole = Int(exactly: (value + 0.5).rounded(.down)) else { throw failed("\(value) is too large") }
      return whole
    default: throw failed("a number is wanted, not '\(DocumentText.of(value))'")
    }
  }

  private func string(_ value: JSONValue) throws(Failure) -> String {
    guard case .string(let text) = value else { throw failed("a text is wanted, not '\(DocumentText.of(value))'") }
    return text
  }

  private func text(_ value: JSONValue) throws(Failure) -> String {
    let text = try string(value)
    guard text.utf16.count <= Intrinsic.longestText else { throw failed("the text has more than \(Intrinsic.longestText) characters") }
    return text
  }
}
