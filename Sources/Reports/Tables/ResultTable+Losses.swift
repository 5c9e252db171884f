import Scenarios
import Studies

extension ResultTable {
  /// What was lost or refused, by cause.
  public static let losses = ResultTable(
    "losses.csv",
    "Requests that sources lost (by how their last try ended, or by the first loss of what they set off), and what functions and other elements refused or gave up (by which limit or why). Causes without a loss are left out.",
    rows: \.losses,
    columns: [
      ColumnReader(
        "scope_type", "`source` for lost requests; `function`, `service` or another kind of element for what it refused or gave up."
      ) { .text($0.subject.scopeType) },
      ColumnReader("scope", "The name of the source, function or other element.") { .text($0.subject.name) },
      ColumnReader("cause", "The loss, or the limit that refused.") { .text($0.cause) },
      ColumnReader("requests", "How many.") { .count($0.requests) },
      ColumnReader("ratio", "Of all requests of the source, or of what was offered to the element, 0 to 1.") { .real($0.share) },
    ])
}
