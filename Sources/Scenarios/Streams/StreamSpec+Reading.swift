internal import Documents

extension StreamSpec {
  /// The section of one stream.
  static func syntax(name: String) -> Syntax<StreamSpec> {
    .section { f in
      let rules = f.profile.streams ?? .blank
      let label = f.given("label", .text(example: "Clicks"), "a free text beside the name")
      let kind = f.optional("kind", .word, default: Kind.kinesis, shown: "kinesis", "what it is on the platform")
      let rule = rules.rule(kind) ?? Fields.standard(StreamKindRule.read)
      let mode = f.optional("mode", .word, default: Mode.provisioned, shown: "provisioned", "who sets the number of shards")
      let shards = readShards(&f, mode, rules)
      var stream = StreamSpec(
        name: name, label: label, kind: kind, mode: mode, shards: shards,
        retention: f.setting(
          "retention", rule.retention, { .duration($0) }, shown: "24 h", "for how long a record is kept: 24 h to 365 d, dynamodb 24 h"),
        maxRecordSize: f.setting(
          "maxRecordSize", rule.recordSize, { .size($0) }, shown: "1 MB, dynamodb 400 KB", "the largest record, up to 10 MB"))
      stream.reshard = f.optional(
        "reshard", .list(.section { Reshard.read(&$0, rules.reshard) }), default: [], shown: "never",
        "changes of the number of shards; provisioned Kinesis only")
      refuse(&f, stream, rules)
      stream.initial = f.optional("initial", InitialItems.syntax, default: .none, shown: "0", "records that are there at the start")
      stream.from = f.optional(
        "from", .subscriptions(of: .stream), default: [], shown: "nothing", "the buses and schedules that deliver to it")
      return stream
    }
  }

  private static func readShards(_ f: inout Fields, _ mode: Mode, _ rules: StreamRules) -> Int {
    let shards = f.given(
      "shards", .count(.from(1, to: 10_000)), shown: "onDemand: 4; else required", "the number of shards, at the start")
    if let shards { return shards }
    if mode == .onDemand, let onDemand = rules.onDemand { return onDemand.shards }
    if f.reading != nil, mode == .provisioned { f.note(.missingKey("shards")) }
    return 1
  }

  /// Notes what this kind of stream or the platform does not have.
  private static func refuse(_ f: inout Fields, _ stream: StreamSpec, _ rules: StreamRules) {
    guard f.reading != nil, f.profile.streams != nil else { return }
    if rules.rule(stream.kind) == nil { f.note(.elementUnavailable("kind: \(stream.kind.rawValue)"), value: "kind") }
    if stream.mode == .onDemand, rules.onDemand == nil { f.note(.elementUnavailable("mode: onDemand"), value: "mode") }
    if stream.kind == .dynamodb {
      for key in ["mode", "reshard", "from"] where f.has(key) {
        f.note(.combination("'\(key)' means nothing here", mend: "a table's stream follows the table"), key: key)
      }
    } else if stream.mode == .onDemand, f.has("reshard") {
      f.note(.combination("'reshard' means nothing here", mend: "it goes with 'mode: provisioned'"), key: "reshard")
    }
  }
}

extension StreamSpec.Reshard {
  fileprivate static func read(_ f: inout Fields, _ rule: ReshardRule) -> StreamSpec.Reshard {
    StreamSpec.Reshard(
      at: f.required("at", .duration(), "when, after the start"),
      shards: f.required("shards", .count(.from(1, to: 10_000)), "the new number"),
      takes: f.optional("takes", .duration(), default: rule.takes, shown: "2 min", "after which time they are there"))
  }
}
