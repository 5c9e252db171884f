import Documents
import Testing

@testable import Scenarios

/// A text in which `1️⃣`, `2️⃣` and so on stand before what findings are expected at.
struct Marked {
  /// The text without its markers.
  let text: String
  /// Line and column of every marker, in their order.
  let places: [(line: Int, column: Int)]

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var found: [Int: (line: Int, column: Int)] = [:]
    var line = 1
    var column = 1
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let isMarker = index + 2 < scalars.count && scalars[index + 1] == "\u{FE0F}" && scalars[index + 2] == "\u{20E3}"
      if isMarker, let digit = scalars[index].properties.numericValue {
        found[Int(digit)] = (line, column)
        index += 3
        continue
      }
      text.append(scalars[index])
      if scalars[index] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index += 1
    }
    self.text = String(text)
    places = found.keys.sorted().compactMap { found[$0] }
  }
}

/// Expects exactly these findings, or only the errors without `advice`, or only those of some codes: one code for each marker, in the order of the places.
func expectFindings(
  _ marked: String, _ codes: [String], files: MemoryFiles = MemoryFiles(), overrides: [String] = [],
  advice: Bool = true, only codesMeant: Set<String>? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let input = Marked(marked)
  let result = Scenario.parse(input.text, overrides: overrides, files: files)
  let meant = result.diagnostics.filter { codesMeant?.contains($0.code) ?? (advice || $0.severity == .error) }
  let found = meant.map { "\($0.place.line):\($0.place.column) \($0.code)" }
  let expected = zip(input.places, codes).map { "\($0.line):\($0.column) \($1)" }
  let all = result.diagnostics.map(\.rendered).joined(separator: "\n")
  #expect(found == expected, "\(all)", sourceLocation: sourceLocation)
  #expect(input.places.count == codes.count, sourceLocation: sourceLocation)
}

/// A scenario around some functions and some traffic, each indented by two.
func scenario(functions: String = "  api: { runtime: nodejs22 }", traffic: String = "  web: { to: api, rate: 1/s }", rest: String = "")
  -> String
{
  """
  scenario: test
  platform: aws-lambda
  run: { duration: 1 h }
  functions:
  \(functions)
  traffic:
  \(traffic)
  \(rest)
  """
}

/// The values of a scenario that must be without errors.
func read(
  _ text: String, files: MemoryFiles = MemoryFiles(), overrides: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Scenario {
  let result = Scenario.parse(text, overrides: overrides, files: files)
  return try #require(result.scenario, "\(result.diagnostics.map(\.rendered).joined(separator: "\n"))", sourceLocation: sourceLocation)
}
