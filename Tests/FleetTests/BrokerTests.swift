import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// Topics, buses, buckets and schedules, worked by hand.
@Suite("Deliveries to subscribers")
struct BrokerTests {
  /// A topic with two functions; requests are published to it.
  private func fleet(
    at seconds: [Double], size: Double = 0, sources: Int = 1, _ change: (inout SmallFleet) -> Void = { _ in }
  ) throws -> RunRecord {
    var fleet = SmallFleet(seconds: 3000, sources: sources)
    let functions = [fleet.addFunction(milliseconds: 100), fleet.addFunction(milliseconds: 400)]
    fleet.blueprint.events = [EventPlan(), EventPlan()]
    var topic = BrokerPlan()
    topic.latency = Sampler(constant: 5e7)
    topic.subscriptions = 2
    fleet.blueprint.brokers = [topic]
    for function in functions {
      fleet.blueprint.subscriptions.append(SubscriptionPlan(from: 0, to: fleet.target(.event, function), salt: UInt64(function) + 1))
    }
    fleet.addSource(at: seconds, to: Target(.broker, 0), size: size)
    change(&fleet)
    return try fleet.run()
  }

  @Test("each subscriber gets a copy, and a request ends with the last of them")
  func copies() throws {
    let record = try fleet(at: [1, 2], size: 100_000)
    #expect(record.functions.map(\.succeeded) == [2, 2] && record.subscriptions.map(\.delivered) == [2, 2])
    #expect(record.sources[0].succeeded == 2 && record.sources[0].completion.maximum == 450 * .millisecond)
    #expect(record.sources[0].latency.maximum == 0, "publishing has been answered at once")
    #expect(record.brokers[0].accepted == 2 && record.brokers[0].bytes == 200_000 && record.brokers[0].units == 4)
    #expect(record.subscriptions[0].latency.maximum == 50 * .millisecond && record.subscriptions[0].units == 4)
  }

  @Test("a filter keeps back what it does not name, and what is larger than it says")
  func filters() throws {
    let record = try fleet(at: [1], size: 17_000) { fleet in
      fleet.blueprint.sources[0].kinds = Sampler(constant: 3)
      fleet.blueprint.filterKinds = [1, 3]
      fleet.blueprint.subscriptions[0].filter.kinds = 2
      fleet.blueprint.subscriptions[1].filter.largest = 16_384
    }
    #expect(record.subscriptions.map(\.filtered) == [0, 1] && record.functions.map(\.succeeded) == [1, 0])
    #expect(record.sources[0].completion.maximum == 150 * .millisecond)
  }

  /// A bucket that accepts one object in 100 s stands for anything that refuses at times.
  private func refusing(sources: Int = 1, _ change: (inout SmallFleet) -> Void) throws -> RunRecord {
    try fleet(at: [1, 2], sources: sources) { fleet in
      var bucket = BrokerPlan()
      bucket.acceptRate = TokenBucket(capacity: 1, refill: 1, every: 100 * .second)
      fleet.blueprint.brokers.append(bucket)
      fleet.blueprint.brokers[0].subscriptions = 1
      fleet.blueprint.subscriptions[0].target = Target(.broker, 1)
      change(&fleet)
    }
  }

  /// - Source: Amazon SNS Developer Guide, Message delivery retries: 3 at once, 2 after 1 s each, 10 from 1 to 20 s, 100,000 every 20 s.
  @Test("a topic tries three times at once, twice after a second, then ever more slowly")
  func policy() throws {
    let record = try refusing {
      $0.blueprint.pauses = ([0, 0, 0, 1, 1, 1, 1.4, 1.9, 2.7, 3.8, 5.3, 7.4, 10.3, 14.3, 20, 20] as [Double]).map { Nanoseconds($0 * 1e9) }
      $0.blueprint.subscriptions[0].retry = RetryPlan(retries: 100_015)
      $0.blueprint.subscriptions[0].retry.pauses = 16
    }
    // The first took the token at 1.05. The next attempts are at 2.05 four times, 3.05, 4.05, then after 68.1 s at 72.15, and each 20 s on.
    #expect(record.subscriptions[0].delivered == 2 && record.subscriptions[0].failures == 17)
    #expect(record.brokers[1].accepted == 2 && record.brokers[1].throttled == 17)
    #expect(record.subscriptions[0].latency.maximum == 110_150 * .millisecond)
  }

  @Test("a delivery is tried once, and again as often as it says", arguments: [0, 1, 3])
  func retries(_ retries: Int64) throws {
    let record = try refusing {
      $0.blueprint.pauses = [.second]
      $0.blueprint.subscriptions[0].retry = RetryPlan(retries: UInt32(retries))
      $0.blueprint.subscriptions[0].retry.pauses = 1
    }
    #expect(record.subscriptions[0].failures == 1 + retries && record.subscriptions[0].dropped == [1, 0, 0])
  }

