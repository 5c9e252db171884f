internal import Documents

/// A compiled condition of a Choice rule.
indirect enum Condition: Sendable {
  case and([Condition])
  case or([Condition])
  case not(Condition)
  /// A comparison of what a path finds.
  case test(Path, ChoiceOperator, Operand)
  /// JSONata's `Condition`.
  case expression(Template)

  /// What is compared with.
  enum Operand: Sendable {
    case literal(JSONValue)
    case path(Path)
    /// A time, in nanoseconds since 1970.
    case instant(Int64)
    /// The parts of a `StringMatches` pattern between its asterisks.
    case pattern([[UInt8]])
  }

  /// The paths in it.
  var paths: [Path] {
    switch self {
    case .and(let conditions), .or(let conditions): conditions.flatMap(\.paths)
    case .not(let condition): condition.paths
    case .test(let path, _, .path(let other)): [path, other]
    case .test(let path, _, _): [path]
    case .expression(let template): template.expressions.flatMap(\.paths)
    }
  }

  /// Whether it looks at the context object.
  var usesContext: Bool {
    switch self {
    case .expression(let template): template.usesContext
    default: paths.contains { $0.root == .context }
    }
  }
}

/// A comparison operator of Choice rules.
struct ChoiceOperator: Sendable, Equatable {
  let subject: Subject
  let relation: Relation
  /// Whether its operand is a path.
  let takesPath: Bool

  /// What is compared.
  enum Subject: String, Sendable, CaseIterable {
    case string = "String"
    case numeric = "Numeric"
    case boolean = "Boolean"
    case timestamp = "Timestamp"
    /// What kind of value it is.
    case kind = "Is"
  }

  /// How it is compared, or which kind of value is asked for.
  enum Relation: String, Sendable, CaseIterable {
    case equals = "Equals"
    case lessThan = "LessThan"
    case greaterThan = "GreaterThan"
    case lessThanEquals = "LessThanEquals"
    case greaterThanEquals = "GreaterThanEquals"
    case matches = "Matches"
    case null = "Null"
    case present = "Present"
    case numeric = "Numeric"
    case string = "String"
    case boolean = "Boolean"
    case timestamp = "Timestamp"
  }

  /// The operators by their names.
  ///
  /// - Source: Amazon States Language, "Choice State".
  static let named: [String: ChoiceOperator] = {
    var operators: [String: ChoiceOperator] = [:]
    let orders: [Relation] = [.equals, .lessThan, .greaterThan, .lessThanEquals, .greaterThanEquals]
    for subject in [Subject.string, .numeric, .boolean, .timestamp] {
      for relation in subject == .boolean ? [.equals] : orders {
        let name = subject.rawValue + relation.rawValue
        operators[name] = ChoiceOperator(subject: subject, relation: relation, takesPath: false)
        operators[name + "Path"] = ChoiceOperator(subject: subject, relation: relation, takesPath: true)
      }
    }
    operators["StringMatches"] = ChoiceOperator(subject: .string, relation: .matches, takesPath: false)
    for relation in [Relation.null, .present, .numeric, .string, .boolean, .timestamp] {
      operators["Is" + relation.rawValue] = ChoiceOperator(subject: .kind, relation: relation, takesPath: false)
    }
    return operators
  }()
}
