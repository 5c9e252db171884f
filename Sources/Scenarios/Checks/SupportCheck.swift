internal import Documents

/// What can be read but not be simulated yet is refused by name.
enum SupportCheck {
  /// Sections that can't be simulated yet.
  private static let sections = ["doors", "topics", "buses", "buckets", "schedules"]
  /// Keys of a function that can't be simulated yet.
  private static let functionKeys = ["answer", "needsWhole", "async"]

  /// Verbs of hops that can be.
  private static let verbs: Set<Hop.Verb> = [.call, .request, .send, .put]

  /// What faults can happen to.
  private static let faulty: Set<Receiver.Kind> = [.function, .service, .queue, .stream]

  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for section in sections { refuse(section, [.key(section)], report) }
    for (index, fault) in scenario.faults.enumerated() {
      guard let receiver = scenario.receiver(named: fault.of), !faulty.contains(receiver.kind) else { continue }
      let word = fault.word.rawValue
      refuse("\(word) of a \(receiver.kind.rawValue)", ["faults", .index(index), .key(word)], report)
    }
    for entry in report.root["functions"]?.entries ?? [] {
      for key in functionKeys where entry.value[key] != nil { refuse(key, ["functions", .key(entry.key), .key(key)], report) }
    }
    for function in scenario.functions {
      for place in StepWalk(function, report).places {
        if let (hop, path) = place.hop, !verbs.contains(hop.verb) { refuse(hop.verb.rawValue, path, report) }
      }
    }
  }

  private static func refuse(_ key: String, _ path: [CheckReport.Key], _ report: CheckReport) {
    report.note(.notSupported(key), atKey: path)
  }
}