  @Test("what cannot be delivered in time goes to the dead-letter queue")
  func deadLetter() throws {
    let record = try refusing {
      $0.blueprint.subscriptions[0].retry = RetryPlan(retries: 185)
      $0.blueprint.subscriptions[0].retry.maximumAge = 50 * .second
      $0.blueprint.brokers.append(BrokerPlan())
      $0.blueprint.subscriptions[0].deadLetter = Target(.broker, 2)
    }
    #expect(record.subscriptions[0].delivered == 1 && record.subscriptions[0].dropped == [0, 1, 0])
    #expect(record.subscriptions[0].deadLetters == 1 && record.brokers[2].accepted == 1)
    #expect(record.sources[0].lost[Int(Loss.deadLettered.rawValue)] == 1 && record.sources[0].succeeded == 1)
  }

  @Test("ordered deliveries wait for the one that is tried again")
  func ordered() throws {
    let record = try refusing {
      $0.blueprint.pauses = [10 * .second]
      $0.blueprint.subscriptions[0].retry = RetryPlan(retries: 1000)
      $0.blueprint.subscriptions[0].retry.pauses = 1
      $0.blueprint.subscriptions[0].isOrdered = true
      $0.blueprint.times = [1, 2, 3].map { $0 * .second }
      $0.blueprint.sources[0].count = 3
      $0.blueprint.sources[0].keys = Sampler(constant: 7)
    }
    // The second is refused at 2.05 and goes through at 102.05; the third gets its turn then and is refused until 202.05.
    #expect(record.subscriptions[0].delivered == 3 && record.subscriptions[0].failures == 20)
    #expect(record.sources[0].completionCauses.spent(on: .blocked) == Int128(99 * Nanoseconds.second))
    #expect(record.sources[0].completion.maximum == 199_050 * .millisecond)
  }

  /// Keys 1, 1, 2 and 1 at 1, 2, 3 and 4 s; what is delivered at 2.05 s is refused, and tried again 10 s later.
  ///
  /// - Source: Amazon SNS Developer Guide, Message grouping for FIFO topics: the order is that of each group.
  @Test("a delivery that is tried again holds up those of its own key only")
  func groups() throws {
    let record = try refusing(sources: 2) {
      $0.blueprint.brokers[1].acceptRate = nil
      $0.blueprint.faults = [FaultPlan(.throttle, from: 1500 * .millisecond, until: 2500 * .millisecond)]
      $0.blueprint.brokers[1].faults = FaultRange(first: 0, count: 1)
      $0.blueprint.pauses = [10 * .second]
      $0.blueprint.subscriptions[0].retry = RetryPlan(retries: 1000)
      $0.blueprint.subscriptions[0].retry.pauses = 1
      $0.blueprint.subscriptions[0].isOrdered = true
      $0.blueprint.times = [1, 2, 4, 3].map { $0 * .second }
      $0.blueprint.sources[0].count = 3
      $0.blueprint.sources[0].keys = Sampler(constant: 1)
      var other = $0.blueprint.sources[0]
      (other.first, other.count, other.key, other.keys) = (3, 1, 99, Sampler(constant: 2))
      $0.blueprint.sources.append(other)
      $0.blueprint.trafficCount = 2
    }
    #expect(record.subscriptions[0].delivered == 4 && record.subscriptions[0].failures == 1)
    #expect(record.sources[1].completion.maximum == 50 * .millisecond)
    #expect(record.sources[0].completion.maximum == 10_050 * .millisecond)
    #expect(record.sources[0].completionCauses.spent(on: .blocked) == Int128(8 * Nanoseconds.second))
  }

  @Test("a bus that makes one delivery a second lets the others wait")
  func paced() throws {
    let record = try fleet(at: [1, 1, 1]) {
      $0.blueprint.brokers[0].subscriptions = 1
      $0.blueprint.brokers[0].deliveryRate = TokenBucket(capacity: 1, refill: 1, every: .second)
    }
    #expect(record.subscriptions[0].delivered == 3 && record.sources[0].completion.maximum == 2150 * .millisecond)
    #expect(record.sources[0].completionCauses.spent(on: .queued) == Int128(3 * Nanoseconds.second))
  }

  @Test("a bucket refuses what is fetched beyond its rate")
  func fetching() throws {
    var fleet = SmallFleet(seconds: 10)
    var bucket = BrokerPlan()
    bucket.fetchRate = TokenBucket(capacity: 1, refill: 1, every: 100 * .second)
    fleet.blueprint.brokers = [bucket]
    var hop = HopPlan(to: Target(.fetch, 0))
    hop.size = Sampler(constant: 5000)
    let function = fleet.addFunction(milliseconds: 1, hops: [hop])
    let target = fleet.target(.function, function)
    fleet.addSource(at: [1, 2], to: target)
    let record = try fleet.run()
    #expect(record.brokers[0].fetches == 1 && record.brokers[0].fetchesThrottled == 1 && record.brokers[0].bytesFetched == 5000)
    #expect(record.functions[0].succeeded == 1 && record.functions[0].errors == 1)
  }
}
