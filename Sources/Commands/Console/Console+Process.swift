import Glibc

extension Console {
  /// The streams and environment of the process.
  static var process: Console {
    Console(
      output: { Descriptor.write($0, to: 1) }, error: { Descriptor.write($0, to: 2) }, outputIsTerminal: isatty(1) != 0,
      errorIsTerminal: isatty(2) != 0,
      environment: variables(["CI", "NO_COLOR", "TERM"] + ArrayIndex.variables), arguments: Array(CommandLine.arguments.dropFirst()))
  }

  private static func variables(_ names: [String]) -> [String: String] {
    names.reduce(into: [:]) { values, name in
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
  }
}
