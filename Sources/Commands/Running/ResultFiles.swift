import Reports
import Studies

/// The files of a result.
enum ResultFiles {
  /// The names that any result may have.
  static let names =
    ResultTable.all.map(\.file) + [RowTable.compare.file, RowTable.compareCosts.file] + [
      "sweep.csv", "points.csv", "solve.csv", "sensitivity.csv",
    ]
    + ["summary.json", "manifest.json"]

  /// Names and texts, the manifest last.
  static func texts(_ result: StudyResult, _ flavor: CSVFlavor, manifest: (_ files: [String]) -> Manifest) -> [(name: String, text: String)]
  {
    var files = ResultTable.present(in: result).map { (name: $0.file, text: $0.text(result, flavor)) }
    files.append((name: "summary.json", text: SummaryDocument.text(result)))
    files.append((name: "manifest.json", text: manifest(files.map(\.name)).text))
    return files
  }
}
