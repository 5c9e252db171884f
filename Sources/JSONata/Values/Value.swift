/// What an expression evaluates to while a program runs.
enum Value {
  /// Nothing was found: an empty sequence.
  case undefined
  /// JSON's null.
  case null
  /// True or false.
  case bool(Bool)
  /// A number; finite, except between an operator and whoever reads its result.
  case number(Double)
  /// A text.
  case string(String)
  /// An array or a sequence.
  case array(List)
  /// Keys and values.
  case object(Object)
  /// A function.
  case function(Function)
  /// Contexts with the variables bound along a path; only between the steps of paths.
  case tuples(TupleStream)
  /// A call in tail position that its caller still has to make; only between a lambda's body and `apply`.
  case pending(TailCall)

  /// Levels of arrays, objects and built functions inside, this one counted.
  var nesting: Int {
    switch self {
    case .array(let list): Int(list.nesting)
    case .object(let object): object.nesting
    case .function(let function): function.nesting
    default: 0
    }
  }

  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// The elements of an array, or the value itself as the only one; none if undefined.
  var elements: [Value] {
    switch self {
    case .array(let list): list.items
    case .undefined: []
    default: [self]
    }
  }

  /// The number, if it is one.
  ///
  /// - Throws: D1001 if it is not finite.
  func numeric() throws(Failure) -> Double? {
    guard case .number(let number) = self else { return nil }
    if number.isInfinite { throw Failure("D1001", "the number is out of range") }
    return number.isNaN ? nil : number
  }
}

/// Contexts with the variables bound along a path.
///
/// - Source: JSONata, path operators: positional variable binding, context variable binding, parent.
final class TupleStream {
  var items: [Tuple]

  init(_ items: [Tuple]) { self.items = items }

  /// The contexts alone.
  var contexts: Value { .array(List(sequence: items.map(\.context))) }
}

/// A context and what is bound with it, by the slots of its path's scope.
struct Tuple {
  var context: Value
  var slots: [Value?]
}

/// A call that is made when the body that ends in it has returned.
final class TailCall {
  let function: Function
  let arguments: [Value]
  let input: Value

  init(_ function: Function, _ arguments: [Value], _ input: Value) {
    self.function = function
    self.arguments = arguments
    self.input = input
  }
}
