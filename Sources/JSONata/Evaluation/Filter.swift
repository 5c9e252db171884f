/// A predicate in brackets: a place, or a condition that a value must fulfil.
///
/// - Source: JSONata, predicate queries.
enum Filter: Sendable {
  /// Counted from the begin, or from the end if negative.
  case place(Double)
  case condition(any Expression)

  /// The values that fulfil it.
  func filtered(_ value: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> List {
    // Of nothing the condition is asked as well, and may fail.
    let items = value.isUndefined ? [.undefined] : value.elements
    switch self {
    case .place(let number):
      guard let place = Filter.place(number, items.count), !items[place].isUndefined else { return List(sequence: []) }
      if case .array(let list) = items[place] { return list }
      return List(sequence: [items[place]])
    case .condition(let condition):
      var found: [Value] = []
      for (place, item) in items.enumerated() {
        let hits = try Filter.hits(run.value(condition, item, frame), place, items.count)
        for _ in 0..<hits { found.append(item) }
      }
      return List(sequence: found)
    }
  }

  /// The contexts that fulfil it.
  func filtered(_ stream: TupleStream, _ frame: Frame, _ run: Evaluation) throws(Failure) -> TupleStream {
    let items = stream.items
    switch self {
    case .place(let number): return TupleStream(Filter.place(number, items.count).map { [items[$0]] } ?? [])
    case .condition(let condition):
      let found = TupleStream([])
      for (place, item) in items.enumerated() {
        let value = try run.value(condition, item.context, Frame(frame, slots: item.slots))
        for _ in 0..<(try Filter.hits(value, place, items.count)) { found.items.append(item) }
      }
      return found
    }
  }

  /// How often a value is taken, by what its condition gives: places, or a truth.
  private static func hits(_ result: Value, _ place: Int, _ count: Int) throws(Failure) -> Int {
    if let number = try result.numeric() { return self.place(number, count) == place ? 1 : 0 }
    if case .array(let list) = result {
      var hits = 0
      for item in list.items {
        guard let number = try item.numeric() else { return try result.isTrue() ? 1 : 0 }
        if self.place(number, count) == place { hits += 1 }
      }
      return hits
    }
    return try result.isTrue() ? 1 : 0
  }

  private static func place(_ number: Double, _ count: Int) -> Int? {
    let whole = number.rounded(.down)
    let place = whole < 0 ? Double(count) + whole : whole
    return place >= 0 && place < Double(count) ? Int(place) : nil
  }
}

/// What is no path, with predicates behind it.
struct Filtered: Expression {
  let base: any Expression
  let filters: [Filter]
  /// Whether the base may hand on bindings, which the filters see in a frame of their own.
  let hasBindings: Bool

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    var found = try run.stream(base, input, frame)
    for filter in filters {
      if case .tuples(let stream) = found {
        found = .tuples(try filter.filtered(stream, frame, run))
      } else {
        found = .array(try filter.filtered(found, hasBindings ? Frame(frame, count: 0) : frame, run))
      }
    }
    return found
  }
}

/// A result that stays an array though it is one value: `[]`.
struct Kept: Expression {
  let base: any Expression

  func evaluate(_ input: Value, _ frame: Frame, _ run: Evaluation) throws(Failure) -> Value {
    let found = try run.stream(base, input, frame)
    guard case .array(var list) = found, list.isSequence else { return found }
    list.traits.insert(.keepsSingleton)
    return .array(list)
  }
}
