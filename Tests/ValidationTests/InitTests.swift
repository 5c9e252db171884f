import Documents
import Fleet
import Statistics
import Testing

/// Initialisation: its limit, its repetition after a timeout, and the bill.
///
/// Times are worked by hand.
struct InitTests {
  private static let second: Int64 = 1_000_000_000

  /// A function whose requests come at given seconds and take given times; an instance's placement takes 100 ms.
  private func record(
    _ platform: String = plainStarts(), ownInit: String, timeout: String, requests: [(at: Double, takes: String)]
  ) throws -> FunctionRecord {
    let lines = requests.map { "\($0.at),\($0.takes)\n" }.joined()
    return try Simulated.record(
      """
      scenario: inits
      platform: \(platform)
      run: { duration: 10 min, drain: { upTo: 10 min } }
      functions:
        f:
          runtime: plain
          artifact: { size: 1 MB }
          timeout: \(timeout)
          init: [ { wait: \(ownInit) } ]
          steps: [ { compute: recorded } ]
      traffic:
        requests: { to: f, trace: { invocations: { file: requests.csv, start: at, duration: takes, unit: ms } } }
      """, files: .init(["requests.csv": "at,takes\n" + lines])
    ).functions[0]
  }

  private func spent(_ function: FunctionRecord, on cause: Cause) -> Int128 { function.causes.spent(on: cause) }

  /// - Source: AWS Lambda Developer Guide, execution environment lifecycle: init is cut off at 10 s and done again within the first invocation,
  ///   under the function's timeout.
  @Test func `an init of 12 s is cut off at 10 s and done again inside the first invocation`() throws {
    let function = try record(ownInit: "12 s", timeout: "30 s", requests: [(1000, "1000"), (61_000, "1000")])
    #expect(function.succeeded == 2 && function.coldStarts == 1)
    #expect(function.latency.sum == 100_000_000 + Int128(10 + 12 + 1 + 1) * Int128(Self.second))
    #expect(function.duration.sum == Int128(12 + 1 + 1) * Int128(Self.second))
    #expect(spent(function, on: .placement) == 100_000_000)
    #expect(spent(function, on: .initTimeout) == 10 * Int128(Self.second))
    #expect(spent(function, on: .suppressedInit) == 12 * Int128(Self.second))
    #expect(spent(function, on: .functionInit) == 0)
  }

  @Test func `an init of 10 s is within the limit`() throws {
    let function = try record(ownInit: "10 s", timeout: "30 s", requests: [(1000, "1000")])
    #expect(function.latency.sum == 11_100_000_000)
    #expect(function.duration.sum == Int128(Self.second))
    #expect(spent(function, on: .functionInit) == 10 * Int128(Self.second))
  }

  @Test func `the repeated init and the handler share the function's timeout`() throws {
    let function = try record(ownInit: "12 s", timeout: "12500 ms", requests: [(1000, "1000")])
    #expect(function.timeouts == 1 && function.succeeded == 0)
    #expect(function.latency.sum == 100_000_000 + 10_000_000_000 + 12_500_000_000)
    #expect(function.duration.sum == 12_500_000_000)
  }

  /// - Source: AWS Lambda Developer Guide, failures during the invoke phase: the environment is reset, and the next invocation does a suppressed
  ///   init within its duration.
  @Test func `after a timeout the next invocation inits again within its duration`() throws {
    let function = try record(ownInit: "2 s", timeout: "3 s", requests: [(1000, "5000"), (31_000, "500"), (61_000, "500")])
    #expect(function.timeouts == 1 && function.succeeded == 2 && function.coldStarts == 1)
    #expect(function.duration.sum == (3000 + 2500 + 500) * 1_000_000)
    #expect(function.latency.sum == (100 + 2000 + 3000 + 2500 + 500) * 1_000_000)
    #expect(spent(function, on: .suppressedInit) == 2 * Int128(Self.second))
    // The timed-out one is billed for its init and its timeout; the next for its duration, which holds the suppressed init.
    #expect(function.meter.onDemandMilliseconds == 2000 + 3000 + 2500 + 500)
    #expect(function.meter.initMilliseconds == 2000)
  }

  /// - Source: A. Stuyvenberg, October 2024: an instance whose init is longer than the timeout fails for ever once it was reset.
  @Test func `an init longer than the timeout never recovers from a timeout`() throws {
    let function = try record(
      ownInit: "3500 ms", timeout: "3 s", requests: [(1000, "500"), (31_000, "5000"), (61_000, "500"), (91_000, "500")])
    #expect(function.succeeded == 1 && function.timeouts == 3 && function.coldStarts == 1)
  }

  /// Reports of Lambda: Init Duration, Duration and Billed Duration.
  static let reports = [("80", "133.61", Int64(214)), ("84", "3016.78", 3101), ("111.23", "3004.92", 3117)]

  /// - Source: AWS Lambda Developer Guide, REPORT lines of functions whose init is billed: the sum is rounded up to a millisecond.
  @Test(arguments: reports)
  func `init and duration are billed together, rounded up once`(ownInit: String, duration: String, billed: Int64) throws {
    let function = try record(ownInit: "\(ownInit) ms", timeout: "5 s", requests: [(1000, duration)])
    #expect(function.meter.onDemandMilliseconds == billed)
    #expect(function.meter.requests == 1)
  }

  /// - Source: AWS Compute Blog, April 2025: until 31 July 2025 init was free for zip on managed runtimes and billed on custom ones; until
  ///   December 2020 durations were rounded up to 100 ms.
  @Test func `in 2020 init is free on managed runtimes and billed on custom ones`() throws {
    let managed = try record(
      plainStarts("aws-lambda-2020"), ownInit: "80 ms", timeout: "5 s", requests: [(1000, "133.61"), (2000, "133.61")])
    #expect(managed.meter.onDemandMilliseconds == 200 + 200)
    #expect(managed.meter.initMilliseconds == 0)
    let custom = try record(
      plainStarts("aws-lambda-2020", kind: "custom"), ownInit: "80 ms", timeout: "5 s", requests: [(1000, "133.61"), (2000, "133.61")])
    #expect(custom.meter.onDemandMilliseconds == 300 + 200)
    #expect(custom.meter.initMilliseconds == 100)
  }
}
