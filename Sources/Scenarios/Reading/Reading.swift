internal import Documents

/// One reading of a scenario: what it may look up, and the faults found so far.
final class Reading {
  /// Where further files are read from.
  let files: any FileProvider
  /// The folder that file names are relative to, with a slash at its end; empty for the current one.
  let folder: String
  /// The platform, once it is read; functions take their defaults from it.
  var profile = PlatformProfile.blank
  /// The run, once it is read.
  var run = RunSpec(start: Instant(nanoseconds: 0), duration: 1)
  /// The names of all elements; sections that name others look them up here.
  var elements = ElementIndex()
  /// The files of data that were read, so that none is read twice.
  var tables = TableCache()
  private(set) var diagnostics: [Diagnostic] = []

  init(files: any FileProvider, folder: String) {
    self.files = files
    self.folder = folder
  }

  /// Notes a fault in a value.
  func note(_ finding: Finding, at node: LocatedNode, _ path: Path) {
    note(Diagnostic(finding, at: node.place, length: node.length, path: path.text))
  }

  /// Notes a fault at a place.
  func note(_ finding: Finding, at place: Place, length: Int, _ path: Path) {
    note(Diagnostic(finding, at: place, length: length, path: path.text))
  }

  /// Notes a fault.
  func note(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The paths of the values in which an error was found.
  var faultyPaths: Set<String> { Set(diagnostics.filter { $0.severity == .error }.map(\.path)) }

  /// The entries of a mapping; nil with the fault noted if it is none.
  func mapping(_ node: LocatedNode, _ path: Path) -> [LocatedNode.Entry]? {
    if let entries = node.entries { return entries }
    note(node.isNull ? .noValue : .wrongKind(expected: "a mapping", found: node), at: node, path)
    return nil
  }

  /// The elements of a list; nil with the fault noted if it is none.
  func sequence(_ node: LocatedNode, _ path: Path) -> [LocatedNode]? {
    if let elements = node.elements { return elements }
    note(node.isNull ? .noValue : .wrongKind(expected: "a list", found: node), at: node, path)
    return nil
  }

  /// The text of a scalar; nil with the fault noted if it is none or empty.
  func text(_ node: LocatedNode, _ path: Path, expected: String) -> String? {
    if node.isNull {
      note(.noValue, at: node, path)
      return nil
    }
    if let text = node.text { return text }
    note(.wrongKind(expected: expected, found: node), at: node, path)
    return nil
  }
}
