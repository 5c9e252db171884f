/// Functions on arrays of numbers.
///
/// - Source: JSONata, aggregation functions.
extension Library {
  static let aggregation: [Native] = [
    Native("sum", "<a<n>:n>", 1) { (arguments, _) throws(Failure) in
      try arguments.numbers().map { .number($0.reduce(0, +)) } ?? .undefined
    },
    Native("max", "<a<n>:n>", 1) { (arguments, _) throws(Failure) in
      try arguments.numbers()?.max().map { .number($0) } ?? .undefined
    },
    Native("min", "<a<n>:n>", 1) { (arguments, _) throws(Failure) in
      try arguments.numbers()?.min().map { .number($0) } ?? .undefined
    },
    Native("average", "<a<n>:n>", 1) { (arguments, _) throws(Failure) in
      guard let numbers = try arguments.numbers(), !numbers.isEmpty else { return .undefined }
      return .number(numbers.reduce(0, +) / Double(numbers.count))
    },
  ]
}

/// Functions on Booleans and types.
///
/// - Source: JSONata, Boolean functions; `$type`; `$error`; `$assert`.
extension Library {
  static let booleans: [Native] = [
    Native("boolean", "<x-:b>", 1) { (arguments, _) throws(Failure) in try arguments[0].truth().map { .bool($0) } ?? .undefined },
    Native("not", "<x-:b>", 1) { (arguments, _) throws(Failure) in try arguments[0].truth().map { .bool(!$0) } ?? .undefined },
    Native("exists", "<x:b>", 1) { (arguments, _) throws(Failure) in .bool(!arguments[0].isUndefined) },
    Native("type", "<x:s>", 1) { (arguments, _) throws(Failure) in
      arguments[0].isUndefined ? .undefined : .string(arguments[0].typeName)
    },
    Native("error", "<s?:x>", 1) { (arguments, _) throws(Failure) in
      throw Failure("D3137", arguments.text(0).flatMap { $0.isEmpty ? nil : $0 } ?? "$error() was called")
    },
    Native("assert", "<bs?:x>", 2) { (arguments, _) throws(Failure) in
      if try arguments[0].isTrue() { return .undefined }
      throw Failure("D3141", arguments.text(1).flatMap { $0.isEmpty ? nil : $0 } ?? "an assertion does not hold")
    },
  ]
}

/// Functions on arrays.
///
/// - Source: JSONata, array functions.
extension Library {
  static let arrays: [Native] = [
    Native("count", "<a:n>", 1) { (arguments, _) throws(Failure) in .number(Double(arguments.list(0)?.count ?? 0)) },
    Native("append", "<xx:a>", 2) { (arguments, call) throws(Failure) in
      try call.run.charge((arguments.list(0)?.count ?? 0) + (arguments.list(1)?.count ?? 0))
      return List.joined(arguments[0], arguments[1])
    },
    Native("reverse", "<a:a>", 1) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), list.count > 1 else { return arguments[0] }
      try call.run.charge(list.count)
      return .array(List(list.items.reversed()))
    },
    Native("shuffle", "<a:a>", 1) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), list.count > 1 else { return arguments[0] }
      try call.run.charge(list.count)
      var items = list.items
      for place in items.indices {
        let other = Int(call.run.environment.fraction() * Double(place + 1))
        items.swapAt(place, other)
      }
      return .array(List(items))
    },
    Native("distinct", "<x:x>", 1) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), list.count > 1 else { return arguments[0] }
      var kept: [Value] = []
      for item in list.items {
        try call.run.charge(kept.count / 8 + 1)
        if !kept.contains(where: { $0.equals(item) }) { kept.append(item) }
      }
      return .array(List(kept, list.traits.intersection(.sequence)))
    },
    Native("zip", "<a+>", 0) { (arguments, call) throws(Failure) in
      let lists = arguments.all.map { if case .array(let list) = $0 { list.items } else { [Value]() } }
      let count = lists.map(\.count).min() ?? 0
      try call.run.charge(count * lists.count)
      return .array(List((0..<count).map { place in .array(List(lists.map { $0[place] })) }))
    },
    Native("sort", "<af?:a>", 2) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), list.count > 1 else { return arguments[0] }
      try call.run.charge(list.count)
      return .array(List(try sorted(list.items, by: arguments.function(1), call)))
    },
  ]

  private static func sorted(_ items: [Value], by comparator: Function?, _ call: Invocation) throws(Failure) -> [Value] {
    if let comparator {
      return try mergeSorted(items) { (left, right) throws(Failure) in
        try call.run.apply(comparator, [left, right], .null).isTrue()
      }
    }
    let kinds = items.reduce(into: Signature.Kinds()) { $0.formUnion(Signature.Kinds($1)) }
    guard kinds == .number || kinds == .string else {
      throw Failure("D3070", "without a function $sort takes an array of numbers, or one of texts")
    }
    return try mergeSorted(items) { (left, right) throws(Failure) in
      switch (left, right) {
      case (.string(let left), .string(let right)): right.precedes(left)
      case (.number(let left), .number(let right)): left > right
      default: false
      }
    }
  }
}

extension Arguments {
  /// The numbers of the array that is the first argument, if there is one.
  fileprivate func numbers() throws(Failure) -> [Double]? {
    guard let list = list(0) else { return nil }
    var numbers: [Double] = []
    for item in list.items {
      if let number = try item.numeric() { numbers.append(number) }
    }
    return numbers
  }
}
