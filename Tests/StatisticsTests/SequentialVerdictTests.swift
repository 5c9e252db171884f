import Statistics
import Testing

@Suite("SequentialVerdict and ConfidenceInterval")
struct SequentialVerdictTests {
  @Test(
    "a requirement holds if all of the interval meets it",
    arguments: [
      (1, 2, "<", 3, "holds"), (1, 2, "<", 2, "undecided"), (1, 2, "<=", 2, "holds"), (1, 2, "<", 1, "fails"),
      (1, 2, "<=", 1, "undecided"), (1, 2, "<=", 0.5, "fails"), (1, 2, ">", 0.5, "holds"), (1, 2, ">", 1, "undecided"),
      (1, 2, ">=", 1, "holds"), (1, 2, ">", 2, "fails"), (1, 2, ">=", 2, "undecided"), (1, 2, ">=", 2.5, "fails"),
      (2, 2, "<=", 2, "holds"), (2, 2, "<", 2, "fails"),
      // A missing end decides nothing by itself, and an infinite figure fails.
      (3, .infinity, "<", 3, "fails"), (1, .infinity, "<", 3, "undecided"), (1, .infinity, ">", 0.5, "holds"),
      (-.infinity, .infinity, ">", 0, "undecided"), (.infinity, .infinity, "<", 9, "fails"),
    ] as [(Double, Double, String, Double, String)])
  func verdicts(lower: Double, upper: Double, relation: String, bound: Double, verdict: String) throws {
    let interval = ConfidenceInterval(lower: lower, upper: upper)
    let relation = try #require(SequentialVerdict.Relation(rawValue: relation))
    #expect(SequentialVerdict(interval, relation, bound).rawValue == verdict)
  }

  @Test("the relative half-width is by the size of the estimate")
  func precision() {
    #expect(ConfidenceInterval(center: -4, halfWidth: 1).relativeHalfWidth(of: -4) == 0.25)
    #expect(ConfidenceInterval(center: 0, halfWidth: 1).relativeHalfWidth(of: 0) == .infinity)
    #expect(ConfidenceInterval(center: 0, halfWidth: 0).relativeHalfWidth(of: 0) == 0)
    #expect(ConfidenceInterval(lower: 2, upper: .infinity).relativeHalfWidth(of: 3) == .infinity)
    #expect(ConfidenceInterval.unbounded.contains(7) && ConfidenceInterval(lower: 1, upper: 2).contains(2))
    #expect(!ConfidenceInterval(lower: 1, upper: 2).contains(2.1))
  }
}
