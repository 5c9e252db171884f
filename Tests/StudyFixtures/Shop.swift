public import Billing
import Documents
public import Fleet
public import Scenarios
import Statistics
public import Studies

/// A shop of two functions and two sources, observed for 100 s, with figures that one can work out by hand.
///
/// `api` was called 1,010 times by `web`: 10 throttled, 985 well, 8 errors, 2 timeouts, 5 unfinished. Of the 995 that ended, 975
/// took 20 ms and 20 took 500 ms, of which 480 ms were a cold start. `worker` was called twice by `jobs`, 1.5 s each time.
public enum Shop {
  /// Length of the measured window, nanoseconds.
  public static let window: Int64 = 100_000_000_000

  /// 0.20 USD a million requests and 0.00002 USD a GB-s, 400,000 GB-s of them free.
  public static var prices: PriceBook {
    var book = PriceBook(
      name: "plain", label: "Plain prices", asOf: "2026-01-01",
      free: [PriceBook.Allowance(400_000 * 1_024_000, for: [.durationX86, .durationARM])])
    book.rates[.requests] = Rate(Price(ExactDecimal(2, exponent: -1), per: .request))
    book.rates[.durationX86] = Rate(Price(ExactDecimal(2, exponent: -5), per: .gigabyteSecond))
    book.rates[.durationARM] = Rate(Price(ExactDecimal(16, exponent: -6), per: .gigabyteSecond))
    return book
  }

  /// The scenario, with further functions and sources where a test wants more than two.
  public static func scenario(objectives: [Objective] = [], more: Int = 0) -> Scenario {
    let functions = (0..<more).map {
      "  function-with-a-rather-long-name-\($0): { runtime: nodejs22, memory: 128 MB, artifact: { size: 1 MB } }\n"
    }
    let traffic = (0..<more).map { "  traffic-\($0): { to: function-with-a-rather-long-name-\($0), rate: 1/s }\n" }
    let result = Scenario.parse(
      """
      scenario: shop
      platform: aws-lambda
      run: { duration: 120 s, warmUp: 20 s, seed: 7 }
      functions:
        api: { runtime: nodejs22, memory: 1024 MB, artifact: { size: 1 MB } }
        worker: { runtime: nodejs22, memory: 512 MB, artifact: { size: 1 MB } }
      \(functions.joined())
      traffic:
        web: { to: api, rate: 10/s }
        jobs: { to: worker, rate: 0.02/s }
      \(traffic.joined())
      """, file: "shop.yaml")
    guard var scenario = result.scenario else { preconditionFailure(result.diagnostics.map(\.rendered).joined()) }
    scenario.prices = prices
    scenario.objectives = objectives
    return scenario
  }

  /// What a run of the shop recorded that was stopped before its end.
  public static func stoppedRecord() -> RunRecord {
    var record = record()
    record.isComplete = false
    return record
  }

  /// What the run of the shop recorded.
  public static func record() -> RunRecord {
    var record = RunRecord(window: 20_000_000_000..<120_000_000_000)
    record.endedAt = 120_000_000_000
    record.events = 4_242
    record.functions = [api, worker]
    record.sources = [web, jobs]
    record.accountConcurrency.area = 35_000_000_000
    record.accountConcurrency.peak = 9
    return record
  }

  /// A study of the shop.
  public static func study(objectives: [Objective] = [], more: Int = 0) -> Study {
    Study(scenario(objectives: objectives, more: more))
  }

  /// An objective on a quantile of a function's latency, in milliseconds.
  public static func latency(of function: String, _ share: Double, below milliseconds: Double, advisory: Bool = false) -> Objective {
    let statistic = Statistic.quantile(share)
    return Objective(
      text: "\(function).latency.\(statistic.word) < \(Int(milliseconds)) ms", subject: .function(function), metric: .latency,
      statistic: statistic, comparison: .less, value: milliseconds * 1e6, advisory: advisory)
  }

  private static let latencies = LatencyHistogram([Int64](repeating: 20_000_000, count: 975) + [Int64](repeating: 500_000_000, count: 20))

  private static var api: FunctionRecord {
    var api = FunctionRecord()
    api.offered = 1_010
    api.refused[Int(Refusal.concurrency.rawValue)] = 10
    (api.succeeded, api.errors, api.timeouts, api.unfinished, api.coldStarts) = (985, 8, 2, 5, 20)
    api.latency = latencies
    api.duration = LatencyHistogram([Int64](repeating: 20_000_000, count: 995))
    api.start = LatencyHistogram([Int64](repeating: 480_000_000, count: 20))
    api.startParts[Int(StartPart.placement.rawValue)] = LatencyHistogram([Int64](repeating: 180_000_000, count: 20))
    api.startParts[Int(StartPart.runtimeStart.rawValue)] = LatencyHistogram([Int64](repeating: 300_000_000, count: 20))
    api.causes = causes
    api.concurrency.area = 32_000_000_000
    api.concurrency.peak = 8
    api.instances.area = 1_200_000_000_000
    api.instances.peak = 20
    api.wasted = 1_500_000_000
    api.meter.requests = 995
    api.meter.onDemandMilliseconds = 29_500
    api.meter.initMilliseconds = 9_600
    api.meter.wastedMilliseconds = 1_500
    return api
  }

  private static var causes: CauseTable {
    var causes = CauseTable()
    let slow = LatencyBins.coarse(LatencyBins.index(of: 500_000_000))
    causes.add(20 * 180_000_000, to: .placement, bin: slow)
    causes.add(20 * 300_000_000, to: .runtimeStart, bin: slow)
    return causes
  }

  private static var worker: FunctionRecord {
    var worker = FunctionRecord()
    (worker.offered, worker.succeeded) = (2, 2)
    worker.latency = LatencyHistogram([1_500_000_000, 1_500_000_000])
    worker.duration = worker.latency
    worker.concurrency.area = 3_000_000_000
    worker.concurrency.peak = 1
    worker.instances.area = 100_000_000_000
    worker.instances.peak = 1
    worker.meter.requests = 2
    worker.meter.onDemandMilliseconds = 3_000
    return worker
  }

  private static var web: SourceRecord {
    var web = SourceRecord()
    (web.requests, web.attempts, web.succeeded, web.unfinished) = (1_000, 1_010, 980, 5)
    web.lost[Int(Loss.throttle.rawValue)] = 5
    web.lost[Int(Loss.error.rawValue)] = 8
    web.lost[Int(Loss.timeout.rawValue)] = 2
    web.latency = latencies
    web.completion = latencies
    web.causes = causes
    return web
  }

  private static var jobs: SourceRecord {
    var jobs = SourceRecord()
    (jobs.requests, jobs.attempts, jobs.succeeded) = (2, 2, 2)
    jobs.latency = LatencyHistogram([1_500_000_000, 1_500_000_000])
    jobs.completion = jobs.latency
    return jobs
  }
}
