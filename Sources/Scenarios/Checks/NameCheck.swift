internal import Documents

/// Names are unique over all sections.
enum NameCheck {
  static func run(_ report: CheckReport) {
    var taken: [String: ElementKind] = [:]
    for kind in ElementKind.allCases {
      for entry in report.root[kind.section]?.entries ?? [] {
        if let other = taken[entry.key] {
          let path = Path.key(.key(.root, kind.section), entry.key)
          report.reading.note(.nameTaken(entry.key, by: other.phrase), at: entry.place, length: entry.key.unicodeScalars.count, path)
        } else {
          taken[entry.key] = kind
        }
      }
    }
  }
}
