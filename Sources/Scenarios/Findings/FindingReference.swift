public import Documents
internal import StatesLanguage

/// The page of everything that `fleetsim check` can find, made from the rules.
public enum FindingReference {
  /// All rules, by code.
  public static var rules: [Rule] {
    (Rule.documents + Rule.json + Rule.reading + Rule.checks + Rule.elements + Rule.hops + Rule.workflows + Rule.cases + Rule.statesLanguage)
      .sorted { $0.code < $1.code }
  }

  /// The page docs/findings.md.
  public static var markdown: String {
    var text =
      "# Findings\n\nWhat `fleetsim check` and every other command can find in a scenario, test file or state machine. An error stops the run, advice does not.\n"
    for rule in rules {
      text += "\n## \(rule.code) \(rule.title)\n\n\(rule.severity == .advice ? "Advice. " : "")\(rule.explanation)\n"
    }
    return text
  }
}
