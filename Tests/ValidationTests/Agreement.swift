import Statistics
import Testing

/// Expects a simulated figure to agree with a reference: a 95 % interval that is narrow enough, and the reference within 3.5
/// standard errors, its own uncertainty among them.
///
/// - Parameters:
///   - values: one a replication.
///   - reference: the true or published value.
///   - uncertainty: the standard error of the reference; 0 where it is exact.
///   - share: the greatest half-width by the reference. The rule is 1 %, and 3 % for probabilities under 0.01.
func expect(
  _ values: [Double], agreeWith reference: Double, uncertainty: Double = 0, within share: Double = 0.01, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let interval = MeanInterval(values)
  #expect(
    interval.halfWidth <= share * reference, "\(what): half-width \(interval.halfWidth / reference) of \(reference)",
    sourceLocation: sourceLocation)
  let error = (interval.standardError * interval.standardError + uncertainty * uncertainty).squareRoot()
  #expect(
    abs(interval.mean - reference) <= 3.5 * error,
    "\(what): \(interval.mean) is \((interval.mean - reference) / error) standard errors from \(reference)", sourceLocation: sourceLocation)
}

/// The half-width that is asked of a probability.
func width(ofProbability probability: Double) -> Double { probability < 0.01 ? 0.03 : 0.01 }

/// How many requests each of twenty replications needs to find a probability to the half-width that is asked of it, with some to spare
/// for requests that are not independent.
func requests(toFind probability: Double) -> Double {
  let error = width(ofProbability: probability) / 2.1
  return max(20_000, (1.7 * (1 - probability) / probability / (error * error) / 20).rounded())
}
