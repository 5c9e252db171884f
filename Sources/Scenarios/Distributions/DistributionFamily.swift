internal import Documents
internal import Variates

/// A family of distributions, as it is written: its key and its parameters.
struct DistributionFamily: Sendable {
  /// Its key, such as `lognormal`.
  let name: String
  /// What it is, in one line.
  let doc: String
  /// Whether it makes sense for a unit.
  var fits: @Sendable (Unit) -> Bool = { _ in true }
  /// Its parameters, in a unit.
  let syntax: @Sendable (Unit) -> Syntax<Distribution?>

  /// All families, in the order of the documentation.
  static let all: [DistributionFamily] = [
    exponential, lognormal, gamma, weibull, pareto, uniform, normal, zipf, categorical, quantiles, samples, mixture,
  ]

  /// The families that a unit has.
  static func all(for unit: Unit) -> [DistributionFamily] { all.filter { $0.fits(unit) } }

  /// Reads a mapping with one key, the family.
  static func read(_ node: LocatedNode, _ path: Path, _ reading: Reading, _ unit: Unit) -> Distribution? {
    guard let entries = node.entries, let entry = entries.first else {
      reading.note(.distribution("a distribution has one key, its family", mend: "one of \(Finding.list(all.map(\.name)))"), at: node, path)
      return nil
    }
    let path = Path.key(path, entry.key)
    if entries.count > 1 {
      let extra = entries[1]
      reading.note(
        .distribution(
          "a distribution has one key, its family, and '\(extra.key)' is a second",
          mend: "put its parameters inside: { \(entry.key): { .. } }"),
        at: extra.place, length: extra.key.unicodeScalars.count, path)
      return nil
    }
    let families = all(for: unit)
    guard let family = families.first(where: { $0.name == entry.key }) else {
      let nearest = Nearest.name(to: entry.key, among: families.map(\.name))
      reading.note(
        .distribution(
          "'\(Finding.clipped(entry.key))' is no distribution of a \(unit.name)",
          mend: nearest.map { "did you mean '\($0)'?" } ?? "one of \(Finding.list(families.map(\.name)))"),
        at: entry.place, length: entry.key.unicodeScalars.count, path)
      return nil
    }
    return family.syntax(unit).read(entry.value, path, reading) ?? nil
  }

  /// What a distribution of a unit looks like.
  static func form(_ unit: Unit) -> Form {
    let families = all(for: unit).map { family in
      Form.section(
        SectionForm(keys: [KeyForm(key: family.name, form: family.syntax(unit).form(), isRequired: true, standard: nil, doc: family.doc)]))
    }
    return .any(of: [.quantity(unit, .any)] + families)
  }
}
