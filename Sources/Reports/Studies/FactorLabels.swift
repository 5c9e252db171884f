/// Short names of varied paths: as many of the last parts as tell them apart.
enum FactorLabels {
  static func labels(_ paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: ".") }
    let longest = parts.map(\.count).max() ?? 1
    for length in 1..<max(2, longest) {
      let labels = parts.map { $0.suffix(length).joined(separator: ".") }
      if Set(labels).count == labels.count { return labels }
    }
    return paths
  }
}
