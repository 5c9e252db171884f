internal import Documents

/// Streams change and are read as the platform allows.
///
/// - Source: Amazon Kinesis API, UpdateShardCount; AWS Lambda Developer Guide, "Using Lambda with DynamoDB Streams".
enum StreamCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    guard let rules = scenario.platform.streams else { return }
    for stream in scenario.streams {
      checkChanges(of: stream, rules.reshard, report)
      checkReaders(of: stream, rules, scenario, report)
    }
  }

  private static func checkChanges(of stream: StreamSpec, _ rule: ReshardRule, _ report: CheckReport) {
    let here: [CheckReport.Key] = ["streams", .key(stream.name), "reshard"]
    if report.isFaulty("streams.\(stream.name).shards") { return }
    let day: Int64 = 86_400_000_000_000
    var shards = stream.shards
    var end: Int64 = 0
    for (index, change) in stream.reshard.enumerated() {
      let place = here + [.index(index)]
      if index > 0, change.at < end {
        report.note(
          .reshard("it begins before the change before it ends", mend: "order them by 'at', one after the other"), at: place + ["at"])
      }
      let ratio = Double(change.shards) / Double(shards)
      if ratio > rule.growth || ratio < rule.shrinkage {
        report.note(
          .reshard(
            "\(shards) shards can't become \(change.shards) at once",
            mend: "from \(Unit.factor.text(rule.shrinkage)) to \(Unit.factor.text(rule.growth)) of them in one step"),
          at: place + ["shards"])
      }
      if index >= rule.perDay, change.at - stream.reshard[index - rule.perDay].at < day {
        report.note(
          .reshard("these are more than \(rule.perDay) changes within 24 h", mend: "the platform refuses further ones"), at: place)
      }
      shards = change.shards
      end = change.at.addingReportingOverflow(change.takes).partialValue
    }
  }

  private static func checkReaders(of stream: StreamSpec, _ rules: StreamRules, _ scenario: Scenario, _ report: CheckReport) {
    var shared = 0
    for function in scenario.functions {
      for trigger in function.triggers where trigger.source == stream.name {
        guard case .stream(let mapping) = trigger.trigger else { continue }
        let fanOut: [CheckReport.Key] = ["functions", .key(function.name), "triggers", .key(stream.name), "fanOut"]
        switch mapping.fanOut {
        case .shared: shared += 1
        case .enhanced where stream.kind == .dynamodb:
          report.note(.combination("a table's stream has no enhanced fan-out", mend: "take it out"), at: fanOut)
        case .enhanced: if rules.enhanced == nil { report.note(.elementUnavailable("fanOut: enhanced"), at: fanOut) }
        }
      }
    }
    if let most = rules.rule(stream.kind)?.readers, shared > most {
      report.note(.manyReaders(shared, most: most), at: ["streams", .key(stream.name)])
    }
  }
}
