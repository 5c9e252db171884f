/// Scenario text of functions of which every invocation is a cold start: requests at equal distances, instances that go at once.
struct ColdFleet {
  /// One function: its runtime and what else its section says.
  struct Function {
    var runtime: String
    var more: String
  }

  /// The platform as a scenario names it.
  var platform: String
  /// The functions; their names are f0, f1, ..
  var functions: [Function]
  /// How many requests each function gets.
  var requests: Int

  init(_ platform: String, _ functions: [Function], requests: Int) {
    (self.platform, self.functions, self.requests) = (platform, functions, requests)
  }

  /// The scenario.
  var text: String {
    let fleet = functions.enumerated().map {
      "  f\($0): { runtime: \($1.runtime), timeout: 5 min, keepAlive: 1 ms, \($1.more) }\n"
    }
    return """
      scenario: cold-fleet
      platform: \(platform)
      run: { duration: \(requests * 100 + 50) s, drain: { upTo: 10 min } }
      functions:
      \(fleet.joined())
      traffic:
      \(functions.indices.map { "  requests\($0): { to: f\($0), rate: 0.01/s, arrivals: uniform }\n" }.joined())
      """
  }
}

/// A platform whose cold starts take what a test says and nothing else.
///
/// - Parameters:
///   - profile: the profile whose other constants hold.
///   - placement: the time before the init, as a scenario writes it.
///   - kind: whether the runtime `plain`, which takes no time to start, is managed or custom.
func plainStarts(_ profile: String = "aws-lambda", placement: String = "100 ms", kind: String = "managed") -> String {
  "{ profile: \(profile), thaw: none, maxLifetime: none, "
    + "start: { placement: \(placement), noise: 0, fetch: { zip: { perPackedMB: 0 ms, perUnpackedMB: 0 ms } } }, "
    + "runtimes: { plain: { language: native, kind: \(kind), zip: { x86_64: 0 ms } } } }"
}
