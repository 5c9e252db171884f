/// `^( )`: values by what terms give of them.
///
/// - Source: JSONata, path operators: order-by.
struct Sorting: Sendable {
  let terms: [(expression: any Expression, isDescending: Bool)]
  let offset: Int

  /// Values in order; those of which a term gives nothing come last.
  func sorted(_ list: List, _ frame: Frame, _ run: Evaluation) throws(Failure) -> List {
    if list.count <= 1 { return list }
    let order = try order(of: list.count, run) { (place, term) throws(Failure) in try run.value(term, list[place], frame) }
    return List(order.map { list[$0] })
  }

  /// Contexts in order.
  func sorted(_ stream: TupleStream, _ frame: Frame, _ run: Evaluation) throws(Failure) -> TupleStream {
    let items = stream.items
    let order = try order(of: items.count, run) { (place, term) throws(Failure) in
      try run.value(term, items[place].context, Frame(frame, slots: items[place].slots))
    }
    return TupleStream(order.map { items[$0] })
  }

  private func order(
    of count: Int, _ run: Evaluation, _ value: (Int, any Expression) throws(Failure) -> Value
  ) throws(Failure) -> [Int] {
    // What each term gave of each place, as far as it was asked for.
    var keys: [[Value?]] = Array(repeating: Array(repeating: nil, count: terms.count), count: count)
    func key(_ place: Int, _ term: Int) throws(Failure) -> Value {
      if let key = keys[place][term] { return key }
      let key = try value(place, terms[term].expression)
      keys[place][term] = key
      return key
    }
    return try mergeSorted(Array(0..<count)) { (left, right) throws(Failure) in
      try run.charge(1)
      for index in terms.indices {
        let order = try compare(key(left, index), key(right, index), terms[index].isDescending)
        if order != 0 { return order > 0 }
      }
      return false
    }
  }

  /// Below zero if the first comes first, above if the second does.
  private func compare(_ first: Value, _ second: Value, _ isDescending: Bool) throws(Failure) -> Int {
    let order: Int
    switch (first, second) {
    case (.undefined, .undefined): return 0
    case (.undefined, _): return 1
    case (_, .undefined): return -1
    case (.number(let first), .number(let second)): order = first < second ? -1 : first > second ? 1 : 0
    case (.string(let first), .string(let second)): order = first.precedes(second) ? -1 : second.precedes(first) ? 1 : 0
    case (.number, .string), (.string, .number): throw Failure("T2007", "numbers and texts cannot be put in one order", at: offset)
    default: throw Failure("T2008", "only numbers and texts can be put in order", at: offset)
    }
    return isDescending ? -order : order
  }
}

/// Elements so that none is after the next; equal ones stay in their order.
///
/// - Complexity: O(n log n) calls of `isAfter`.
func mergeSorted<Element>(
  _ elements: [Element], _ isAfter: (Element, Element) throws(Failure) -> Bool
) throws(Failure) -> [Element] {
  var runs = elements
  var spare = elements
  var width = 1
  while width < runs.count {
    var begin = 0
    while begin < runs.count {
      let (middle, end) = (min(begin + width, runs.count), min(begin + 2 * width, runs.count))
      var (left, right) = (begin, middle)
      for place in begin..<end {
        var takesRight = left == middle
        if left < middle, right < end { takesRight = try isAfter(runs[left], runs[right]) }
        spare[place] = runs[takesRight ? right : left]
        if takesRight { right += 1 } else { left += 1 }
      }
      begin = end
    }
    swap(&runs, &spare)
    width *= 2
  }
  return runs
}
