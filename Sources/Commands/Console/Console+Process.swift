import Glibc

extension Console {
  /// The streams and environment of the process.
  static var process: Console {
    Console(
      output: { write($0, to: stdout) }, error: { write($0, to: stderr) }, outputIsTerminal: isatty(1) != 0, errorIsTerminal: isatty(2) != 0,
      environment: variables(["CI", "NO_COLOR", "TERM"]), arguments: Array(CommandLine.arguments.dropFirst()))
  }

  private static func write(_ text: String, to stream: UnsafeMutablePointer<FILE>?) -> Bool {
    guard let stream else { return false }
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
    return fflush(stream) == 0 && written
  }

  private static func variables(_ names: [String]) -> [String: String] {
    names.reduce(into: [:]) { values, name in
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
  }
}
