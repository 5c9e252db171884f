import Documents
import Fleet
import Simulation
import Statistics
import Testing

/// How fast a fleet may grow and how far: the platform's rules, worked by hand.
struct ScalingRateTests {
  /// Five thousand callers who all ask at time 0 and again every 100 ms until they are let in, for a time that outlasts the run.
  private func crowd(_ platform: String, retryEvery pause: String, duration: String) -> String {
    """
    scenario: crowd
    platform: \(platform)
    account: { concurrency: 6000 }
    run: { duration: \(duration) }
    functions:
      f: { runtime: \(platform.contains("2020") ? "python3.8" : "nodejs22"), artifact: { size: 1 MB }, timeout: 15 min, steps: [ { wait: 14 min } ] }
    traffic:
      callers:
        to: f
        users: 5000
        think: 0 s
        client: { retry: { attempts: 1000, backoff: { constant: \(pause) } } }
    """
  }

  private func concurrency(_ record: RunRecord, _ function: Int = 0) throws -> [Int] {
    let series = try #require(record.series)
    return series.functions[function].map { Int($0.concurrencyArea) }
  }

  /// A thousand at once, then ten every 100 ms.
  ///
  /// In the second k the levels are 1000 + 100 k, 1010 + 100 k, .., 1090 + 100 k.
  ///
  /// - Source: AWS Lambda Developer Guide, Lambda scaling behavior, since November 2023: each function 1,000 environments every 10 s,
  ///   refilled continuously, unused ones not kept.
  @Test func `a step to 5,000 gets 1,000 at once and 100 each second, the last after 40 s`() throws {
    let record = try Simulated.record(crowd("aws-lambda", retryEvery: "100 ms", duration: "45 s"), seriesEvery: .second)
    let areas = try concurrency(record)
    #expect(areas.count == 45)
    for (second, area) in areas.enumerated() {
      #expect(area == (second < 40 ? 1045 + 100 * second : 5000) * 1_000_000_000, "second \(second)")
    }
    #expect(record.functions[0].concurrency.peak == 5000)
    #expect(record.functions[0].throttles == record.functions[0].refused(.scalingRate))
    // Of 5,000 tries at 0 s 1,000 are let in, then ten of what is left every 100 ms.
    let refused = (0..<400).reduce(Int64(0)) { $0 + 4000 - 10 * Int64($1) }
    #expect(record.functions[0].throttles == refused)
  }

  @Test func `unused scaling does not add up`() throws {
    // 2,500 requests at once after 100 s of quiet: a thousand are let in, as at time 0. Five seconds later there are 500 tokens again.
    let text = """
      scenario: late-step
      platform: aws-lambda
      account: { concurrency: 6000 }
      run: { duration: 110 s }
      functions:
        f: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, steps: [ { wait: 10 min } ] }
      traffic:
        step: { to: f, trace: { timestamps: { file: step.csv, column: t } } }
      """
    let lines = ["0"] + Array(repeating: "100", count: 2500) + ["105"]
    let record = try Simulated.record(text, files: .init(["step.csv": "t\n" + lines.joined(separator: "\n") + "\n"]))
    #expect(record.functions[0].offered == 2502)
    #expect(record.functions[0].concurrency.peak == 1002)
    #expect(record.functions[0].refused(.scalingRate) == 1500)
  }

  /// - Source: AWS Lambda Operator Guide, on-demand scaling: 3,000 at once in large regions, then 500 each minute.
  @Test func `under the legacy rule 3,000 start at once and 500 more each minute`() throws {
    let text = crowd("aws-lambda-2020", retryEvery: "10 s", duration: "5 min")
    let areas = try concurrency(Simulated.record(text, seriesEvery: 60 * .second))
    #expect(areas == [3000, 3500, 4000, 4500, 5000].map { $0 * 60_000_000_000 })
  }

  @Test func `under the legacy rule functions share one burst`() throws {
    let text = """
      scenario: two-crowds
      platform: aws-lambda-2020
      account: { concurrency: 10000 }
      run: { duration: 50 s }
      functions:
        a: { runtime: python3.8, artifact: { size: 1 MB }, timeout: 15 min, steps: [ { wait: 14 min } ] }
        b: { runtime: python3.8, artifact: { size: 1 MB }, timeout: 15 min, steps: [ { wait: 14 min } ] }
      traffic:
        first: { to: a, users: 2000, think: 0 s }
        second: { to: b, users: 2000, think: 1 s }
      """
    let record = try Simulated.record(text)
    #expect(record.functions.map(\.concurrency.peak) == [2000, 1000])
    #expect(record.functions[1].throttles > 0)
  }

  /// One row of the guide's table: requests a second at equal distances, seconds, the account's concurrency.
  struct Row: CustomTestStringConvertible {
    let rate: Int64
    let duration: String
    let account: Int64
    let concurrency: Int64
    /// Whether concurrency suffices and the requests a second do not.
    var exceedsRate: Bool { rate > 10 * account }
    var testDescription: String { "\(rate)/s of \(duration) with \(account)" }
  }

  /// - Source: AWS Lambda Developer Guide, Understanding Lambda function scaling: concurrency = requests a second times duration, and at
  ///   most ten requests a second for each unit of the limit. The last two of the first seven are its cases of short requests.
  static let rows = [
    Row(rate: 100, duration: "1 s", account: 1000, concurrency: 100),
    Row(rate: 100, duration: "500 ms", account: 1000, concurrency: 50),
    Row(rate: 200, duration: "250 ms", account: 1000, concurrency: 50),
    Row(rate: 5000, duration: "200 ms", account: 1000, concurrency: 1000),
    Row(rate: 20_000, duration: "50 ms", account: 1000, concurrency: 1000),
    Row(rate: 20_000, duration: "50 ms", account: 2000, concurrency: 1000),
    Row(rate: 30_000, duration: "20 ms", account: 1000, concurrency: 600),
    Row(rate: 30_000, duration: "20 ms", account: 3000, concurrency: 600),
    Row(rate: 10, duration: "3 s", account: 1000, concurrency: 30),
  ]

