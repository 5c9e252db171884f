import Documents

extension CSVTable {
  /// The count in a field: a whole number from 0 to 10⁹, which may be written as a float (`57523.0`); nil, and a finding, if it is none.
  func count(_ row: CSVRow, _ column: Int, _ findings: inout Findings) -> Int? {
    let field = row.fields[column]
    if let digits = digits(field) { return inRange(digits, row, column, &findings) }
    guard let value = number(row, column, &findings) else { return nil }
    guard value >= 0, value <= 1e9, value == value.rounded() else {
      report(.importNumberRange, "'\(text(row, column))' is not a whole number from 0 to 1,000,000,000", row, column, &findings)
      return nil
    }
    return Int(value)
  }

  /// The quantity in a field, at least 0; nil, and a finding, if it is none.
  func quantity(_ row: CSVRow, _ column: Int, _ findings: inout Findings) -> Double? {
    guard let value = number(row, column, &findings) else { return nil }
    guard value >= 0, value <= 1e12 else {
      report(.importNumberRange, "'\(text(row, column))' is not a number from 0 to 10^12", row, column, &findings)
      return nil
    }
    return value
  }

  /// Whether a field says that its value is not known: nothing, or NaN.
  func isMissing(_ row: CSVRow, _ column: Int) -> Bool {
    row.fields[column].isEmpty || text(row, column).lowercased() == "nan"
  }

  /// Columns by their names; those that are not there are findings.
  func required(_ names: [String], _ findings: inout Findings) -> [Int]? {
    let missing = names.filter { column($0) == nil }
    for name in missing {
      let finding = Finding(.importColumnMissing, "there is no column '\(name)'", mend: "names are read as published, in any order")
      findings.add(finding, at: Place(source: source, line: max(1, headerRow.line), column: 1))
    }
    return missing.isEmpty ? names.compactMap { column($0) } : nil
  }

  /// Lists a finding about a field.
  func report(_ rule: Rule, _ message: String, mend: String? = nil, _ row: CSVRow, _ column: Int, _ findings: inout Findings) {
    findings.add(Finding(rule, message, mend: mend), at: place(row, column), length: row.fields[column].count)
  }

  /// The finite number in a field; nil, and a finding, if it is none.
  private func number(_ row: CSVRow, _ column: Int, _ findings: inout Findings) -> Double? {
    let text = text(row, column)
    guard let value = Double(text), value.isFinite else {
      let what = text.isEmpty ? "the field is empty" : "'\(text)' is not a number"
      report(.importNumber, "\(header[column]): \(what)", row, column, &findings)
      return nil
    }
    return value
  }

  private func inRange(_ value: Int, _ row: CSVRow, _ column: Int, _ findings: inout Findings) -> Int? {
    if value <= 1_000_000_000 { return value }
    report(.importNumberRange, "'\(value)' is not a whole number from 0 to 1,000,000,000", row, column, &findings)
    return nil
  }

  /// The number that a field of 1 to 18 digits is.
  private func digits(_ field: Range<Int>) -> Int? {
    guard (1...18).contains(field.count) else { return nil }
    var value = 0
    for byte in bytes[field] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
