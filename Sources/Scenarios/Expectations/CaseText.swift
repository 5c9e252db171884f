internal import Documents

/// One case of a test file as written, before its scenario is read.
struct CaseText {
  var name = ""
  /// The scenario, if it is not the file's; and where that stands.
  var scenario: LocatedText?
  /// What is laid over the scenario.
  var settings: [LocatedNode.Entry] = []
  var injections: [LocatedText] = []
  var seed: Int64?
  var replications = RunSpec.Replications.fixed(1)
  var expectations: [ObjectiveText] = []

  static func read(_ f: inout Fields) -> CaseText {
    CaseText(
      name: f.required("name", .text(example: "the backlog drains in time"), "what the case shows, in a few words; unique in its file"),
      scenario: f.given("scenario", file, shown: "the file's", "the scenario, relative to this file"),
      settings: f.optional("set", settings, default: [], shown: "nothing", "values to override, by their paths, as `--set` does"),
      injections: f.optional(
        "inject", .list(LocatedText.syntax(kind: "fault", example: "outage:crm,at=12:00,for=30m")), default: [], shown: "none",
        "faults to add, as `--inject` does"),
      seed: f.given("seed", .count(.from(0, to: 9_007_199_254_740_991)), shown: "the scenario's", "the seed of all draws")
        .map { Int64($0) },
      replications: f.optional(
        "replications", RunSpec.Replications.syntax, default: .fixed(1), shown: "1", "how many independent runs, or `auto`"),
      expectations: f.required("expect", .list(ObjectiveText.syntax), "what is expected, as objectives are written; at least one"))
  }

  static var file: Syntax<LocatedText> { LocatedText.syntax(kind: "file name", example: "../sqs-worker.yaml") }

  /// A mapping from paths to values of any kind.
  private static var settings: Syntax<[LocatedNode.Entry]> {
    Syntax(.map(keys: "path", .anything), placeholder: []) { node, path, reading in reading.mapping(node, path) }
  }
}
