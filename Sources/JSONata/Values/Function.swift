/// A function as a value.
final class Function {
  /// What it does when it is called.
  enum Kind {
    /// A function of the library.
    case native(Native)
    /// A lambda with the variables and the context of the place where it was defined.
    case lambda(Lambda, Frame, Value)
    /// Another function, some of whose arguments are given; nil for those that are not.
    case partial(Function, [Value?])
    /// The second applied to the result of the first.
    case composition(Function, Function)
    /// A regular expression, which is a function from a text to its first match.
    case pattern(Pattern)
    /// The search for the next match in a text, from a place in UTF-16 units.
    case next(Pattern, [UInt16], Int)
    /// A transform with the variables of the place where it was defined.
    case transform(Transform, Frame)
  }

  let kind: Kind
  /// Levels of functions and values of which it is built.
  let nesting: Int

  init(_ kind: Kind) {
    self.kind = kind
    switch kind {
    case .partial(let base, let arguments):
      var deepest = base.nesting
      for case let argument? in arguments { deepest = max(deepest, argument.nesting) }
      nesting = deepest + 1
    case .composition(let first, let second): nesting = max(first.nesting, second.nesting) + 1
    default: nesting = 0
    }
  }

  /// How many arguments it takes, by which higher-order functions decide what to hand over.
  var arity: Int {
    switch kind {
    case .native(let native): native.arity
    case .lambda(let lambda, _, _): lambda.parameters
    case .partial(_, let arguments): arguments.count { $0 == nil }
    case .composition, .pattern, .transform: 1
    case .next: 0
    }
  }
}
