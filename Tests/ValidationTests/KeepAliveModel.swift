/// Scenario text of the keep-alive models that simpler simulators and closed forms share: one function, requests that do not wait
/// for a start, instances that go after an idle time and never otherwise.
struct KeepAliveModel {
  /// Requests a second.
  var rate: Double
  /// What an instance in use takes, a duration as a scenario writes it.
  var warm: String
  /// What the first use of an instance takes, in place of a cold start and the steps.
  var cold: String
  /// How long an idle instance is kept, seconds.
  var keepAlive: Double
  /// Which idle instance takes a request.
  var pick: String
  /// How many requests a run has, about.
  var requests: Double
  /// What is not measured at a run's beginning, seconds.
  var warmUp: Double

  init(
    rate: Double, warm: String, cold: String, keepAlive: Double = 600, pick: String, requests: Double, warmUp: Double = 7200
  ) {
    (self.rate, self.warm, self.cold, self.keepAlive, self.pick) = (rate, warm, cold, keepAlive, pick)
    (self.requests, self.warmUp) = (requests, warmUp)
  }

  /// An exponential duration of a mean in seconds.
  static func exponential(_ mean: Double) -> String { "{ exponential: { mean: \(mean) s } }" }

  /// The scenario.
  ///
  /// What the models do not have is taken from the platform: the end of an instance's life, the time to wake a frozen one, limits of
  /// scaling and of requests a second. The timeout is the longest, because a model's service has none.
  var text: String {
    """
    scenario: keep-alive-model
    platform:
      profile: aws-lambda
      maxLifetime: none
      thaw: none
      scaling: none
      concurrency: { requestsPerSecond: none }
    run: { duration: \(warmUp + requests / rate) s, warmUp: \(warmUp) s }
    functions:
      f:
        runtime: nodejs22
        artifact: { size: 1 MB }
        timeout: 15 min
        keepAlive: \(keepAlive) s
        pick: \(pick)
        binding: pinned
        firstUse: \(cold)
        steps: [ { compute: \(warm) } ]
    traffic:
      requests: { to: f, rate: \(rate)/s }
    """
  }
}
