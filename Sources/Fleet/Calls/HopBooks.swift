/// What is counted of one step that hands something on, for invocations of the measured window.
struct HopBooks: BitwiseCopyable {
  /// Attempts that came to an end, those that a breaker refused among them.
  var attempts: Int64 = 0
  /// Of these: another followed, the last one went well, the last one failed.
  var retried: Int64 = 0
  var succeeded: Int64 = 0
  var failed: Int64 = 0
  /// Attempts that an open breaker refused, and how often it opened.
  var rejected: Int64 = 0
  var opened: Int64 = 0
  /// Retries that the SDK's quota did not allow.
  var unpaid: Int64 = 0
  /// Nanoseconds that the SDK's own rate held attempts back.
  var paced: Int64 = 0
}
