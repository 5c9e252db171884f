/// The documentation of the tables, from their definitions.
public enum TableGuide {
  /// One section a table, one row a column, in Markdown.
  public static var markdown: String {
    ResultTable.all.map { table in
      let rows = table.columns.map { "| `\($0.name)` | \($0.meaning) |" }
      return (["### \(table.file)", "", table.about, "", "| column | holds |", "|---|---|"] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }
}
