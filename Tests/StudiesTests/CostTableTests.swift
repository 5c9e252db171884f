import Billing
import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing
import Variates

@Suite struct CostTableTests {
  @Test func `a window is priced at first-tier prices without free tier`() {
    let costs = Shop.study().result(of: Shop.record()).costs
    // api: 995 requests, 29.5 s x 1 GB; worker: 2 requests, 3 s x 0.5 GB.
    #expect(costs.lines.map(\.component) == ["api", "api", "worker", "worker"])
    #expect(costs.lines.map(\.item) == ["requests", "duration.x86_64", "requests", "duration.x86_64"])
    #expect(costs.lines.map(\.quantity) == [.integer(995), .real(29.5), .integer(2), .real(1.5)])
    #expect(costs.lines.map(\.run) == [199_000, 590_000, 400, 30_000])
    #expect(costs.run == 819_400)
  }

  @Test func `a month is scaled by 730 hours and has its free tier`() {
    let costs = Shop.study().result(of: Shop.record()).costs
    // 730 h are 26,280 windows: 31 GB-s x 26,280 = 814,680 GB-s, of which 400,000 are free.
    let duration: Int64 = (814_680 - 400_000) * 20_000
    let requests: Int64 = 997 * 26_280 * 200
    #expect(costs.month == duration + requests)
    #expect(costs.month(of: "api") + costs.month(of: "worker") == costs.month)
    let scenario = Shop.scenario()
    let dear = Study(scenario, freeTier: false).result(of: Shop.record()).costs
    #expect(dear.month == 814_680 * 20_000 + requests)
  }

  @Test func `waste and initialisation are told apart`() {
    let line = Shop.study().result(of: Shop.record()).costs.lines[1]
    #expect(line.wasted == 30_000)
    #expect(line.initialization == 192_000)
  }

  @Test func `what has no price is named`() {
    var prices = Shop.prices
    prices.rates[.requests] = nil
    var scenario = Shop.scenario()
    scenario.prices = prices
    let costs = Study(scenario).result(of: Shop.record()).costs
    #expect(costs.unpriced == ["requests"])
    #expect(costs.lines[0].unitPrice == .missing)
  }

  @Test func `a subscription belongs to the account`() {
    var prices = Shop.prices
    prices.rates[.subscription] = Rate(Price(ExactDecimal(5), per: .month))
    var scenario = Shop.scenario()
    scenario.prices = prices
    let costs = Study(scenario).result(of: Shop.record()).costs
    #expect(costs.lines.last?.component == "account")
    #expect(costs.month(of: "account") == 5_000_000_000)
  }

