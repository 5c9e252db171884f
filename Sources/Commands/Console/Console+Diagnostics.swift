import Documents

extension Console {
  /// Writes what was found in files; advice not where quiet is wanted.
  func write(_ diagnostics: [Diagnostic], _ display: DisplayOptions) {
    for diagnostic in diagnostics where diagnostic.severity == .error || !display.quiet {
      switch display.errorFormat {
      case .text: _ = error(diagnostic.rendered)
      case .json: note(diagnostic.json.compact)
      }
    }
  }
}
