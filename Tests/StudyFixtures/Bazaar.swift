import Billing
public import Fleet
public import Scenarios
import Statistics
public import Studies
import Variates

/// The shop with one of everything that can stand around functions, observed for the same 100 s.
///
/// Of 400 requests to `crm` 300 were served, 6 of them in vain, 4 failed, 2 had no answer, and 94 were refused: 90 beyond its rate and 4
/// that had been in line for too long. `jobs` set off more than its answers: half of the time to completion went by in a queue.
public enum Bazaar {
  /// The shop's scenario with a door, two queues, a stream and a service.
  public static var scenario: Scenario {
    var scenario = Shop.scenario()
    let price = Price(ExactDecimal(2), per: .request)
    scenario.services = [ServiceSpec(name: "crm", latency: .constant(30e6), price: price)]
    scenario.doors = [DoorSpec(name: "public", kind: .httpApi, to: "api", timeout: 30_000_000_000, latency: .constant(0))]
    scenario.queues = ["orders", "orders-dead"].map {
      QueueSpec(
        name: $0, kind: .standard, visibilityTimeout: 30_000_000_000, maxReceiveCount: 3, retention: 345_600_000_000_000,
        maxMessageSize: 1 << 20, inFlight: 120_000, duplicates: 0)
    }
    let toWorker = NamedTrigger(source: "news", trigger: .push(PushTrigger()))
    scenario.functions[1].triggers = [toWorker]
    scenario.topics = [TopicSpec(name: "news", kind: .standard, latency: .constant(0))]
    scenario.prices.rates[.topicPublishes] = Rate(Price(ExactDecimal(5, exponent: -1), per: .request))
    scenario.streams = [
      StreamSpec(name: "clicks", kind: .kinesis, shards: 2, retention: 86_400_000_000_000, maxRecordSize: 1 << 20)
    ]
    scenario.prices.rates[.httpRequests] = Rate(Price(ExactDecimal(1), per: .request))
    scenario.prices.rates[.queueStandard] = Rate(Price(ExactDecimal(4, exponent: -1), per: .request))
    scenario.prices.rates[.streamShards] = Rate(Price(ExactDecimal(15, exponent: -3), per: .hour))
    scenario.prices.rates[.streamPuts] = Rate(Price(ExactDecimal(14, exponent: -3), per: .request))
    return scenario
  }

  /// What its run recorded.
  public static var record: RunRecord {
    var record = Shop.record()
    record.functions[0].meter.failedRequests = 6
    record.functions[0].meter.failedMilliseconds = 1_200
    record.functions[0].meter.retriedRequests = 4
    record.functions[0].meter.retriedMilliseconds = 800
    record.services = [crm]
    record.hops = hops
    record.doors = [door]
    record.queues = [orders, deadOrders]
    record.streams = [clicks]
    (record.brokers, record.subscriptions) = ([news], [newsToWorker])
    record.asyncEvents = [EventRecord(), events]
    record.sources[1].isFollowed = true
    record.sources[1].completion = LatencyHistogram([3_000_000_000, 3_000_000_000])
    record.sources[1].completionCauses.add(
      3_000_000_000, to: .inQueue, bin: LatencyBins.coarse(LatencyBins.index(of: 3_000_000_000)))
    return record
  }

  /// What the run came to.
  public static var result: StudyResult { Study(scenario).result(of: record) }

  private static var crm: ServiceRecord {
    var crm = ServiceRecord()
    (crm.offered, crm.served, crm.servedInVain, crm.errors, crm.stalled) = (400, 300, 6, 4, 2)
    crm.rejected[Int(ServiceRefusal.rate.rawValue)] = 90
    crm.rejected[Int(ServiceRefusal.queueWait.rawValue)] = 4
    crm.abandoned = 8
    crm.over = 12_500_000_000
    crm.answered = 600_000
    crm.connections.area = 9_000_000_000
    crm.connections.peak = 5
    return crm
  }
}
