internal import Documents

/// The two languages in which a definition asks for data.
public enum QueryLanguage: String, Sendable {
  /// Paths, templates and intrinsic functions.
  case jsonPath = "JSONPath"
  /// Expressions in `{% .. %}`.
  case jsonata = "JSONata"
}

/// Something to be evaluated while the machine runs.
enum Expression: Sendable {
  /// A path.
  case path(Path)
  /// A call of an intrinsic function.
  case call(Intrinsic)
  /// A JSONata expression.
  indirect case jsonata(Query)

  /// Whether it looks at the context object.
  var usesContext: Bool {
    switch self {
    case .path(let path): path.root == .context
    case .call(let call): call.usesContext
    case .jsonata(let query): query.usesContext
    }
  }

  /// The paths in it.
  var paths: [Path] {
    switch self {
    case .path(let path): [path]
    case .call(let call): call.paths
    case .jsonata: []
    }
  }

  /// As it was written.
  var text: String {
    switch self {
    case .path(let path): path.text
    case .call(let call): call.text
    case .jsonata(let query): query.text
    }
  }

  /// The failure if it gives what its field does not take.
  ///
  /// - Parameter words: what it should have been, for paths and calls.
  func failure(of value: JSONValue?, wanted: String, _ words: String) -> Failure {
    guard case .jsonata(let query) = self, let value else { return .runtime(words) }
    return query.failure(of: value, wanted: wanted)
  }

  /// What it gives; nil if it is a path that finds nothing.
  func value(in bindings: borrowing Bindings, entropy: inout Entropy) throws(Failure) -> JSONValue? {
    switch self {
    case .path(let path): path.value(in: bindings)
    case .call(let call): try call.value(in: bindings, entropy: &entropy)
    case .jsonata(let query): try query.value(in: bindings, entropy: &entropy)
    }
  }
}
