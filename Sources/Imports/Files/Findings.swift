import Documents

/// The findings of an import as they are collected, with a bound to how many are kept of one file.
struct Findings {
  /// At most so many are listed of one file.
  static let most = 100

  /// What was found, in the order in which it was.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many of them are of the current file.
  private var listed = 0
  /// How many more the current file has.
  private var unlisted = 0

  /// Lists a finding, unless the file has too many already.
  mutating func add(_ finding: Finding, at place: Place, length: Int = 1) {
    guard listed < Findings.most else {
      unlisted += 1
      return
    }
    listed += 1
    diagnostics.append(Diagnostic(finding, at: place, length: length))
  }

  /// Ends the findings of one file: says how many were not listed.
  mutating func endFile(_ source: SourceText) {
    if unlisted > 0 {
      let last = diagnostics.last?.place.line ?? 1
      diagnostics.append(
        Diagnostic(
          Finding(.importTooMany, "\(unlisted) more mistakes are in this file"), at: Place(source: source, line: last + 1, column: 1)))
    }
    listed = 0
    unlisted = 0
  }
}
