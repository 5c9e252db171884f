/// One kind of mistake or advice: its code, and what is said of it in the documentation.
public struct Rule: Equatable, Hashable, Sendable {
  /// `FS` and four digits; never reused.
  public let code: String
  /// Whether it stops the run.
  public let severity: Severity
  /// What is wrong, in a few words.
  public let title: String
  /// What it means and how to mend it, in a few sentences.
  public let explanation: String

  /// Whether a finding stops the run.
  public enum Severity: String, Sendable {
    /// Nothing is simulated.
    case error
    /// The run goes on.
    case advice
  }

  /// A kind of mistake or advice.
  public init(_ code: String, _ title: String, _ explanation: String, severity: Severity = .error) {
    self.code = code
    self.severity = severity
    self.title = title
    self.explanation = explanation
  }
}
