/// Functions on objects.
///
/// - Source: JSONata, object functions.
extension Library {
  static let objects: [Native] = [
    Native("keys", "<x-:a<s>>", 1) { (arguments, call) throws(Failure) in
      .array(List(sequence: try keys(arguments[0], call).map { .string($0) }))
    },
    Native("lookup", "<x-s:x>", 2) { (arguments, call) throws(Failure) in
      guard let key = arguments.text(1) else { return .undefined }
      return try Field.value(of: key, in: arguments[0], call.run)
    },
    Native("spread", "<x-:a<o>>", 1) { (arguments, call) throws(Failure) in try spread(arguments[0], call) },
    Native("merge", "<a<o>:o>", 1) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0) else { return .undefined }
      let result = Object()
      for case .object(let object) in list.items {
        try call.run.charge(object.count)
        for (key, value) in zip(object.keys, object.values) { result.set(key, value) }
      }
      return .object(result)
    },
    Native("clone", "<(oa)-:o>", 1) { (arguments, _) throws(Failure) in try arguments[0].copied() },
  ]

  private static func keys(_ value: Value, _ call: Invocation) throws(Failure) -> [String] {
    switch value {
    case .object(let object): return object.keys
    case .array(let list):
      var known: Set<ExactText> = []
      var result: [String] = []
      for item in list.items {
        try call.run.charge(1)
        for key in try keys(item, call) where known.insert(ExactText(key)).inserted { result.append(key) }
      }
      return result
    default: return []
    }
  }

  private static func spread(_ value: Value, _ call: Invocation) throws(Failure) -> Value {
    switch value {
    case .object(let object):
      var parts = List(sequence: [])
      for (key, value) in zip(object.keys, object.values) {
        try call.run.charge(1)
        let part = Object()
        part.set(key, value)
        parts.append(.object(part))
      }
      return .array(parts)
    case .array(let list):
      var parts = List(sequence: [])
      for item in list.items {
        switch try spread(item, call) {
        case .array(let more): parts.append(contentsOf: more)
        case .undefined: break
        case let value: parts.append(value)
        }
      }
      return .array(parts)
    default: return value
    }
  }
}
