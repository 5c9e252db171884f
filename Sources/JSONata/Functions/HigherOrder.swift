/// Functions that take functions.
///
/// - Source: JSONata, higher-order functions; `$each`; `$sift`.
extension Library {
  static let higherOrder: [Native] = [
    Native("map", "<af>", 2) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), let function = arguments.function(1) else { return .undefined }
      var found = List(sequence: [])
      for (place, item) in list.items.enumerated() {
        let value = try call.call(function, item, .number(Double(place)), arguments[0])
        if !value.isUndefined { found.append(value) }
      }
      return .array(found)
    },
    Native("filter", "<af>", 2) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), let function = arguments.function(1) else { return .undefined }
      var found = List(sequence: [])
      for (place, item) in list.items.enumerated() {
        if try call.call(function, item, .number(Double(place)), arguments[0]).isTrue() { found.append(item) }
      }
      return .array(found)
    },
    Native("single", "<af?>", 2) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0) else { return .undefined }
      var found: Value?
      for (place, item) in list.items.enumerated() {
        if let function = arguments.function(1),
          try !call.call(function, item, .number(Double(place)), arguments[0]).isTrue()
        {
          continue
        }
        if found != nil { throw Failure("D3138", "$single finds more than one value") }
        found = item
      }
      guard let found else { throw Failure("D3139", "$single finds no value") }
      return found
    },
    Native("reduce", "<afj?:j>", 3) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), let function = arguments.function(1) else { return .undefined }
      guard function.arity >= 2 else { throw Failure("D3050", "$reduce wants a function of at least two arguments") }
      let hasBegin = !arguments[2].isUndefined
      var result = hasBegin ? arguments[2] : list.items.first ?? .undefined
      for (place, item) in list.items.enumerated().dropFirst(hasBegin ? 0 : 1) {
        result = try call.call(function, result, item, .number(Double(place)), arguments[0])
      }
      return result
    },
    Native("each", "<o-f:a>", 2) { (arguments, call) throws(Failure) in
      guard let object = arguments.object(0), let function = arguments.function(1) else { return .undefined }
      var found = List(sequence: [])
      for (key, value) in zip(object.keys, object.values) {
        let value = try call.call(function, value, .string(key), arguments[0])
        if !value.isUndefined { found.append(value) }
      }
      return .array(found)
    },
    Native("sift", "<o-f?:o>", 2) { (arguments, call) throws(Failure) in
      guard let object = arguments.object(0), let function = arguments.function(1) else { return .undefined }
      let result = Object()
      for (key, value) in zip(object.keys, object.values) {
        if try call.call(function, value, .string(key), arguments[0]).isTrue() { result.set(key, value) }
      }
      return result.count > 0 ? .object(result) : .undefined
    },
  ]

  /// `$eval`, which reads an expression while another one runs.
  ///
  /// - Source: JSONata, `$eval`.
  static let evaluation = Native("eval", "<sx?:x>", 2) { (arguments, call) throws(Failure) in
    guard let text = arguments.text(0) else { return .undefined }
    let context = arguments[1].isUndefined ? call.input : Program.context(arguments[1])
    let scope = Scope(Scope.rebuilt(call.visible ?? []))
    let body = try expression(text, scope)
    let frame = Frame(call.frame, count: scope.names.count)
    // What nothing around it binds may come from outside.
    for (slot, name) in scope.names.enumerated() where scope.places(of: name).count == 1 {
      frame.slots[slot] = call.run.bindings.last { $0.name.isExactly(name) }?.value
    }
    do throws(Failure) {
      return try call.run.value(body, context, frame)
    } catch {
      throw Failure("D3121", "the expression for $eval fails: \(error.code), \(error.message)")
    }
  }

  private static func expression(_ text: String, _ scope: Scope) throws(Failure) -> any Expression {
    do throws(SyntaxFault) {
      let (node, names) = try Parser.parse(text, .plain)
      for name in names { _ = scope.declare(name) }
      var resolver = Resolver(.plain, top: scope)
      return try resolver.resolve(node, scope, hasContext: true)
    } catch {
      throw Failure("D3120", "the expression for $eval is wrong: \(error.code), \(error.message)")
    }
  }
}