  /// 0.09 and 0.045 USD a GB, 0.045 USD an hour.
  ///
  /// - Source: AWS price list, data transfer out; Amazon VPC pricing, NAT gateway.
  @Test func `what functions send is billed, through a gateway twice`() throws {
    var scenario = Shop.scenario()
    let text =
      "scenario: a\nplatform: aws-lambda\nrun: { duration: 1 h }\nfunctions: { f: { runtime: nodejs22 } }\ntraffic: { w: { to: f, rate: 1/s } }"
    let aws = Scenario.parse(text).scenario
    scenario.prices = try #require(aws).prices
    scenario.functions[0].egress = 1 << 20
    scenario.functions[0].vpc = .nat
    let costs = Study(scenario, freeTier: false).result(of: Shop.record()).costs
    let gigabytes = 995.0 / 1024
    func run(_ item: String) throws -> Double { Double(try #require(costs.lines.first { $0.item == item }).run) / 1e9 }
    #expect(abs(try run("network.egress") - 0.09 * gigabytes) < 1e-8)
    #expect(abs(try run("network.nat.data") - 0.045 * gigabytes) < 1e-8)
    let time = try #require(costs.lines.first { $0.item == "network.nat.time" })
    #expect(time.component == "account" && time.run == 45_000_000 * 100 / 3600)
  }

  @Test func `provisioned concurrency is billed by its time, storage above what is free`() throws {
    var scenario = Shop.scenario()
    scenario.functions[0].ephemeralStorage = 1_024 << 20
    scenario.functions[0].architecture = .arm
    var record = Shop.record()
    record.functions[0].provisioned.area = 10 * Int128(Shop.window)
    record.functions[0].meter.provisionedMilliseconds = 500
    let reading = MeterReading(scenario.functions[0], record.functions[0], platform: scenario.platform, window: Shop.window)
    #expect(reading.meter[.provisionedKeptARM] == 10 * 100_000 * 1_024)
    #expect(reading.meter[.provisionedDurationARM] == 500 * 1_024)
    #expect(reading.meter[.durationARM] == 29_500 * 1_024)
    #expect(reading.meter[.ephemeralStorage] == 30_000 * 512)
  }

  @Test func `a scheduled period of provisioned concurrency is rounded up where it ends`() {
    var scenario = Shop.scenario()
    let minute: Int64 = 60_000_000_000
    // Both fall on the start, in this order, and only the first on minute 7.
    let off = ProvisionedConcurrency.ScheduledCount(at: .rate(every: 7 * minute), count: 0)
    let on = ProvisionedConcurrency.ScheduledCount(at: .rate(every: 11 * minute), count: 10)
    scenario.functions[0].provisionedConcurrency = .fixed(count: 10, schedule: [off, on])
    scenario.run.duration = 10 * minute
    func kept(in window: Range<Int64>) -> Int64 {
      var record = Shop.record()
      record.window = window
      record.functions[0].provisioned.area = 1_000_000
      let costs = Study(scenario).result(of: record).costs
      return Int64((costs.lines.first { $0.item == "provisioned.kept.x86_64" }?.quantity.number ?? 0).rounded())
    }
    #expect(kept(in: 0..<(10 * minute)) == 10 * 3 * 60)
    #expect(kept(in: 0..<(5 * minute)) == 0)
  }

  @Test func `waste goes no further than what was billed`() {
    var record = Shop.record().functions[0]
    record.meter.onDemandMilliseconds = 1_000
    record.meter.provisionedMilliseconds = 300
    let scenario = Shop.scenario()
    let meter = MeterReading(scenario.functions[0], record, platform: scenario.platform, window: Shop.window).meter
    #expect(meter.wasted[.durationX86] == 1_000 * 1_024)
    #expect(meter.wasted[.provisionedDurationX86] == 300 * 1_024)
  }

  @Test func `what lies between functions is a component of its own`() throws {
    var service = Meter("crm")
    let price = try #require(Price(parsing: "2 USD/million", per: .request))
    service.add(ServiceMeter(price: price, requests: Usage(500, wasted: 100)))
    var queue = Meter("jobs")
    queue.add(TopicMeter(.standard))
    let costs = CostTable([MeterReading(service), MeterReading(queue)], window: Shop.window, prices: Shop.prices, freeTier: true)
    #expect(costs.lines.map(\.item) == ["service"])
    #expect(costs.lines[0].unit == "requests" && costs.lines[0].unitPrice == .real(2e-6))
    #expect((costs.run, costs.wasted) == (1_000_000, 200_000))
    #expect(costs.month(of: "crm") == 1_000_000 * 26_280)
  }

  @Test func `a snapshot is billed where it is not free`() {
    var scenario = Shop.scenario()
    scenario.functions[0].snapStart = .constant(100e6)
    scenario.functions[0].runtime = "python3.13"
    var record = Shop.record().functions[0]
    record.meter.restores = 3
    let paid = MeterReading(scenario.functions[0], record, platform: scenario.platform, window: Shop.window)
    #expect(paid.meter[.snapStartCache] == 100_000 * 1_024)
    #expect(paid.meter[.snapStartRestore] == 3 << 30)
    scenario.functions[0].runtime = "java21"
    let free = MeterReading(scenario.functions[0], record, platform: scenario.platform, window: Shop.window)
    #expect(free.meter[.snapStartCache] == 0)
  }

  @Test func `instances are billed as a whole where the platform does so`() {
    var platform = Shop.scenario().platform
    platform.billing.basis = .instanceTime
    var function = Shop.scenario().functions[0]
    function.memory = 1_769 << 20
    var record = FunctionRecord()
    record.meter.requests = 5
    record.meter.instanceMilliseconds = 1_000
    let meter = MeterReading(function, record, platform: platform, window: Shop.window).meter
    #expect(meter[.vCPU] == 1_000_000)
    #expect(meter[.memory] == 1_769_000)
    #expect(meter[.durationX86] == 0)
    platform.billing.basis = .cpuTime
    record.meter.cpuMicroseconds = 7_900
    let cpu = MeterReading(function, record, platform: platform, window: Shop.window).meter
    #expect(cpu[.cpuTime] == 7)
  }
}
