public import Documents

/// What an importer made of its files.
public enum ImportOutcome: Sendable {
  /// A scenario and what goes with it.
  case imported(ImportedScenario)
  /// Nothing, because of mistakes in the files: all of them, in order, with the advice.
  case refused([Diagnostic])
}

/// A scenario that was made of a trace, ready to be written.
public struct ImportedScenario: Sendable {
  /// The files to write into one folder; the scenario is the first.
  public var files: [OutputFile]
  /// What was read, and what was assumed, one sentence a line.
  public var report: [String]
  /// Advice about the files, in order; no mistakes.
  public var advice: [Diagnostic]
}

/// A file to be written.
public struct OutputFile: Equatable, Sendable {
  /// Its name, without a folder.
  public var name: String
  /// Its text, with line feeds.
  public var text: String

  /// A file to be written.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
