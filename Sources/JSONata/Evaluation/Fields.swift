/// The value of a key; of each element's key, if the context is an array.
struct Field: Expression {
  let name: String

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    try Field.value(of: name, in: input, run)
  }

  /// What a key leads to; arrays are looked through.
  static func value(of name: String, in input: Value, _ run: Evaluation) throws(Failure) -> Value {
    switch input {
    case .object(let object): return object[name] ?? .undefined
    case .array(let list):
      var found = List(sequence: [])
      try run.charge(list.count)
      for item in list.items {
        switch try value(of: name, in: item, run) {
        case .undefined: break
        case .array(let inner): found.append(contentsOf: inner)
        case let value: found.append(value)
        }
      }
      return .array(found)
    default: return .undefined
    }
  }
}

/// `*`: all values of an object.
struct Wildcard: Expression {
  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var input = input
    if case .array(let list) = input, list.traits.contains(.wrapper), list.count > 0 { input = list[0] }
    var found = List(sequence: [])
    switch input {
    case .object(let object):
      for value in object.values { Wildcard.flatten(value, into: &found) }
    case .array(let list):
      for value in list.items { Wildcard.flatten(value, into: &found) }
    default: break
    }
    try run.charge(found.count)
    return .array(found)
  }

  private static func flatten(_ value: Value, into list: inout List) {
    guard case .array(let inner) = value else {
      list.append(value)
      return
    }
    for item in inner.items { flatten(item, into: &list) }
  }
}

/// `**`: the context and all that is in it, however deep.
struct Descendants: Expression {
  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    if input.isUndefined { return input }
    var found: [Value] = []
    try Descendants.collect(input, &found, run)
    return found.count == 1 ? found[0] : .array(List(sequence: found))
  }

  private static func collect(_ value: Value, _ found: inout [Value], _ run: Evaluation) throws(Failure) {
    try run.charge(1)
    switch value {
    case .array(let list):
      for item in list.items { try collect(item, &found, run) }
    case .object(let object):
      found.append(value)
      for value in object.values { try collect(value, &found, run) }
    default: found.append(value)
    }
  }
}
