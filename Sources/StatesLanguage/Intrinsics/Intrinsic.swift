internal import Documents

/// A compiled call of an intrinsic function; an object, so that to hand it on counts one reference.
final class Intrinsic: Sendable {
  /// The function.
  let function: IntrinsicFunction
  /// Its arguments.
  let arguments: [Argument]
  /// As it was written.
  let text: String

  /// An argument of a call.
  enum Argument: Sendable {
    /// A literal.
    case literal(JSONValue)
    /// A path.
    case path(Path)
    /// Another call.
    case call(Intrinsic)
  }

  init(function: IntrinsicFunction, arguments: [Argument], text: String) {
    (self.function, self.arguments, self.text) = (function, arguments, text)
  }

  /// Whether it, or a call inside of it, looks at the context object.
  var usesContext: Bool {
    arguments.contains {
      switch $0 {
      case .literal: false
      case .path(let path): path.root == .context
      case .call(let call): call.usesContext
      }
    }
  }

  /// The paths in it and in the calls inside of it.
  var paths: [Path] {
    arguments.flatMap { argument -> [Path] in
      switch argument {
      case .literal: []
      case .path(let path): [path]
      case .call(let call): call.paths
      }
    }
  }
}
