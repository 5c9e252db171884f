/// What a random quantity is drawn from, on plain numbers: the unit is the caller's.
///
/// A value of this type may be nonsense, as a user may write it; `problems` says what is wrong with it, and everything else takes for granted that nothing is.
public indirect enum Distribution: Equatable, Sendable {
  /// Always the same value.
  case constant(Double)

  /// Memoryless, with its mean, which is positive.
  case exponential(mean: Double)

  /// e to the power of a normal: `mu` is the mean and `sigma`, at least 0, the standard deviation of the logarithm.
  case lognormal(mu: Double, sigma: Double)

  /// Gamma with density x^(shape - 1) · exp(-x / scale) up to a factor; both positive.
  case gamma(shape: Double, scale: Double)

  /// `scale` times an exponential to the power 1 / `shape`; both positive.
  case weibull(shape: Double, scale: Double)

  /// At least `scale`, and above x with chance (scale / x)^shape; both positive.
  case pareto(scale: Double, shape: Double)

  /// Every value from `low` to `high` alike.
  case uniform(low: Double, high: Double)

  /// A normal of which what is below 0 is drawn again. `mean`, at least 0, and `sd`, at least 0, are those before that; the distribution's own are `Distribution.mean` and `variance`.
  case normal(mean: Double, sd: Double)

  /// The ranks 1 ... `n`, rank k with chance proportional to k^(-s); `s` at least 0.
  case zipf(n: Int, s: Double)

  /// One of some values, in proportion to their weights.
  case categorical([Weighted<Double>])

  /// What is known by some of its quantiles.
  case quantiles(QuantileTable)

  /// One of the values that were measured, each alike.
  case samples([Double])

  /// A draw from one of some distributions, chosen in proportion to their weights.
  case mixture([Weighted<Distribution>])
}
