internal import Documents
internal import Variates

extension DistributionFamily {
  static let samples = DistributionFamily(name: "samples", doc: "measured values, each alike, from a column of a CSV file") { unit in
    .section { f in
      let file = f.required("file", .text(kind: "file name", example: "latency.csv"), "a CSV file, relative to the scenario")
      let column = f.required("column", .text(kind: "column", example: "ms"), "the column's name in the first line")
      let suffixes = unit.suffixes.map(\.text).filter { !$0.isEmpty }
      let suffix: String? =
        unit.isPlain
        ? "" : f.given("unit", .oneOf(suffixes), shown: "the column's name, if it is a unit", "the unit of the column's numbers")
      guard let reading = f.reading, !file.isEmpty, !column.isEmpty else { return nil }
      let named = suffix ?? (suffixes.contains(column) ? column : nil)
      guard let named, let worth = unit.suffixes.first(where: { $0.text == named }) else {
        if suffix == nil { f.note(.missingKey("unit"), value: "column") }
        return nil
      }
      guard let values = reading.numbers(file, column: column, in: f) else { return nil }
      return .samples(values.map { $0 * Double(worth.numerator) / Double(worth.denominator) })
    }
  }
}

extension Syntax where Value == String {
  /// One of some words.
  static func oneOf(_ words: [String]) -> Syntax<String> {
    Syntax(.word(words), placeholder: words[0]) { node, path, reading in
      guard let text = reading.text(node, path, expected: "one of \(Finding.list(words))") else { return nil }
      if words.contains(text) { return text }
      reading.note(.unknownWord(text, known: words), at: node, path)
      return nil
    }
  }
}
