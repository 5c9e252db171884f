extension Value {
  /// Whether both are the same; arrays in order, objects regardless of it.
  ///
  /// Functions equal themselves only.
  ///
  /// - Source: JSONata, comparison operators.
  func equals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left.isExactly(right)
    case (.function(let left), .function(let right)): return left === right
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left.items, right.items).allSatisfy { $0.equals($1) }
    case (.object(let left), .object(let right)):
      if left === right { return true }
      guard left.count == right.count else { return false }
      return zip(left.keys, left.values).allSatisfy { key, value in right[key].map(value.equals) ?? false }
    default: return false
    }
  }

  /// The value cast to a Boolean; nil if undefined.
  ///
  /// - Source: JSONata, `$boolean`.
  func truth() throws(Failure) -> Bool? {
    switch self {
    case .undefined: return nil
    case .bool(let value): return value
    case .string(let value): return !value.isEmpty
    case .number: return try numeric().map { $0 != 0 } ?? false
    case .object(let object): return object.count > 0
    case .array(let list):
      for item in list.items where try item.truth() == true { return true }
      return false
    case .null, .function, .tuples, .pending: return false
    }
  }

  /// Whether it counts as true; what is undefined does not.
  func isTrue() throws(Failure) -> Bool { try truth() == true }

  /// What `$type` calls it.
  var typeName: String {
    switch self {
    case .undefined, .pending: "undefined"
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array, .tuples: "array"
    case .object: "object"
    case .function: "function"
    }
  }
}
