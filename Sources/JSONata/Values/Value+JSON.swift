import Documents

extension Value {
  /// A value of the input; objects in it are read when they are looked into.
  init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .number(Double(value))
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .array(let values): self = .array(List(values.map { Value($0) }))
    case .members(let members): self = .object(Object(members))
    }
  }

  /// The value as JSON, or nil if undefined.
  ///
  /// Functions become empty texts, as `$string` makes them.
  ///
  /// - Throws: D1001 for numbers that are not finite.
  func json() throws(Failure) -> JSONValue? {
    switch self {
    case .undefined, .pending: return nil
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .number(let value): return try Value.json(value)
    case .string(let value): return .string(value)
    case .function: return .string("")
    case .tuples(let stream): return try stream.contexts.json()
    case .array(let list):
      if list.traits.contains(.wrapper) { return try list.items.first?.json() }
      var values: [JSONValue] = []
      values.reserveCapacity(list.count)
      for item in list.items { values.append(try item.json() ?? .null) }
      return .array(values)
    case .object(let object):
      if let members = object.untouched { return .members(members) }
      var members: [JSONValue.Member] = []
      members.reserveCapacity(object.count)
      for (key, value) in zip(object.keys, object.values) {
        if let json = try value.json() { members.append(JSONValue.Member(key, json)) }
      }
      return .members(members)
    }
  }

  private static func json(_ number: Double) throws(Failure) -> JSONValue {
    guard number.isFinite else { throw Failure("D1001", "the number is out of range") }
    return Int64(exactly: number).map { .integer($0) } ?? .number(number)
  }

  /// A copy that shares no object with the original, as a transform needs it.
  ///
  /// - Throws: D1011 if it is nested too deeply.
  func copied(levels: Int = Limits.nesting) throws(Failure) -> Value {
    guard levels > 0 else { throw Failure.tooDeep }
    switch self {
    case .array(let list):
      var items: [Value] = []
      items.reserveCapacity(list.count)
      for item in list.items { items.append(try item.copied(levels: levels - 1)) }
      return .array(List(items))
    case .object(let object):
      let copy = Object()
      for (key, value) in zip(object.keys, object.values) { copy.set(key, try value.copied(levels: levels - 1)) }
      return .object(copy)
    default: return self
    }
  }
}
