/// A part of an expression as the parser builds it.
///
/// What follows a part (predicates, grouping, bindings) is noted on it, so nodes change while their surroundings are read.
final class Node {
  enum Kind {
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
    case name(String)
    /// A variable; the empty name is the context, `$` the root.
    case variable(String)
    case wildcard
    case descendants
    case parent(Ancestor)
    case regex(Pattern)
    case path([Node])
    /// An operator's name and both sides.
    case binary(String, Node, Node)
    case negation(Node)
    case array([Node])
    case object([(key: Node, value: Node)])
    case condition(Node, then: Node, otherwise: Node?)
    /// `?:`, or `??` if only what is undefined is replaced.
    case fallback(Node, otherwise: Node, ifUndefined: Bool)
    case block([Node], names: [String])
    case bind(String, Node)
    case call(Node, [Node])
    /// A call with some arguments left open, which are nil.
    case partial(Node, [Node?])
    case lambda(parameters: [String], signature: Signature?, body: Node, names: [String])
    case transform(pattern: Node, update: Node, delete: Node?)
    case apply(Node, Node)
    case sort([Term])
  }

  /// What is done with the values that a step finds.
  enum Stage {
    case filter(Node)
    /// Binds each one's place to a variable.
    case index(String)
  }

  /// What to sort by.
  struct Term {
    let expression: Node
    let isDescending: Bool
  }

  /// Key and value of the objects that values are grouped into.
  struct Group {
    let pairs: [(key: Node, value: Node)]
    let offset: Int
  }

  var kind: Kind
  /// Where it begins in the text, in scalars.
  let offset: Int
  /// Levels of nodes, this one counted.
  private(set) var depth: Int
  /// Of a step in a path.
  var stages: [Stage] = []
  /// Of what is no step.
  var predicates: [Node] = []
  var group: Group?
  /// A single result stays an array.
  var keepsArray = false
  /// The same, for a path of which a step says so.
  var keepsSingleton = false
  /// An array constructor as the first or last step: its array is one value.
  var constructsArray = false
  /// The variable to which a step binds its values, in place of making them the context.
  var focus: String?
  /// The variable to which a step binds their places.
  var index: String?
  /// The parent that a later `%` wants of this step.
  var ancestor: Ancestor?
  /// Yields contexts with bindings.
  var isTuple = false
  /// Parents that are to be found left of this.
  var seeking: [Ancestor] = []

  init(_ kind: Kind, at offset: Int, _ parts: [Node] = []) {
    self.kind = kind
    self.offset = offset
    depth = 1 + (parts.lazy.map(\.depth).max() ?? 0)
  }

  /// Counts the levels of a part that is added to it.
  func contain(_ part: Node) { depth = max(depth, part.depth + 1) }

  /// The steps, if it is a path.
  var steps: [Node]? {
    if case .path(let steps) = kind { steps } else { nil }
  }

  /// How it is named in a message.
  var title: String {
    switch kind {
    case .string(let text), .name(let text), .binary(let text, _, _): text
    case .number(let number): NumberText.shortest(number)
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    case .variable(let name): "$" + name
    case .path(let steps): steps.first?.title ?? ""
    default: "this expression"
    }
  }
}

/// A step that `%` leads back to.
final class Ancestor {
  /// The name by which steps bind it; no variable has such a name.
  var label: String
  /// How many steps it is up.
  var level = 1

  init(_ number: Int) { label = "%\(number)" }
}
