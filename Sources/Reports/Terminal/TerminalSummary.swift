import Fleet
import Scenarios
public import Studies

/// A result for the terminal: objectives first, then functions and other elements, traffic, cost, and why it is slow; only what has rows.
///
/// It is at most 100 columns wide.
public struct TerminalSummary: Sendable {
  /// Rows that a table has at most; the others are counted in a line.
  public static let longestTable = 20

  /// Functions for which it says why they are slow, sources for which it says what was lost.
  static let mostExplained = 5

  let result: StudyResult
  let paint: Paint

  /// The summary of a result.
  public init(_ result: StudyResult, paint: Paint) {
    self.result = result
    self.paint = paint
  }

  /// The lines, ending in a line break.
  public var text: String {
    let sections = [
      [head], objectives, functions, doors, queues, streams, consumers, events, brokers, services, containers, workflows, traffic, losses,
      cost, slow, verdict,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    let outline = result.outline
    let parts = [
      paint.bold(outline.scenario), outline.platform,
      "\(Humane.duration(Double(outline.endedAt))) simulated", "seed \(outline.seed)",
      outline.replications == 1 ? "1 replication" : "\(outline.replications) replications",
      "\(Humane.count(Int64(clamping: outline.events))) events",
    ]
    return parts.joined(separator: " · ") + (outline.isPartial ? " · " + paint.yellow("stopped before its end") : "")
  }

  /// How many of something there are in a mean replication.
  ///
  /// - Parameter total: how many in all replications together.
  func count(_ total: Int64) -> String { Humane.figure(.perReplication(total, result.outline.replications), in: .count) }

  private var verdict: [String] {
    func objectives(_ count: Int) -> String { "\(count) \(count == 1 ? "objective" : "objectives")" }
    var lines: [String] = []
    if result.failures > 0 { lines.append(paint.red("\(objectives(result.failures)) failed")) }
    if result.undecided > 0 {
      lines.append(paint.yellow("\(objectives(result.undecided)) undecided: more --replications decide what can be decided"))
    }
    return lines
  }
}
