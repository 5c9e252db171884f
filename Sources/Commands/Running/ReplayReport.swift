import Documents
import Reports
import StatesLanguage

/// What became of recorded executions that were run again.
struct ReplayReport {
  /// One execution.
  struct Line {
    /// The file of its recording.
    var file: String
    /// Its recording.
    var recording: String
    /// Which of its executions, from 1.
    var execution: Int
    /// How it went.
    var verdict: Replay.Verdict

    /// How it went, in a few words, and why.
    var words: (verdict: String, reason: String) {
      switch verdict {
      case .equal: ("equal", "")
      case .different(let difference): ("different", difference)
      case .notReplayable(let reason): ("not replayable", reason)
      }
    }
  }

  let lines: [Line]

  init(_ lines: [Line]) { self.lines = lines }

  /// How many went as recorded.
  var equal: Int { lines.count { $0.verdict == .equal } }
  /// How many went otherwise.
  var different: Int { lines.count { $0.words.verdict == "different" } }
  /// How many can't be run again.
  var notReplayable: Int { lines.count - equal - different }

  /// A table, and a line that sums up.
  ///
  /// - Parameter isWhole: whether executions that went as recorded have their lines too.
  func text(isWhole: Bool) -> String {
    let shown = lines.filter { isWhole || $0.verdict != .equal }
    let rows = shown.map { [$0.recording, "\($0.execution)", $0.words.verdict, $0.words.reason] }
    let table = rows.isEmpty ? [] : ReplayReport.aligned([["RECORDING", "EXECUTION", "VERDICT", ""]] + rows) + [""]
    let count = "\(Humane.count(Int64(lines.count))) execution\(lines.count == 1 ? "" : "s")"
    return (table + ["\(count): \(equal) equal, \(different) different, \(notReplayable) not replayable"]).joined(separator: "\n") + "\n"
  }

  /// Rows with their columns below each other; numbers and words begin at the same place.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// One JSON document, ending in a line break.
  var json: String {
    let executions = lines.map { line in
      JSONValue.object([
        ("file", .string(line.file)), ("recording", .string(line.recording)), ("execution", .integer(Int64(line.execution))),
        ("verdict", .string(line.words.verdict)), ("reason", line.words.reason.isEmpty ? .null : .string(line.words.reason)),
      ])
    }
    return JSONValue.object([
      ("equal", .integer(Int64(equal))), ("different", .integer(Int64(different))), ("not_replayable", .integer(Int64(notReplayable))),
      ("executions", .array(executions)),
    ]).pretty
  }
}
