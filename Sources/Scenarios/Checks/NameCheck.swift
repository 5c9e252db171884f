internal import Documents

/// Names are unique over all sections.
enum NameCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    let functions = Set(scenario.functions.map(\.name))
    guard let traffic = report.root["traffic"]?.entries else { return }
    for entry in traffic where functions.contains(entry.key) {
      let path = Path.key(.key(.root, "traffic"), entry.key)
      report.reading.note(.nameTaken(entry.key, by: "a function"), at: entry.place, length: entry.key.unicodeScalars.count, path)
    }
  }
}
