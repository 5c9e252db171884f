/// How long a function's invocations take: its measured quantiles, rescaled to its measured average.
///
/// In milliseconds. Between the knots the inverse distribution function is a straight line. The percentiles are of averages over 30 s, so that their mean is not the
/// average of the invocations; that is known exactly, and a common factor restores it.
struct DurationModel: Equatable {
  /// Durations are at least this long before they are rescaled: shorter ones were rounded down to 0.
  static let floor = 1.0

  /// The quantiles before they are rescaled; one value if all are alike.
  let knots: [Double]
  /// The mean, at least `floor`.
  let mean: Double
  /// Whether percentiles fell where they should grow.
  let repaired: Bool
  /// Whether the average was below `floor`.
  let raised: Bool

  /// The model of a row of measurements.
  init(_ row: DurationsFile.Row) {
    raised = row.average < DurationModel.floor
    mean = max(row.average, DurationModel.floor)
    var highest = DurationModel.floor
    var repaired = false
    let knots = row.percentiles.map { value in
      let clamped = max(DurationModel.floor, min(max(value, row.minimum ?? 0), row.maximum ?? .infinity))
      if clamped < highest { repaired = true }
      highest = max(highest, clamped)
      return highest
    }
    self.repaired = repaired
    // Below the resolution of the trace there is no shape to keep; rescaled to 1 ms its knots would lie far below it.
    self.knots = raised || knots.first == knots.last ? [mean] : knots
  }

  /// Whether every invocation takes the same time.
  var isConstant: Bool { knots.count == 1 }

  /// The mean of the knots before they are rescaled.
  var knotMean: Double { integral { 0.5 * ($0 + $1) } }

  /// What every knot is multiplied by.
  var scale: Double { mean / knotMean }

  /// The longest duration.
  var longest: Double { knots[knots.count - 1] * scale }

  /// The variance, ms².
  ///
  /// - Source: over a straight line from a to b the mean of x² is (a² + ab + b²) / 3.
  var variance: Double {
    max(0, integral { ($0 * $0 + $0 * $1 + $1 * $1) / 3 } * scale * scale - mean * mean)
  }

  /// The share of invocations that take longer than a limit.
  func share(above limit: Double) -> Double {
    guard limit < longest else { return 0 }
    guard !isConstant else { return 1 }
    for index in stride(from: knots.count - 2, through: 0, by: -1) where knots[index] * scale <= limit {
      let part = (limit - knots[index] * scale) / ((knots[index + 1] - knots[index]) * scale)
      let (low, high) = (DurationsFile.shares[index], DurationsFile.shares[index + 1])
      return 1 - (low + part * (high - low))
    }
    return 1
  }

  /// The duration as a scenario writes it.
  var yaml: String {
    if isConstant { return "\(Milliseconds.text(mean)) ms" }
    let names = ["0%", "1%", "25%", "50%", "75%", "99%", "100%"]
    let quantiles = zip(names, knots).map { "\($0): \(Milliseconds.text($1)) ms" }.joined(separator: ", ")
    return "{ quantiles: { \(quantiles), interpolate: linear, mean: \(Milliseconds.text(mean)) ms } }"
  }

  /// The integral over all shares of what `body` makes of each segment's ends.
  private func integral(_ body: (Double, Double) -> Double) -> Double {
    guard !isConstant else { return body(knots[0], knots[0]) }
    let shares = DurationsFile.shares
    return (1..<knots.count).reduce(0) { $0 + (shares[$1] - shares[$1 - 1]) * body(knots[$1 - 1], knots[$1]) }
  }
}
