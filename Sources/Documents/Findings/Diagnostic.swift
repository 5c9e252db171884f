/// A mistake or advice at its place.
public struct Diagnostic: Equatable, Sendable {
  /// What is wrong, in words.
  public let finding: Finding
  /// Where.
  public let place: Place
  /// How many scalars from there on are meant, at least 1.
  public let length: Int
  /// The path of the value that is meant, such as `functions.api.memory`; empty for the file as a whole.
  public let path: String

  /// A finding at its place.
  public init(_ finding: Finding, at place: Place, length: Int = 1, path: String = "") {
    self.finding = finding
    self.place = place
    self.length = max(1, length)
    self.path = path
  }

  /// Its code, such as `FS2001`.
  public var code: String { finding.rule.code }
  /// Whether it stops the run.
  public var severity: Rule.Severity { finding.rule.severity }
  /// What is wrong and how to mend it, in one sentence.
  public var message: String { finding.mend.map { "\(finding.message); \($0)" } ?? finding.message }
}

extension Sequence<Diagnostic> {
  /// By file, line, column and code; equal ones once.
  public func inOrder() -> [Diagnostic] {
    let sorted = sorted { ($0.place, $0.code, $0.message) < ($1.place, $1.code, $1.message) }
    var result: [Diagnostic] = []
    for diagnostic in sorted where diagnostic != result.last { result.append(diagnostic) }
    return result
  }

  /// Whether one of them stops the run.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
