internal import Documents

extension Finding {
  static func columnMissing(_ name: String, file: String, columns: [String]) -> Finding {
    let nearest = Nearest.name(to: name, among: columns)
    return Finding(
      .dataFile, "'\(clipped(file))' has no column '\(clipped(name))'",
      mend: nearest.map { "did you mean '\($0)'?" } ?? "its columns are \(clipped(list(Array(columns.prefix(8)))))")
  }

  static func dataValue(_ text: String, file: String, line: Int, expected: String) -> Finding {
    Finding(.dataValue, "line \(line) of '\(clipped(file))' has '\(clipped(text))' where \(expected) is needed")
  }

  static func noRows(_ file: String, what: String) -> Finding { Finding(.dataValue, "'\(clipped(file))' has no \(what)") }

  static func rowMissing(_ name: String, file: String, nearest: String?) -> Finding {
    Finding(.rowMissing, "'\(clipped(file))' has no row '\(clipped(name))'", mend: nearest.map { "did you mean '\($0)'?" })
  }
}
