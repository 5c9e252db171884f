extension QuantileTable {
  /// Everything that is wrong with the table; empty if it can be drawn from.
  ///
  /// - Complexity: O(n) in the number of knots.
  public var problems: [DistributionProblem] {
    if knots.isEmpty { return [DistributionProblem("knots", "are empty", mend: "Give at least one quantile.")] }
    var problems = knots.indices.flatMap { self.problems(of: knots[$0], at: "knots[\($0)]") }
    for (index, (left, right)) in zip(knots, knots.dropFirst()).enumerated() {
      let place = "knots[\(index + 1)]"
      if right.p <= left.p {
        problems.append(
          DistributionProblem("\(place).p", "is \(right.p) after \(left.p)", mend: "List the quantiles by growing share, each once."))
      }
      if right.value < left.value {
        problems.append(
          DistributionProblem(
            "\(place).value", "is \(right.value) after \(left.value)", mend: "Give values that do not fall as the share grows."))
      }
    }
    guard problems.isEmpty, let mean else { return problems }
    problems += Distribution.positive("mean", mean)
    let own = moment(1)
    if !(own > 0) {
      problems.append(
        DistributionProblem("mean", "cannot be met by values whose own mean is \(own)", mend: "Leave mean out or give positive values."))
    }
    return problems
  }

  private func problems(of knot: Quantile, at place: String) -> [DistributionProblem] {
    var problems = Distribution.finite("\(place).value", knot.value)
    if !(knot.p >= 0 && knot.p <= 1) {
      problems.append(DistributionProblem("\(place).p", "is \(knot.p)", mend: "Give a share from 0 to 1."))
    }
    if interpolation == .log, !(knot.value > 0), problems.isEmpty {
      problems.append(
        DistributionProblem(
          "\(place).value", "is \(knot.value), which has no logarithm", mend: "Give positive values or interpolate linearly."))
    }
    return problems
  }
}
