import Documents
import Scenarios
import Studies

/// A unit of work as a line of JSON: what fleetsim must be called with to do it.
struct WorkUnit: Equatable {
  /// Which runs it has.
  var span: UnitSpan
  /// The command line of its study, without what says which part of it is meant.
  var study: [String]
  /// How long it takes compared with others: simulated seconds.
  var cost: Int64

  /// A unit of a study.
  init(_ span: UnitSpan, of points: [StudyPoint], study: [String]) {
    self.span = span
    self.study = study
    cost = points[span.point].study.scenario.run.duration / 1_000_000_000 * Int64(span.replications.count)
  }

  /// What fleetsim must be called with to do it; what comes of it then goes to the standard output.
  var arguments: [String] { study + ["--unit", span.text] }

  /// The unit as a line of JSON, ending in a line break.
  var line: String {
    JSONValue.object([
      ("key", .string(span.key)), ("argv", .array(arguments.map { .string($0) })), ("cost_hint", .integer(cost)),
    ]).compact + "\n"
  }

  /// A unit from its line; nil where it is none.
  init?(line: Substring) {
    guard let root = Document(SourceText(name: "unit", text: String(line))).root else { return nil }
    let arguments = root.entry("argv")?.value.elements?.compactMap(\.text) ?? []
    guard arguments.count >= 3, arguments[arguments.count - 2] == "--unit", let span = UnitSpan(argument: arguments[arguments.count - 1]),
      let cost = root.entry("cost_hint")?.value.text.flatMap({ Int64($0) }), root.entry("key")?.value.text == span.key
    else { return nil }
    self.span = span
    self.cost = cost
    study = Array(arguments.dropLast(2))
  }
}
