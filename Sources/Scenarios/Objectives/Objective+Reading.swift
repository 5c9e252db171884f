internal import Documents

/// An objective as written, before its names are looked up.
struct ObjectiveText {
  /// The parts of the text; nil where it is none, with the fault noted.
  var parts: ObjectiveParts?
  var advisory = false
  var share: Double?
  /// Where the text stands.
  var place: Place?
  var path = Path.root

  /// A text, or a mapping with the text under `expect`.
  static var syntax: Syntax<ObjectiveText> {
    let section = Syntax<ObjectiveText>.section { f in
      var objective = f.required("expect", text, "the objective: name.metric.stat < value")
      objective.advisory = f.optional("advisory", .flag, default: false, shown: "false", "a failure is reported only")
      objective.share = f.given("in", .share, shown: "all", "the share of replications in which it must hold")
      return objective
    }
    return .either(text, or: section) { $0.entries != nil }
  }

  private static var text: Syntax<ObjectiveText> {
    let form = Form.text(
      kind: "objective", pattern: "^[^ <>=]+( *(<|<=|>|>=|==)| +within +[^ ].* of ) *[^ ].*$", example: "receive.latency.p99 < 300 ms")
    return Syntax(form, placeholder: ObjectiveText()) { node, path, reading in
      guard let text = reading.text(node, path, expected: "an objective") else { return nil }
      var objective = ObjectiveText(place: node.place, path: path)
      objective.parts = ObjectiveParts(text)
      if objective.parts == nil { reading.note(.objectiveText(text), at: node, path) }
      if case .scalar(_, .quoted) = node.content, let place = objective.place {
        objective.place = Place(source: place.source, line: place.line, column: place.column + 1)
      }
      return objective
    }
  }
}

/// The parts of an objective's text: `name.metric.stat < value`, or `name.metric.stat within tolerance of value`.
struct ObjectiveParts {
  /// A part of the text and where it begins, in scalars after the text's start.
  struct Part {
    var text: String
    var offset: Int
  }

  let text: String
  /// What is asked for, split at its dots.
  let words: [String]
  let comparison: Objective.Comparison
  let value: Part
  /// How far from the value it may be; nil for other comparisons than `within`.
  let tolerance: Part?

  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let found = Self.compared(scalars) ?? Self.within(scalars) else { return nil }
    let subject = Self.string(scalars[..<found.subjectEnd]).split(separator: " ")
    let value = Self.part(scalars, from: found.value, to: scalars.count)
    guard subject.count == 1, !value.text.isEmpty else { return nil }
    self.text = text
    comparison = found.comparison
    words = subject[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    self.value = value
    tolerance = found.tolerance
    guard words.allSatisfy({ !$0.isEmpty }), words.count >= 2 else { return nil }
  }

  /// Where the n-th word begins, scalars after the text's start.
  func offset(_ index: Int) -> Int { words[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 } }

  private typealias Found = (comparison: Objective.Comparison, subjectEnd: Int, tolerance: Part?, value: Int)

  /// The parts around an operator of signs.
  private static func compared(_ scalars: [Unicode.Scalar]) -> Found? {
    func isOperator(_ scalar: Unicode.Scalar) -> Bool { scalar == "<" || scalar == ">" || scalar == "=" }
    guard let start = scalars.firstIndex(where: isOperator) else { return nil }
    let end = scalars[start...].firstIndex { !isOperator($0) } ?? scalars.count
    return Objective.Comparison(rawValue: string(scalars[start..<end])).map { ($0, start, nil, end) }
  }

  /// The parts around `within` and `of`.
  private static func within(_ scalars: [Unicode.Scalar]) -> Found? {
    let (within, of) = (Array(" within ".unicodeScalars), Array(" of ".unicodeScalars))
    guard let start = scalars.firstRange(of: within), let middle = scalars[start.upperBound...].firstRange(of: of) else { return nil }
    let tolerance = part(scalars, from: start.upperBound, to: middle.lowerBound)
    return tolerance.text.isEmpty ? nil : (.within, start.lowerBound, tolerance, middle.upperBound)
  }

  /// A part of the text without the spaces around it.
  private static func part(_ scalars: [Unicode.Scalar], from: Int, to: Int) -> Part {
    let start = scalars[from..<to].firstIndex { $0 != " " } ?? to
    let last = scalars[start..<to].lastIndex { $0 != " " } ?? start - 1
    return Part(text: string(scalars[start..<last + 1]), offset: start)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
}
