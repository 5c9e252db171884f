/// A function of the library.
struct Native: Sendable {
  /// What it does with arguments that fit its signature.
  typealias Body = @Sendable (_ arguments: Arguments, _ call: Invocation) throws(Failure) -> Value

  let name: String
  let signature: Signature?
  /// How many arguments it takes from a higher-order function.
  let arity: Int
  let body: Body

  /// A function by its name, its documented signature and what it does.
  init(_ name: String, _ signature: String, _ arity: Int, _ body: @escaping Body) {
    self.name = name
    self.arity = arity
    self.body = body
    do {
      self.signature = try Signature(signature)
    } catch {
      preconditionFailure("\(name) has the signature \(signature): \(error.message)")
    }
  }
}

/// From where a function is called.
struct Invocation {
  let run: Evaluation
  /// The context.
  let input: Value
  /// The variables of the place, and their names, for `$eval`.
  var frame: Frame?
  var visible: [[String]]?

  /// The result of a function that was handed over as an argument, with as many arguments as it takes.
  func call(_ function: Function, _ arguments: Value...) throws(Failure) -> Value {
    let wanted = max(1, min(function.arity, arguments.count))
    return try run.apply(function, Array(arguments.prefix(wanted)), .null)
  }
}

/// Arguments of a function of the library; those that are left out are undefined.
struct Arguments {
  private let values: [Value]

  init(_ values: [Value]) { self.values = values }

  var count: Int { values.count }
  var all: [Value] { values }

  subscript(index: Int) -> Value { index < values.count ? values[index] : .undefined }

  /// The text at a place, if there is one.
  func text(_ index: Int) -> String? {
    if case .string(let text) = self[index] { text } else { nil }
  }

  /// The number at a place, if there is one.
  ///
  /// - Throws: D1001 if it is not finite.
  func number(_ index: Int) throws(Failure) -> Double? { try self[index].numeric() }

  /// The array at a place, if there is one.
  func list(_ index: Int) -> List? {
    if case .array(let list) = self[index] { list } else { nil }
  }

  /// The object at a place, if there is one.
  func object(_ index: Int) -> Object? {
    if case .object(let object) = self[index] { object } else { nil }
  }

  /// The function at a place, if there is one.
  func function(_ index: Int) -> Function? {
    if case .function(let function) = self[index] { function } else { nil }
  }
}
