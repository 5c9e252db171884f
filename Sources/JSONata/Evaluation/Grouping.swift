/// Braces: one object of all values, grouped by their keys.
///
/// - Source: JSONata, sorting, grouping and aggregation.
struct Grouping: Sendable {
  let pairs: [(key: any Expression, value: any Expression)]
  let offset: Int

  /// The object of a value's elements.
  func grouped(_ value: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var items = value.elements
    if items.isEmpty { items = [.undefined] }
    var groups = Groups<Value>()
    for item in items {
      for (index, pair) in pairs.enumerated() {
        guard let key = try key(run.value(pair.key, item, frame)) else { continue }
        if let place = try groups.place(key, index, offset) {
          groups.entries[place].data = List.joined(groups.entries[place].data, item)
        } else {
          groups.add(key, index, item)
        }
      }
    }
    let result = Object()
    for entry in groups.entries {
      let value = try run.value(pairs[entry.pair].value, entry.data, frame)
      if !value.isUndefined { result.set(entry.key, value) }
    }
    return .object(result)
  }

  /// The object of contexts with bindings; each group's bindings are joined.
  func grouped(_ stream: TupleStream, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var groups = Groups<[Tuple]>()
    for item in stream.items {
      for (index, pair) in pairs.enumerated() {
        guard let key = try key(run.value(pair.key, item.context, Frame(frame, slots: item.slots))) else { continue }
        if let place = try groups.place(key, index, offset) {
          groups.entries[place].data.append(item)
        } else {
          groups.add(key, index, [item])
        }
      }
    }
    let result = Object()
    for entry in groups.entries {
      let tuple = Grouping.reduced(entry.data)
      let value = try run.value(pairs[entry.pair].value, tuple.context, Frame(frame, slots: tuple.slots))
      if !value.isUndefined { result.set(entry.key, value) }
    }
    return .object(result)
  }

  private func key(_ value: Value) throws(Failure) -> String? {
    switch value {
    case .undefined: return nil
    case .string(let key): return key
    default: throw Failure("T1003", "the key of an object must be a text", at: offset)
    }
  }

  private static func reduced(_ tuples: [Tuple]) -> Tuple {
    var result = tuples[0]
    for tuple in tuples.dropFirst() {
      result.context = List.joined(result.context, tuple.context)
      for (slot, value) in tuple.slots.enumerated() {
        if let value { result.slots[slot] = result.slots[slot].map { List.joined($0, value) } ?? value }
      }
    }
    return result
  }
}

/// What belongs to each key, in the order in which keys came up.
private struct Groups<Data> {
  var entries: [(key: String, pair: Int, data: Data)] = []
  private var places: [ExactText: Int] = [:]

  /// Where a key is, if it came up before.
  ///
  /// - Throws: D1009 if another pair gave the same key.
  func place(_ key: String, _ pair: Int, _ offset: Int) throws(Failure) -> Int? {
    guard let place = places[ExactText(key)] else { return nil }
    guard entries[place].pair == pair else { throw Failure("D1009", "two definitions give the same key \(key)", at: offset) }
    return place
  }

  mutating func add(_ key: String, _ pair: Int, _ data: Data) {
    places[ExactText(key)] = entries.count
    entries.append((key, pair, data))
  }
}

/// Braces by themselves: an object of the context.
struct ObjectConstructor: Expression {
  let grouping: Grouping

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    try grouping.grouped(input, frame, run)
  }
}

/// What is no path, with braces behind it.
struct Grouped: Expression {
  let base: any Expression
  let grouping: Grouping

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let found = try run.stream(base, input, frame)
    if case .tuples(let stream) = found { return try grouping.grouped(stream.contexts, frame, run) }
    return try grouping.grouped(found, frame, run)
  }
}
