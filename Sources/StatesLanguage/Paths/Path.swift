/// A compiled JSONPath: where it begins, and the steps from there on.
///
/// - Source: Amazon States Language, "Paths" and "Reference Paths"; S. Gössner, JSONPath, 2007; the dialect
///   is that of Jayway's reader, which AWS names.
///
/// It is an object, so that to hand it on counts one reference instead of one for each of its parts.
public final class Path: Sendable {
  /// Where it begins.
  let root: Root
  /// What it does from there on.
  let steps: [Step]
  /// As it was written.
  let text: String
  /// Whether it names at most one value; otherwise its result is an array of all it finds.
  let isDefinite: Bool

  /// Where a path begins.
  enum Root: Sendable, Equatable {
    /// `$`: the value at hand.
    case value
    /// `$$`: the context object.
    case context
    /// `$name`: a variable, by its number in the machine.
    case variable(Int)
  }

  /// One step of a path.
  enum Step: Sendable {
    /// A key.
    case member(String)
    /// A place in an array; negative ones count from the end.
    case index(Int)
    /// Several keys.
    case members([String])
    /// Several places.
    case indices([Int])
    /// From, up to and excluding, every how many.
    case slice(Int?, Int?, Int)
    /// All values.
    case all
    /// What another step finds in the value itself and in all values below it.
    indirect case descend(Step)
    /// The values for which a condition holds.
    case filter(PathCondition)
    /// How many values an array or object has.
    case length
  }

  init(root: Root, steps: [Step], text: String) {
    self.root = root
    self.steps = steps
    self.text = text
    isDefinite = steps.allSatisfy(\.isDefinite)
  }

  /// Whether it is the value at hand itself.
  var isWhole: Bool { root == .value && steps.isEmpty }

  /// Whether it names one place by keys and places alone, so that something can be put there.
  var isReference: Bool {
    steps.allSatisfy {
      switch $0 {
      case .member: true
      case .index(let index): index >= 0
      default: false
      }
    }
  }
}

extension Path.Step {
  /// Whether it finds at most one value.
  var isDefinite: Bool {
    switch self {
    case .member, .index, .length: true
    default: false
    }
  }
}
