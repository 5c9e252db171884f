import CGSL

/// Cold starts and idle instances of one function in closed form: Poisson arrivals, exponential service that is the same on a new
/// instance, a fixed keep-alive, the most recently used idle instance first, no limit.
///
/// With a stack of idle instances, that at level k idles from when the number of busy ones falls to k - 1 until it next reaches k. So
/// p = sum over k of pi(k-1) P(tau_k > K) and E[idle] = sum over k of rate pi(k-1) E[min(tau_k, K)], where pi is the Poisson
/// distribution of mean rate times service and tau_k the first passage of M/M/infinity from k - 1 to k.
struct KeepAliveFormula {
  /// The chance that a request starts an instance.
  private(set) var coldShare = 0.0
  /// The time average of idle instances.
  private(set) var idle = 0.0

  /// - Parameters:
  ///   - rate: requests a second.
  ///   - service: mean, seconds.
  ///   - keepAlive: seconds.
  init(rate: Double, service: Double, keepAlive: Double) {
    let load = rate * service
    var weight = gsl_sf_exp(-load)
    for level in 1...(Int(load + 12 * load.squareRoot()) + 12) {
      let passage = FirstPassage(to: level, rate: rate, service: service)
      coldShare += weight * passage.survival(keepAlive)
      idle += rate * weight * passage.meanUpTo(keepAlive)
      weight *= load / Double(level)
    }
  }
}

/// The time until M/M/infinity reaches a level for the first time from the one below, as a mixture of exponentials.
///
/// The generator on the states below the level is symmetric once scaled by the square root of the stationary weights; its
/// eigenvectors give the mixture.
private struct FirstPassage {
  private var terms: [(share: Double, rate: Double)] = []

  init(to level: Int, rate: Double, service: Double) {
    let matrix = gsl_matrix_calloc(level, level)
    let values = gsl_vector_alloc(level)
    let vectors = gsl_matrix_alloc(level, level)
    let work = gsl_eigen_symmv_alloc(level)
    defer {
      gsl_matrix_free(matrix)
      gsl_vector_free(values)
      gsl_matrix_free(vectors)
      gsl_eigen_symmv_free(work)
    }
    for state in 0..<level {
      gsl_matrix_set(matrix, state, state, rate + Double(state) / service)
      guard state + 1 < level else { continue }
      let off = -(rate * Double(state + 1) / service).squareRoot()
      gsl_matrix_set(matrix, state, state + 1, off)
      gsl_matrix_set(matrix, state + 1, state, off)
    }
    gsl_eigen_symmv(matrix, values, vectors, work)
    // Square roots of the stationary weights, relative to that of the state in which the passage begins.
    var roots = [Double](repeating: 1, count: level)
    for state in (0..<(level - 1)).reversed() { roots[state] = roots[state + 1] * (Double(state + 1) / (rate * service)).squareRoot() }
    for term in 0..<level {
      let sum = (0..<level).reduce(0.0) { $0 + roots[$1] * gsl_matrix_get(vectors, $1, term) }
      terms.append((share: gsl_matrix_get(vectors, level - 1, term) * sum, rate: gsl_vector_get(values, term)))
    }
  }

  /// P(tau > time).
  func survival(_ time: Double) -> Double { terms.reduce(0) { $0 + $1.share * gsl_sf_exp(max(-700, -$1.rate * time)) } }

  /// E[min(tau, time)].
  func meanUpTo(_ time: Double) -> Double {
    terms.reduce(0) { $0 - $1.share * gsl_expm1(max(-700, -$1.rate * time)) / $1.rate }
  }
}
