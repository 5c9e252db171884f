import Studies

extension CaseReport {
  /// The cases in JUnit's XML, a suite a file; an undecided case is an error, since it neither holds nor fails.
  ///
  /// How long a case took is left out: the same cases give the same bytes.
  /// - Source: the schema of Apache Ant's JUnit task, which pipelines read.
  public var junit: String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites\(Self.counts(all))>"]
    for (file, verdicts) in files {
      lines.append("  <testsuite name=\"\(Self.escaped(file))\"\(Self.counts(verdicts))>")
      for verdict in verdicts { lines += Self.lines(verdict) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func counts(_ verdicts: ArraySlice<CaseVerdict>) -> String {
    " tests=\"\(verdicts.count)\" failures=\"\(verdicts.count(of: .fail))\" errors=\"\(verdicts.count(of: .undecided))\""
  }

  private static func lines(_ verdict: CaseVerdict) -> [String] {
    let head = "    <testcase classname=\"\(escaped(verdict.scenario))\" name=\"\(escaped(verdict.name))\""
    if verdict.outcome == .pass { return [head + "/>"] }
    let element = verdict.outcome == .fail ? "failure" : "error"
    let unmet = verdict.expectations.filter { $0.outcome != .pass }.map { line($0, Paint(isColoured: false)) }
    return [
      head + ">", "      <\(element) message=\"\(escaped(unmet.joined(separator: "; ")))\"/>", "    </testcase>",
    ]
  }

  /// A text within a quoted attribute; characters that XML can't hold are replaced.
  ///
  /// - Source: XML 1.0, sections 2.2 and 2.4.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default: result.unicodeScalars.append(scalar.value < 0x20 && scalar != "\t" ? "\u{FFFD}" : scalar)
      }
    }
  }
}
