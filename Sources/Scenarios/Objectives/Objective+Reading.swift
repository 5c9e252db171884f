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
    let form = Form.text(kind: "objective", pattern: "^[^ <>=]+ *(<|<=|>|>=|==) *[^ ].*$", example: "receive.latency.p99 < 300 ms")
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

/// The parts of an objective's text.
struct ObjectiveParts {
  let text: String
  /// What is asked for, split at its dots.
  let words: [String]
  let comparison: Objective.Comparison
  let value: String
  /// Where the value begins, scalars after the text's start.
  let valueOffset: Int

  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    func isOperator(_ scalar: Unicode.Scalar) -> Bool { scalar == "<" || scalar == ">" || scalar == "=" }
    guard let start = scalars.firstIndex(where: isOperator) else { return nil }
    var end = start
    while end < scalars.count, isOperator(scalars[end]) { end += 1 }
    var value = end
    while value < scalars.count, scalars[value] == " " { value += 1 }
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    let subject = string(0..<start).split(separator: " ")
    guard let comparison = Objective.Comparison(rawValue: string(start..<end)), subject.count == 1, value < scalars.count else {
      return nil
    }
    self.text = text
    self.comparison = comparison
    words = subject[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var last = scalars.count
    while last > value, scalars[last - 1] == " " { last -= 1 }
    self.value = string(value..<last)
    valueOffset = value
    guard words.allSatisfy({ !$0.isEmpty }), words.count >= 2 else { return nil }
  }

  /// Where the n-th word begins, scalars after the text's start.
  func offset(_ index: Int) -> Int { words[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 } }
}
