/// An array, or a sequence of what an expression found.
///
/// A sequence of one value is that value, and one of none is undefined, as soon as an expression has it for its result.
/// - Source: JSONata, processing model: sequences.
struct List {
  /// How a list came about, where that makes a difference.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// What was found, as opposed to an array that is a value itself.
    static let sequence = Traits(rawValue: 1)
    /// Stays an array though it has one value (`[]`).
    static let keepsSingleton = Traits(rawValue: 2)
    /// Made by an array constructor in a path: stays one value when steps are joined.
    static let constructed = Traits(rawValue: 4)
    /// Wraps an array that is the whole input.
    static let wrapper = Traits(rawValue: 8)
  }

  private(set) var items: [Value]
  var traits: Traits
  /// Levels of values inside; stops at its greatest value.
  private(set) var nesting: UInt16

  /// An array that is a value.
  ///
  /// - Complexity: O(n).
  init(_ items: [Value], _ traits: Traits = []) {
    self.items = items
    self.traits = traits
    var deepest = 0
    for item in items { deepest = max(deepest, item.nesting) }
    nesting = UInt16(clamping: deepest + 1)
  }

  /// What was found.
  init(sequence items: [Value]) { self.init(items, .sequence) }

  var count: Int { items.count }
  var isSequence: Bool { traits.contains(.sequence) }

  subscript(index: Int) -> Value { items[index] }

  mutating func append(_ value: Value) {
    items.append(value)
    nesting = max(nesting, UInt16(clamping: value.nesting + 1))
  }

  mutating func append(contentsOf list: List) {
    items.append(contentsOf: list.items)
    nesting = max(nesting, list.nesting)
  }

  /// Both joined, as `$append` does: what is undefined adds nothing, and a single value is a list of one.
  static func joined(_ first: Value, _ second: Value) -> Value {
    if first.isUndefined { return second }
    if second.isUndefined { return first }
    var list = List([])
    if case .array(let first) = first { list = first } else { list.append(first) }
    list.traits = []
    if case .array(let second) = second { list.append(contentsOf: second) } else { list.append(second) }
    return .array(list)
  }
}
