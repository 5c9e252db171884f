internal import Documents

extension Intrinsic {
  /// The template with its pairs of braces filled by the other arguments, one after the other.
  func format(_ values: [JSONValue]) throws(Failure) -> String {
    guard case .string(let template) = values[0] else { throw failed("the template must be a text") }
    var result = ""
    var used = 1
    var scalars = template.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\\":
        guard let escaped = scalars.next() else { throw failed("a backslash stands at the end of the template") }
        if !"{}\\'".unicodeScalars.contains(escaped) { result.unicodeScalars.append(scalar) }
        result.unicodeScalars.append(escaped)
      case "{":
        guard scalars.next() == "}" else { throw failed("'{' without '}' in the template") }
        guard used < values.count else { throw failed("the template has more braces than there are values") }
        result += Intrinsic.filling(values[used])
        used += 1
      case "}": throw failed("'}' without '{' in the template")
      default: result.unicodeScalars.append(scalar)
      }
    }
    guard used == values.count else { throw failed("there are more values than braces in the template") }
    return result
  }

  /// How a value stands in a formatted text: texts as they are, objects and arrays as Java prints its maps and lists.
  ///
  /// - Source: an execution recorded on AWS: `{Id=arn:.., Name=..}`.
  private static func filling(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .array(let values): "[" + values.map(filling).joined(separator: ", ") + "]"
    case .members(let members): "{" + members.map { "\($0.key)=\(filling($0.value))" }.joined(separator: ", ") + "}"
    default: DocumentText.of(value)
    }
  }
}
