import ArgumentParser
import Reports

/// How a command speaks.
struct DisplayOptions: ParsableArguments {
  /// When output is coloured.
  enum Colour: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  /// How mistakes are written.
  enum ErrorFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(name: .customLong("color"), help: "When to colour: on a terminal unless NO_COLOR is set, always or never.")
  var colour = Colour.auto

  @Option(help: "How mistakes in files are written: as text, or one JSON object a line.")
  var errorFormat = ErrorFormat.text

  @Flag(name: .shortAndLong, help: "Print nothing but errors, and what --json asks for.")
  var quiet = false

  /// How results are coloured on a console.
  ///
  /// - Source: no-color.org.
  func paint(on console: Console) -> Paint {
    let isPlain = !(console.environment["NO_COLOR"] ?? "").isEmpty || console.environment["TERM"] == "dumb"
    return Paint(isColoured: colour == .always || colour == .auto && console.outputIsTerminal && !isPlain)
  }
}
