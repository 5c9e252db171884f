import Scenarios
import Studies

extension ResultTable {
  /// The objectives and what became of them.
  public static let objectives = ResultTable(
    "objectives.csv", "The scenario's objectives and what became of them, in its order.", rows: \.objectives,
    columns: [
      ColumnReader("expr", "The objective as the scenario has it.") { .text($0.objective.text) },
      ColumnReader("value", "What was measured; empty where it is not known.") { CSVField($0.figure, in: $0.unit) },
      ColumnReader("value_above", "What it is known to lie above: a quantile among unfinished requests.") { verdict in
        guard case .above(let bound) = verdict.figure else { return .empty }
        return CSVField(.integer(bound), in: verdict.unit)
      },
      ColumnReader("ci_low", "The lower end of its interval; empty with fewer than five replications.") {
        CSVField(intervalEnd: $0.estimate.interval?.low, in: $0.unit)
      },
      ColumnReader("ci_high", "Its upper end.") { CSVField(intervalEnd: $0.estimate.interval?.high, in: $0.unit) },
      ColumnReader("unit", "The unit of these: `count`, `ratio`, `ms`, `s` or `usd`.") { .text($0.unit.rawValue) },
      ColumnReader("verdict", "`pass`, `FAIL` or `undecided`; what could not be measured fails.") { .text($0.outcome.rawValue) },
      ColumnReader("advisory", "`true` where a failure is reported only.") { .text($0.objective.advisory ? "true" : "false") },
      ColumnReader("held_ratio", "The share of replications in which it held by itself, 0 to 1.") { .real($0.held) },
    ])
}
