extension Signature {
  /// The arguments as the function wants them: the context in place of what is missing, single values as arrays.
  ///
  /// - Throws: T0410, T0411 or T0412.
  func checked(_ arguments: [Value], context: Value, of name: String) throws(Failure) -> [Value] {
    var counts: [Int] = []
    guard fits(arguments.map { Kinds($0) }, &counts) else { throw mismatch(arguments, name) }
    var result: [Value] = []
    result.reserveCapacity(max(parameters.count, arguments.count))
    func argument(_ place: Int) -> Value { place < arguments.count ? arguments[place] : .undefined }
    var place = 0
    for (parameter, count) in zip(parameters, counts) {
      if count == 0, parameter.takesContext {
        guard parameter.kinds.contains(Kinds(context)) else {
          throw Failure("T0411", "the context is no fit for argument \(place + 1) of \(name)")
        }
        result.append(context)
      } else if count == 0 {
        result.append(argument(place))
        place += 1
      }
      for _ in 0..<count {
        result.append(try parameter.isArray ? array(argument(place), parameter, place, name) : argument(place))
        place += 1
      }
    }
    return result
  }

  /// Whether arguments of these kinds fit, and how many each parameter takes.
  private func fits(_ kinds: [Kinds], _ counts: inout [Int]) -> Bool {
    let index = counts.count
    let used = counts.reduce(0, +)
    guard index < parameters.count else { return used == kinds.count }
    let parameter = parameters[index]
    let here = kinds[used...].prefix { parameter.kinds.contains($0) }.count
    let most = parameter.isRepeated ? here : min(here, 1)
    let least = parameter.isOptional || parameter.takesContext ? 0 : 1
    for count in stride(from: most, through: least, by: -1) {
      counts.append(count)
      if fits(kinds, &counts) { return true }
      counts.removeLast()
    }
    return false
  }

  private func array(_ argument: Value, _ parameter: Parameter, _ place: Int, _ name: String) throws(Failure) -> Value {
    let isArray = if case .array = argument { true } else { false }
    if argument.isUndefined { return argument }
    if let wanted = parameter.elements, wanted != .any {
      guard argument.elements.allSatisfy({ wanted.contains(Kinds($0)) }) else {
        throw Failure("T0412", "argument \(place + 1) of \(name) must be an array of \(wanted.title)s")
      }
    }
    return isArray ? argument : .array(List([argument]))
  }

  private func mismatch(_ arguments: [Value], _ name: String) -> Failure {
    var good = 0
    for parameter in parameters {
      guard good < arguments.count, parameter.kinds.contains(Kinds(arguments[good])) else {
        if parameter.isOptional || parameter.takesContext { continue }
        break
      }
      good += 1
    }
    return Failure("T0410", "argument \(good + 1) of \(name) does not fit its signature")
  }
}

extension Signature.Kinds {
  /// The word for a single kind.
  fileprivate var title: String {
    switch self {
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    case .function: "function"
    default: "value"
    }
  }
}
