import Scenarios
public import Studies

/// What became of the cases of some test files, as text for people, JSON for programs and JUnit's XML for pipelines.
public struct CaseReport: Sendable {
  private let verdicts: [CaseVerdict]

  /// A report on some cases, those of one file together.
  public init(_ verdicts: [CaseVerdict]) { self.verdicts = verdicts }

  /// The cases of each file in turn.
  var files: [(file: String, verdicts: ArraySlice<CaseVerdict>)] {
    var files: [(file: String, verdicts: ArraySlice<CaseVerdict>)] = []
    var rest = all
    while let file = rest.first?.file {
      let own = rest.prefix { $0.file == file }
      files.append((file, own))
      rest = rest.dropFirst(own.count)
    }
    return files
  }

  var all: ArraySlice<CaseVerdict> { verdicts[...] }

  /// A line a case, a line an expectation that is not met, and a line that sums up.
  ///
  /// - Parameter isWhole: whether expectations that are met have their lines too.
  public func text(_ paint: Paint, isWhole: Bool) -> String {
    var lines: [String] = []
    for (file, verdicts) in files {
      lines.append(paint.bold(file))
      for verdict in verdicts {
        lines.append("  \(Self.mark(verdict.outcome, paint))  \(verdict.name)\(Self.measured(verdict, paint, isWhole: isWhole))")
        let shown = verdict.expectations.filter { isWhole || $0.outcome != .pass }
        lines += shown.map { "             " + Self.line($0, paint) }
      }
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  /// Where all is well, what was measured stands behind the case's name.
  private static func measured(_ verdict: CaseVerdict, _ paint: Paint, isWhole: Bool) -> String {
    guard !isWhole, verdict.expectations.allSatisfy({ $0.outcome == .pass }) else { return "" }
    let figures = verdict.expectations.map { Humane.figure($0.figure, in: $0.unit) }
    return "  " + paint.dim(figures.joined(separator: ", "))
  }

  private static func mark(_ outcome: ObjectiveVerdict.Outcome, _ paint: Paint) -> String {
    switch outcome {
    case .pass: paint.green("ok") + "       "
    case .fail: paint.red("FAIL") + "     "
    case .undecided: paint.yellow("undecided")
    }
  }

  static func line(_ verdict: ObjectiveVerdict, _ paint: Paint) -> String {
    let interval = verdict.estimate.interval.map { "  " + Humane.interval($0, in: verdict.unit) } ?? ""
    let advisory = verdict.objective.advisory ? "  advisory" : ""
    return "\(verdict.objective.text): \(verdict.outcome.rawValue), \(Humane.figure(verdict.figure, in: verdict.unit))"
      + paint.dim(interval + advisory)
  }

  private var summary: String {
    let parts = [("ok", ObjectiveVerdict.Outcome.pass), ("failed", .fail), ("undecided", .undecided)]
      .map { "\(verdicts.count(of: $1)) \($0)" }
    return "\(verdicts.count) case\(verdicts.count == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
  }
}

extension CaseReport {
  /// One JSON document, ending in a line break.
  public var json: String {
    var json = JSONWriter()
    json.open(.object)
    json.write("schema_version", SummaryDocument.schemaVersion)
    for (key, outcome) in [("passed", ObjectiveVerdict.Outcome.pass), ("failed", .fail), ("undecided", .undecided)] {
      json.write(key, Int64(verdicts.count(of: outcome)))
    }
    json.open(.list, "cases")
    for verdict in verdicts { Self.write(verdict, to: &json) }
    json.close(.list)
    json.close(.object)
    return json.text
  }

  private static func write(_ verdict: CaseVerdict, to json: inout JSONWriter) {
    json.open(.object)
    json.write("file", verdict.file)
    json.write("name", verdict.name)
    json.write("scenario", verdict.scenario)
    json.write("seed", verdict.seed)
    json.write("replications", Int64(verdict.replications))
    json.write("pass", verdict.outcome == .pass)
    json.write("verdict", verdict.outcome.rawValue)
    json.open(.list, "expectations")
    for expectation in verdict.expectations {
      json.open(.object)
      SummaryDocument.write(expectation, to: &json)
      json.close(.object)
    }
    json.close(.list)
    json.close(.object)
  }
}
