import Documents
import Testing
import Variates

@testable import Scenarios

struct CallRulesTests {
  private static let second: Int64 = 1_000_000_000

  /// Where asynchronous invocations can go.
  private let queues = "queues: { dead: {}, done: {} }"

  private func function(_ keys: String, platform: String = "aws-lambda") throws -> FunctionSpec {
    let text = scenario(functions: "  api: { \(keys) }", rest: queues).replacing("platform: aws-lambda", with: "platform: \(platform)")
    return try read(text).functions[0]
  }

  /// Mode, attempts, timeout in seconds, and the first waits at most in milliseconds after a throttle and another error.
  ///
  /// botocore's retryhandler and endpoint, LegacyRetryStrategy of the SDK for Java 2.x, constants of smithy's util-retry.
  @Test(arguments: [
    ("python3.12", SDKSpec.Mode.legacy, 5, 60 as Int64?, 1000, 1000), ("java21", .legacy, 4, 30, 500, 100),
    ("nodejs22", .standard, 3, nil, 500, 100), ("go", .standard, 3, nil, 1000, 1000),
  ])
  func `an SDK does what its language's does`(
    runtime: String, mode: SDKSpec.Mode, attempts: Int, timeout: Int64?, throttle: Int64, transient: Int64
  ) throws {
    let sdk = try #require(try function("runtime: \(runtime)").sdk)
    #expect(sdk.mode == mode && sdk.attempts == attempts && sdk.timeout == timeout.map { $0 * Self.second } && sdk.epoch == .classic)
    #expect(sdk.trying.throttle == throttle * 1_000_000 && sdk.trying.transient == transient * 1_000_000)
    #expect((sdk.trying.quota == nil) == (mode == .legacy))
  }

  @Test func `a mode of another language's has its own attempts, and a renewed one its own constants`() throws {
    let standard = try #require(try function("runtime: python3.12, sdk: { mode: standard }").sdk)
    #expect(standard.attempts == 3 && standard.timeout == 60 * Self.second)
    #expect(standard.trying.cap == 20 * Self.second)
    #expect(standard.trying.quota == SDKRules.Quota(capacity: 500, throttle: 5, transient: 5, timeout: 10, success: 1))
    let renewed = try #require(try function("runtime: nodejs22, sdk: { epoch: renewed }").sdk)
    #expect(renewed.trying.throttle == Self.second && renewed.trying.transient == 50_000_000)
    #expect(renewed.trying.quota == SDKRules.Quota(capacity: 500, throttle: 5, transient: 14, timeout: 14, success: 1))
    let own = try #require(try function("runtime: nodejs22, sdk: { mode: adaptive, attempts: 7, timeout: 2 s }").sdk)
    #expect(own.mode == .adaptive && own.attempts == 7 && own.timeout == 2 * Self.second)
  }

  @Test func `asynchronous invocations have the platform's rules unless the function says more`() throws {
    let hour = 3600 * Self.second
    #expect(try function("runtime: go").async == AsyncSpec(retries: 2, maximumEventAge: 6 * hour))
    let own = "{ retries: 0, maximumEventAge: 1 h, onFailure: dead, onSuccess: done, deadLetter: dead, recursion: allow }"
    #expect(
      try function("runtime: go, async: \(own)").async
        == AsyncSpec(
          retries: 0, maximumEventAge: hour, onFailure: "dead", onSuccess: "done", deadLetter: "dead", recursion: .allow))
    expectFindings(
      scenario(functions: "  api: { runtime: go, async: { retries: 1️⃣3, maximumEventAge: 2️⃣59 s, recursion: 3️⃣stop } }"),
      ["FS2007", "FS2007", "FS2009"])
  }

  @Test func `the platform's rules are read and overridden`() throws {
    let platform = """
      { profile: aws-lambda, async: { retries: 1, waits: [5 s] }, hops: { call: 3 ms },
        sdk: { epoch: renewed, languages: { native: { attempts: 9 } } } }
      """
    let text = scenario(functions: "  api: { runtime: go }").replacing("platform: aws-lambda", with: "platform: \(platform)")
    let read = try read(text)
    let rules = try #require(read.platform.async)
    #expect(rules.retries == 1 && rules.waits == [5 * Self.second] && rules.recursionLimit == 16)
    #expect(rules.throttleBase == Self.second && rules.throttleCap == 300 * Self.second)
    #expect(abs(rules.latency.quantile(0.5) / 40e6 - 1) < 1e-9)
    #expect(read.platform.hops?.call == .constant(3e6))
    #expect(read.functions[0].sdk?.attempts == 9 && read.functions[0].sdk?.epoch == .renewed)
    #expect(read.functions[0].async?.retries == 1)
  }

  @Test func `a platform without SDKs or asynchronous invocations refuses them by name`() {
    let text = scenario(functions: "  api: { runtime: nodejs, 1️⃣sdk: { attempts: 2 }, 2️⃣async: { retries: 0 } }")
    expectFindings(text.replacing("aws-lambda", with: "google-cloud-run"), ["FS3018", "FS3018"])
  }

  @Test func `what a function answers and whether it needs the whole is read`() throws {
    #expect(try function("runtime: go").answer == .constant(0))
    #expect(try !function("runtime: go").needsWhole)
    let own = try function("runtime: go, answer: 2 KB, needsWhole: true")
    #expect(own.answer == .constant(2048) && own.needsWhole)
  }

  @Test func `every language of a platform's runtimes has an SDK`() {
    expectFindings(
      """
      scenario: a
      platform: { profile: aws-lambda, sdk: 1️⃣{ languages: { ruby: ~ } } }
      run: { duration: 1 s }
      functions: {}
      traffic: {}
      """, ["FS2002"])
  }
}