  @Test(arguments: rows)
  func `concurrency is rate times duration, and the account allows ten requests a second a unit`(row: Row) throws {
    let record = try Simulated.record(
      """
      scenario: rate-times-duration
      platform: { profile: aws-lambda, thaw: none }
      account: { concurrency: \(row.account) }
      run: { duration: 20 s, warmUp: 10 s }
      functions:
        f:
          runtime: nodejs22
          artifact: { size: 1 MB }
          timeout: 1 min
          firstUse: \(row.duration)
          steps: [ { wait: \(row.duration) } ]
      traffic:
        requests: { to: f, rate: \(row.rate)/s, arrivals: uniform }
      """)
    let function = record.functions[0]
    #expect(abs(function.offered - 10 * row.rate) <= 1)
    #expect(function.throttles == function.refused(.requestRate))
    if row.exceedsRate {
      // The first second used up what the bucket held; then what is let in is what it gains.
      let admitted = function.offered - function.throttles
      #expect(abs(admitted - 10 * 10 * row.account) <= 2)
    } else {
      #expect(function.throttles == 0)
      #expect(abs(record.meanConcurrency() - Double(row.concurrency)) < 0.01)
      #expect(function.concurrency.peak == row.concurrency)
    }
  }

  /// - Source: a token bucket of 10,000 that gains 10,000 a second lets 10,000 + 10,000 T of more than that in.
  @Test func `requests beyond the rate are refused by a bucket of one second`() throws {
    let record = try Simulated.record(
      """
      scenario: request-rate
      platform: aws-lambda
      account: { concurrency: 1000 }
      run: { duration: 10 s }
      functions:
        f: { runtime: nodejs22, artifact: { size: 1 MB }, firstUse: 20 ms, steps: [ { wait: 20 ms } ] }
      traffic:
        requests: { to: f, rate: 20000/s, arrivals: uniform }
      """)
    let function = record.functions[0]
    #expect(abs(function.offered - function.throttles - 110_000) <= 2)
    #expect(function.throttles == function.refused(.requestRate))
  }

  /// The peaks of three functions under more callers than can be served, and the reasons of the refusals.
  ///
  /// - Source: AWS Lambda Developer Guide, Understanding reserved concurrency: of 1,000, two functions reserve 400 each; all others share 200.
  @Test func `reservations are kept free and the others share the rest`() throws {
    let record = try Simulated.record(
      """
      scenario: reservations
      platform: { profile: aws-lambda, scaling: none, concurrency: { requestsPerSecond: none } }
      account: { concurrency: 1000 }
      run: { duration: 30 s }
      functions:
        blue: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, reservedConcurrency: 400, steps: [ { wait: 10 min } ] }
        orange: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, reservedConcurrency: 400, steps: [ { wait: 10 min } ] }
        other: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, steps: [ { wait: 10 min } ] }
        another: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, steps: [ { wait: 10 min } ] }
      traffic:
        a: { to: blue, users: 700, think: 1 s }
        b: { to: orange, users: 100, think: 1 s }
        c: { to: other, users: 150, think: 1 s }
        d: { to: another, users: 150, think: 2 s }
      """)
    #expect(record.functions.map(\.concurrency.peak) == [400, 100, 150, 50])
    #expect(record.functions[0].throttles == record.functions[0].refused(.reservedConcurrency))
    #expect(record.functions[1].throttles == 0 && record.functions[2].throttles == 0)
    #expect(record.functions[3].throttles == record.functions[3].refused(.concurrency))
    #expect(record.accountConcurrency.peak == 700)
  }

  /// - Source: AWS Lambda Developer Guide, Configuring provisioned concurrency: 400 of 1,000 provisioned leave 600 on demand, for the function
  ///   itself too; with 200 provisioned of 400 reserved, 200 more start on demand and the rest is throttled.
  @Test func `provisioned instances spill over into what the account or the reservation leaves`() throws {
    func record(_ function: String) throws -> RunRecord {
      try Simulated.record(
        """
        scenario: provisioned
        platform: { profile: aws-lambda, scaling: none, concurrency: { requestsPerSecond: none } }
        account: { concurrency: 1000 }
        run: { duration: 20 min, warmUp: 15 min }
        functions:
          f: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 15 min, \(function), steps: [ { wait: 10 min } ] }
        traffic:
          callers: { to: f, users: 1100, think: 16 min }
        """)
    }
    let open = try record("provisionedConcurrency: 400")
    #expect(open.functions[0].concurrency.peak == 1000)
    #expect(open.functions[0].provisioned.peak == 400)
    #expect(open.functions[0].refused(.concurrency) > 0)
    #expect(open.functions[0].instances.peak == 1000)
    let closed = try record("provisionedConcurrency: 200, reservedConcurrency: 400")
    #expect(closed.functions[0].concurrency.peak == 400)
    #expect(closed.functions[0].provisioned.peak == 200)
    #expect(closed.functions[0].refused(.reservedConcurrency) > 0)
    #expect(closed.functions[0].throttles == closed.functions[0].refused(.reservedConcurrency))
  }
}
