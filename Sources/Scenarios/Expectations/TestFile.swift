public import Documents

/// A file of cases, each a scenario with what is expected of it.
public struct TestFile: Sendable {
  /// The file as it was named by the user.
  public var file: String
  /// The cases, in the order of the file.
  public var cases: [TestCase]
}

/// A scenario and what is expected of it.
public struct TestCase: Sendable {
  /// What the case shows, in a few words.
  public var name: String
  /// The scenario with all that the case lays over it; what is expected stands in place of its objectives.
  public var scenario: Scenario
}

/// What reading a test file gave: its cases if there is no error in it or in a scenario, and everything found.
public struct TestFileResult: Sendable {
  /// The file's cases; nil if one of the findings is an error.
  public let tests: TestFile?
  /// Errors and advice, of the file itself and then of its scenarios.
  public let diagnostics: [Diagnostic]

  /// Whether a file is missing, which is another exit code than a mistake in one.
  public var isInputMissing: Bool { tests == nil && diagnostics.contains { $0.finding.rule == .fileMissing } }
}
