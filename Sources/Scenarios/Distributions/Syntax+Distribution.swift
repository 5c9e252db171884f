internal import Documents
internal import Variates

extension Syntax where Value == Distribution {
  /// A quantity, or a distribution of it: a mapping with one key, the family.
  static func distribution(_ unit: Unit, _ bounds: Bounds = .notNegative) -> Syntax<Distribution> {
    Syntax(.reference("\(unit.name)Distribution"), placeholder: .constant(max(1, bounds.low ?? 1))) { node, path, reading in
      guard node.entries != nil else { return constant(unit, bounds).read(node, path, reading) }
      guard let distribution = DistributionFamily.read(node, path, reading, unit) else { return nil }
      return check(distribution, unit, bounds, node, path, reading) ? distribution : nil
    }
  }

  /// A length of time or a distribution of it, nanoseconds.
  static func durations(_ bounds: Bounds = .notNegative) -> Syntax<Distribution> { distribution(.duration, bounds) }

  /// A size or a distribution of it, bytes.
  static var sizes: Syntax<Distribution> { distribution(.size) }

  /// A count or a distribution of it.
  static var counts: Syntax<Distribution> { distribution(.count) }

  /// A fixed quantity, whole where its unit is.
  static func constant(_ unit: Unit, _ bounds: Bounds) -> Syntax<Distribution> {
    if unit == .duration || unit == .size { return Syntax<Int64>.whole(unit, bounds).map { .constant(Double($0)) } }
    return Syntax<Double>.real(unit, bounds).map { .constant($0) }
  }

  private static func check(
    _ distribution: Distribution, _ unit: Unit, _ bounds: Bounds, _ node: LocatedNode, _ path: Path, _ reading: Reading
  ) -> Bool {
    let problems = distribution.problems
    for problem in problems {
      let subject = problem.parameter.isEmpty ? "it" : problem.parameter
      reading.note(.distribution("\(subject) \(problem.what)", mend: Finding.clause(problem.mend)), at: node, path)
    }
    guard problems.isEmpty else { return false }
    let lowest = distribution.lowest
    // The ends of unbounded families are 0 without ever being drawn, so only what lies below the range is refused.
    if let low = bounds.low, lowest < low {
      reading.note(
        .distribution("values from \(unit.text(lowest)) are drawn", mend: bounds.text(unit).map { "they must be \($0)" }), at: node, path)
      return false
    }
    return true
  }
}
