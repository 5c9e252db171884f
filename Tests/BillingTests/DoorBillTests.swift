import Billing
import Testing

/// The bills of doors, the network, workflows, containers and services against worked examples, to the cent as their sources print them.
struct DoorBillTests {
  let book: PriceBook

  init() throws {
    book = try BillingTests.book("aws-us-east-1")
  }

  func bill(_ part: some ComponentMeter, freeTier: Bool = false) -> Bill {
    Bill(for: [Meter("part", part)], by: book, terms: .month(freeTier: freeTier))
  }

  func amounts(_ part: some ComponentMeter) -> [String] { bill(part).lines.map(\.amount.description) }

  /// - Source: Infracost golden tests, API Gateway.
  @Test func `a thousand million requests to an HTTP API fall into two tiers`() {
    var door = DoorMeter(.httpApi)
    door.requests = 1_000_000_000
    #expect(amounts(door) == ["300.00", "630.00"])
  }

  /// - Source: Infracost golden tests, API Gateway.
  @Test func `web sockets cost messages in two tiers and connection minutes`() {
    var door = DoorMeter(.webSocket)
    door.requests = 1_500_000_000
    door.milliseconds = Usage(10_000_000 * 60_000)
    #expect(amounts(door) == ["1000.00", "400.00", "2.50"])
  }

  /// - Source: arithmetic on API Gateway's prices.
  @Test(arguments: [Int64(333_000_000), 333_000_001, 1_000_000_000, 20_000_000_000, 21_000_000_000])
  func `a REST API has four tiers`(requests: Int64) {
    var door = DoorMeter(.restApi)
    door.requests = Usage(requests)
    let full = ["1165.50", "1867.60", "45220.00"]
    switch requests {
    case 333_000_000: #expect(amounts(door) == ["1165.50"])
    case 333_000_001: #expect(amounts(door) == ["1165.50", "0.00"])
    case 1_000_000_000: #expect(amounts(door) == Array(full.prefix(2)))
    case 20_000_000_000: #expect(amounts(door) == full)
    default: #expect(amounts(door) == full + ["1510.00"])
    }
  }

  @Test func `doors count chunks of their own size`() {
    #expect(DoorMeter.units(bytes: 513 << 10, through: .httpApi) == 2)
    #expect(DoorMeter.units(bytes: 513 << 10, through: .restApi) == 1)
    #expect(DoorMeter.units(bytes: 33 << 10, through: .webSocket) == 2)
    var url = DoorMeter(.functionURL)
    url.add(requestOf: 1 << 20)
    #expect(bill(url).lines.isEmpty)
  }

  /// - Source: Infracost golden tests, load balancer.
  @Test func `a load balancer costs its hours and its capacity`() {
    var door = DoorMeter(.loadBalancer)
    door.milliseconds = Usage(milliseconds(hours: 730))
    door.capacity = Usage(730 * 1_369_800)
    #expect(amounts(door) == ["16.43", "8.00"])
  }

  @Test func `a load balancer's capacity is its most used dimension`() {
    var hour = BalancerCapacity()
    #expect(hour.microcapacityHours == 0)
    hour.newConnections = 45_000
    #expect(hour.microcapacityHours == 500_000)
    hour.functionBytes = bytes(gigabytes: 2)
    #expect(hour.microcapacityHours == 5_000_000)
    hour.functionBytes = 0
    hour.otherBytes = bytes(gigabytes: 2)
    #expect(hour.microcapacityHours == 2_000_000)
    hour.connectionMilliseconds = 3_000 * 3_600_000 * 7
    #expect(hour.microcapacityHours == 7_000_000)
    hour.ruleEvaluations = 1_000 * 3_600 * 8 + 1
    #expect(hour.microcapacityHours == 8_000_001)
  }

  /// - Source: arithmetic on the prices of data to the Internet and of NAT gateways.
  @Test func `data to the Internet falls into four tiers after 100 GB`() {
    var network = NetworkMeter()
    network.egressBytes = Usage(bytes(gigabytes: 153_600 + 100 + 1_000))
    network.gatewayMilliseconds = Usage(milliseconds(hours: 730))
    network.gatewayBytes = Usage(bytes(gigabytes: 1_000))
    let lines = bill(network, freeTier: true).lines.filter { $0.terms != .free }
    #expect(lines.map(\.amount.description) == ["921.60", "3481.60", "7168.00", "50.00", "32.85", "45.00"])
  }

  /// - Source: Infracost golden tests, Step Functions.
  @Test func `a standard workflow costs its transitions`() {
    var workflow = WorkflowMeter()
    workflow.transitions = 10_000
    #expect(bill(workflow).total.description == "0.25")
    #expect(bill(workflow, freeTier: true).total.description == "0.15")
  }

  /// - Source: Infracost golden tests, Step Functions.
  @Test(arguments: [(100_000, 123, 64, ["0.10", "0.02"]), (10_000_000, 800, 512, ["10.00", "60.01", "3.33"])])
  func `an express workflow costs requests and rounded time and memory`(count: Int64, duration: Int64, memory: Int64, cost: [String]) {
    var workflow = WorkflowMeter()
    workflow.requests = Usage(count)
    workflow.memoryMilliseconds = Usage(
      count * WorkflowMeter.memoryMilliseconds(duration: duration * 1_000_000, memory: memory << 20))
    #expect(amounts(workflow) == cost)
  }

  @Test func `an express execution is rounded up to 100 ms and 64 MB`() {
    #expect(WorkflowMeter.memoryMilliseconds(duration: 0, memory: 0) == 100 * 64)
    #expect(WorkflowMeter.memoryMilliseconds(duration: 100_000_001, memory: (64 << 20) + 1) == 200 * 128)
  }

  /// - Source: Infracost golden tests, Fargate.
  @Test func `a container of 1 vCPU and 2 GB for a month`() {
    var container = ContainerMeter(on: .x86)
    container.add(runOf: milliseconds(hours: 730) * 1_000_000, milliCPU: 1_000, memory: 2_048)
    #expect(amounts(container) == ["29.55", "6.49"])
  }

  @Test func `a short run is billed a minute and any other whole seconds`() {
    var machine = MachineMeter("c7i.xlarge")
    machine?.add(runOf: 1)
    machine?.add(runOf: 60_000_000_001)
    #expect(machine?.milliseconds == 121_000)
    #expect(machine?.type == .machineC7iXLarge)
    #expect(MachineMeter("c7i.metal") == nil && MachineMeter.types.count == 5)
  }

  @Test func `each service has a line at its own price and no free tier`() {
    let crm = ServiceMeter(
      price: Price(parsing: "0.625 USD/million", per: .request), requests: Usage(4_000_000, wasted: 1_000_000))
    let bank = ServiceMeter(price: Price(parsing: "1000 USD/million", per: .request), requests: 3)
    var meters = [Meter("crm"), Meter("bank"), Meter("own")]
    meters[0].add(crm)
    meters[1].add(bank)
    meters[2].add(ServiceMeter(price: nil, requests: 1_000))
    let bill = Bill(for: meters, by: book, terms: .month(freeTier: true))
    #expect(bill.lines.map(\.component) == ["crm", "bank"])
    #expect(bill.total(of: "crm").description == "2.50")
    #expect(bill.total(of: "bank").text(decimals: 3) == "0.003")
    #expect(bill.shares.map(\.wastedAtFirstPrice.nanodollars) == [625_000_000, 0])
    #expect(bill.unpriced.isEmpty)
  }
}
