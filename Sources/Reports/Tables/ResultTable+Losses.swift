import Scenarios
import Studies

extension ResultTable {
  /// What was lost or refused, by cause.
  public static let losses = ResultTable(
    "losses.csv",
    "Requests that sources lost (by how their last try ended) and that functions refused (by which limit). Causes without a loss are left out.",
    rows: \.losses,
    columns: [
      ColumnReader("scope_type", "`source` for lost requests, `function` for refused ones.") { .text($0.subject.scopeType) },
      ColumnReader("scope", "The name of the source or function.") { .text($0.subject.name) },
      ColumnReader("cause", "The loss, or the limit that refused.") { .text($0.cause) },
      ColumnReader("requests", "How many.") { .integer($0.requests) },
      ColumnReader("ratio", "Of all requests of the source, or offered to the function, 0 to 1.") { .real($0.share) },
    ])
}
