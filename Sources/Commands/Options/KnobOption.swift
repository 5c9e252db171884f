import ArgumentParser

/// A range of a setting as the command line gives it: `functions.api.memory=256 MB..1024 MB`.
struct KnobOption: Equatable {
  /// What is turned.
  var path: String
  /// The ends of its range, as they would be written in the scenario.
  var low: String
  /// See `low`.
  var high: String

  /// How it is written.
  static let form = "path=lo..hi"

  /// The range that a text stands for.
  ///
  /// - Throws: `ValidationError`.
  static func parse(_ text: String) throws -> KnobOption {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, let dots = sides[1].firstRange(of: ".."), dots.lowerBound > sides[1].startIndex,
      dots.upperBound < sides[1].endIndex
    else { throw ValidationError("'\(text)' is not of the form \(form), as functions.api.memory=256 MB..1024 MB") }
    let high = String(sides[1][dots.upperBound...])
    var low = String(sides[1][..<dots.lowerBound])
    // `256..1024 MB` means the same unit at both ends.
    if low.allSatisfy({ $0.isNumber || $0 == "." }) { low += high.drop { $0.isNumber || $0 == "." } }
    return KnobOption(path: String(sides[0]), low: low, high: high)
  }
}
