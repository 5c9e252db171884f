/// One function on its way from the trace into the scenario.
struct ImportedFunction {
  /// Its name in the scenario, such as `fn001`.
  var name: String
  /// Its hashes in the trace.
  var key: FunctionKey
  /// What triggers it, in the trace's words; nil if the trace does not say.
  var trigger: String?
  /// Invocations in each minute.
  var counts: [Int]
  /// All invocations.
  var total: Int
  /// How many executions its average duration is of, by the trace's other log.
  var executions: Int
  /// How long its invocations take.
  var duration: DurationModel
  /// The most memory that was measured of it or its app, MB, if any was.
  var peak: Double?
  /// Its memory size, MB.
  var memory: Int
  /// Its timeout, seconds.
  var timeout: Int

  /// What the trace calls it: trigger and shortened hash.
  var label: String { "\(trigger.map { $0.isEmpty ? "unknown" : $0 } ?? "unknown") \(key.function.prefix(8))" }

  /// The timeouts to choose from, seconds.
  static let timeouts = [3, 10, 30, 60, 120, 300, 600, 900, 1800, 3600]

  /// The shortest timeout of the list that is twice the longest duration, at most the platform's longest; seconds.
  ///
  /// Twice, because what a platform adds to an invocation, such as an init repeated within it, must not end it.
  static func timeout(_ duration: DurationModel, longest: Int) -> Int {
    min(longest, timeouts.first { Double($0) * 1000 >= 2 * duration.longest } ?? longest)
  }

  /// Sum of durations that is expected, ms.
  var work: Double { Double(total) * duration.mean }

  /// Whether a duration reaches the timeout.
  var timesOut: Bool { duration.longest >= Double(timeout) * 1000 }
}
