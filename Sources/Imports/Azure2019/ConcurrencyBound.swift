/// How much concurrency a trace can need, from its counts and durations.
struct ConcurrencyBound: Equatable {
  /// The mean concurrency of running invocations over the whole trace.
  var mean: Double
  /// A level that the expected concurrency of the busiest minute does not exceed, even if each invocation had a start before it.
  var busiest: Double
  /// The account's concurrency that leaves room: twice what the busiest minute reaches but for one chance in 10⁹.
  var account: Int

  /// What a start may take at most that is counted with each invocation, milliseconds.
  static let start = 1000.0

  /// The bound of some functions over so many minutes.
  ///
  /// With arrivals at a rate of at most λ in a duration's reach, the expected number in progress is at most λ · E[D] whatever the
  /// durations' shape (Little's law); it varies like a Poisson number, of which six standard deviations are not exceeded.
  /// - Parameter least: the account's concurrency is at least this.
  /// - Complexity: O(n) in the number of counts.
  init(_ functions: [ImportedFunction], minutes: Int, least: Int) {
    var levels = [Double](repeating: 0, count: minutes)
    for function in functions {
      let reach = 1 + Int(((function.duration.longest + ConcurrencyBound.start) / 60_000).rounded(.down))
      let time = (function.duration.mean + ConcurrencyBound.start) / 60_000
      for minute in 0..<minutes {
        let most = function.counts[max(0, minute - reach)...minute].max() ?? 0
        levels[minute] += Double(most) * time
      }
    }
    mean = functions.reduce(0) { $0 + $1.work } / (Double(minutes) * 60_000)
    busiest = levels.max() ?? 0
    let needed = 2 * (busiest + 6 * busiest.squareRoot())
    account = max(least, Int((needed / 1000).rounded(.up)) * 1000)
  }
}
