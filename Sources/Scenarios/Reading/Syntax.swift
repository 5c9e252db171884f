internal import Documents

/// How values of a type are written: how they are read, and what they look like.
///
/// Reading, the JSON Schema and the reference page all come from the same value of this type, so they can't differ.
struct Syntax<Value> {
  /// What the values look like.
  let form: () -> Form
  /// A value to go on with where reading failed and the fault is noted.
  let placeholder: () -> Value
  /// Reads a value; nil where it is none, with the fault noted.
  let read: (LocatedNode, Path, Reading) -> Value?

  init(
    _ form: @escaping @autoclosure () -> Form, placeholder: @escaping @autoclosure () -> Value,
    read: @escaping (LocatedNode, Path, Reading) -> Value?
  ) {
    self.form = form
    self.placeholder = placeholder
    self.read = read
  }

  /// The same syntax with its values turned into others; nil from `transform`, which has noted why, is a failure.
  func map<Other>(_ transform: @escaping (Value) -> Other) -> Syntax<Other> {
    let syntax = self
    return Syntax<Other>(syntax.form(), placeholder: transform(syntax.placeholder())) { syntax.read($0, $1, $2).map(transform) }
  }

  /// The same syntax, described under a name of its own.
  func named(_ name: String) -> Syntax {
    Syntax(.reference(name), placeholder: placeholder(), read: read)
  }
}

extension Syntax {
  /// A mapping of fixed keys.
  static func section(_ read: @escaping (inout Fields) -> Value) -> Syntax {
    Syntax(.section(Fields.describe(read)), placeholder: Fields.standard(read)) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      var fields = Fields(entries: entries, node: node, path: path, reading: reading)
      let value = read(&fields)
      fields.finish()
      return value
    }
  }

  /// A list.
  static func list<Element>(_ element: Syntax<Element>) -> Syntax where Value == [Element] {
    Syntax(.list(element.form()), placeholder: []) { node, path, reading in
      guard let elements = reading.sequence(node, path) else { return nil }
      return elements.enumerated().map { element.read($1, .index(path, $0), reading) ?? element.placeholder() }
    }
  }

  /// One of two: the second where a test of the node says so, else the first.
  static func either(_ first: Syntax, or second: Syntax, when isSecond: @escaping (LocatedNode) -> Bool) -> Syntax {
    Syntax(Form.alternatives(first.form(), second.form()), placeholder: first.placeholder()) { node, path, reading in
      (isSecond(node) ? second : first).read(node, path, reading)
    }
  }

  /// A word that stands for a value, or else the given syntax.
  static func word(_ word: String, _ value: @escaping @autoclosure () -> Value, or other: Syntax) -> Syntax {
    Syntax(Form.alternatives(.word([word]), other.form()), placeholder: other.placeholder()) { node, path, reading in
      if node.text == word { return value() }
      return other.read(node, path, reading)
    }
  }
}

extension Form {
  /// One of two, flattened.
  static func alternatives(_ first: Form, _ second: Form) -> Form {
    func forms(_ form: Form) -> [Form] {
      if case .any(let forms) = form { return forms }
      return [form]
    }
    return .any(of: forms(first) + forms(second))
  }
}
