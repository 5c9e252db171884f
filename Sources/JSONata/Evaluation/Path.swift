/// Steps, each of which maps what the one before it found.
///
/// - Source: JSONata, path operators.
struct Path: Expression {
  let steps: [Step]
  /// The first step is a variable: it gets the context whole.
  let startsWithVariable: Bool
  /// A single result stays an array.
  let keepsSingleton: Bool
  /// Hands on what its steps bound, to a path around it.
  let yieldsTuples: Bool
  /// How many variables its steps bind.
  let slots: Int
  let group: Grouping?

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var found = List(sequence: [input])
    if case .array(let list) = input, !startsWithVariable { found = list }
    var tuples: TupleStream?
    for (index, step) in steps.enumerated() {
      if index == 0, step.isConstructor {
        if case .array(let list) = try run.value(step.expression, .array(found), frame) { found = list }
      } else if let bound = tuples {
        tuples = try step.joined(bound, slots, frame, run)
      } else if step.isTuple {
        tuples = try step.joined(found, slots, frame, run)
      } else {
        found = try step.mapped(found, isLast: index == steps.count - 1, frame, run)
      }
      if tuples == nil, found.count == 0 { break }
    }
    return try result(found, tuples, frame, run)
  }

  private func result(_ found: List, _ tuples: TupleStream?, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    if let group {
      if let tuples { return try group.grouped(tuples, frame, run) }
      // The steps that bind may not have been reached, but the group counts on their frame.
      let inner = steps[steps.count - 1].isTuple ? Frame(frame, count: slots) : frame
      return try group.grouped(.array(kept(found)), inner, run)
    }
    guard let tuples else { return .array(kept(found)) }
    if yieldsTuples { return .tuples(tuples) }
    return .array(kept(List(sequence: tuples.items.map(\.context))))
  }

  private func kept(_ found: List) -> List {
    guard keepsSingleton else { return found }
    var list = found
    if list.traits.contains(.constructed), !list.isSequence { list = List(sequence: [.array(found)]) }
    list.traits.insert(.keepsSingleton)
    return list
  }
}

/// A step of a path.
struct Step: Sendable {
  /// What is done with the values that it finds.
  enum Stage: Sendable {
    case filter(Filter)
    /// Binds each one's place to a slot.
    case index(Int)
  }

  let expression: any Expression
  /// Sorts in place of mapping.
  let sorting: Sorting?
  let stages: [Stage]
  /// Whether contexts carry bindings from this step on.
  let isTuple: Bool
  /// An array constructor at the begin.
  let isConstructor: Bool
  /// The slots to which it binds its values, their places, and where they came from.
  let focus: Int?
  let index: Int?
  let ancestor: Int?
  /// For each slot of a path within this step, the slot here.
  let merged: [Int]

  /// What it finds in each of the values.
  func mapped(_ input: List, isLast: Bool, _ frame: Frame, _ run: Evaluation) throws(Failure) -> List {
    if let sorting {
      let sorted = try sorting.sorted(input, frame, run)
      return try filtered(.array(sorted), frame, run).list
    }
    var found: [Value] = []
    for item in input.items {
      let value = try filtered(run.value(expression, item, frame), frame, run)
      if !value.isUndefined { found.append(value) }
    }
    // A single array at the end is the result, and no sequence.
    if isLast, found.count == 1, case .array(let list) = found[0], !list.isSequence { return list }
    var result = List(sequence: [])
    for value in found {
      if case .array(let list) = value, !list.traits.contains(.constructed) {
        result.append(contentsOf: list)
      } else {
        result.append(value)
      }
    }
    return result
  }

  private func filtered(_ value: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var value = value
    for case .filter(let filter) in stages { value = try .array(filter.filtered(value, frame, run)) }
    return value
  }

  /// The same, for values that no step has bound to anything yet.
  func joined(_ input: List, _ slots: Int, _ frame: Frame, _ run: Evaluation) throws(Failure) -> TupleStream {
    let blank: [Value?] = Array(repeating: nil, count: slots)
    guard let sorting else {
      return try joined(TupleStream(input.items.map { Tuple(context: $0, slots: blank) }), slots, frame, run)
    }
    let sorted = try sorting.sorted(input, frame, run)
    let stream = TupleStream(sorted.items.map { Tuple(context: $0, slots: blank) })
    if let index { stream.number(index) }
    return try staged(stream, frame, run)
  }

  /// What it finds in each context, with what was bound before and what it binds itself.
  func joined(_ input: TupleStream, _ slots: Int, _ frame: Frame, _ run: Evaluation) throws(Failure) -> TupleStream {
    if let sorting {
      let stream = try sorting.sorted(input, frame, run)
      if let index { stream.number(index) }
      return try staged(stream, frame, run)
    }
    let result = TupleStream([])
    for tuple in input.items {
      let found = try run.stream(expression, tuple.context, Frame(frame, slots: tuple.slots))
      if case .tuples(let inner) = found {
        for item in inner.items { result.items.append(merge(item, into: tuple)) }
        continue
      }
      for (place, value) in Step.collapsed(found).enumerated() {
        result.items.append(bound(value, place, tuple))
      }
    }
    return try staged(result, frame, run)
  }

  /// The values of a result, as it would be after sequences of one are that one.
  private static func collapsed(_ value: Value) -> [Value] {
    guard case .array(let list) = value else { return value.elements }
    if list.isSequence, list.count == 1, !list.traits.contains(.keepsSingleton) { return list[0].elements }
    return list.items
  }

  private func bound(_ value: Value, _ place: Int, _ tuple: Tuple) -> Tuple {
    var result = tuple
    if let focus { result.slots[focus] = value } else { result.context = value }
    if let index { result.slots[index] = .number(Double(place)) }
    if let ancestor { result.slots[ancestor] = tuple.context }
    return result
  }

  private func merge(_ inner: Tuple, into outer: Tuple) -> Tuple {
    var result = outer
    result.context = inner.context
    for (slot, value) in inner.slots.enumerated() where slot < merged.count {
      if let value { result.slots[merged[slot]] = value }
    }
    return result
  }

  private func staged(_ stream: TupleStream, _ frame: Frame, _ run: Evaluation) throws(Failure) -> TupleStream {
    var stream = stream
    for stage in stages {
      switch stage {
      case .filter(let filter): stream = try filter.filtered(stream, frame, run)
      case .index(let slot): stream.number(slot)
      }
    }
    return stream
  }
}

extension TupleStream {
  /// Binds each one's place to a slot.
  func number(_ slot: Int) {
    for place in items.indices { items[place].slots[slot] = .number(Double(place)) }
  }
}

extension Value {
  /// The array that it is, or a sequence of what it is.
  fileprivate var list: List {
    if case .array(let list) = self { list } else { List(sequence: elements) }
  }
}
