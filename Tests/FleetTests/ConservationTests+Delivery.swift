import Statistics
import Testing

@testable import Fleet

extension ConservationTests {
  @Test("the random fleets deliver, retry, give up and are throttled in every way")
  func deliveryCoverage() throws {
    var events = EventRecord()
    var doors = DoorRecord()
    var brokers = BrokerRecord()
    var subscriptions = SubscriptionRecord()
    for seed in 0..<500 {
      let record = try Run.simulate(RandomFleet.full(seed))
      for event in record.asyncEvents {
        events.processed += event.processed
        events.retried += event.retried
        events.throttled += event.throttled
        for index in events.dropped.indices { events.dropped[index] += event.dropped[index] }
        events.deadLetters += event.deadLetters
        events.destinationDeliveries += event.destinationDeliveries
      }
      for door in record.doors {
        doors.throttled += door.throttled
        doors.throttledByAccount += door.throttledByAccount
        doors.succeeded += door.succeeded
        doors.errors += door.errors
        doors.timeouts += door.timeouts
        doors.refused += door.refused
        doors.abandoned += door.abandoned
      }
      for broker in record.brokers {
        brokers.throttled += broker.throttled
        brokers.fetches += broker.fetches
        brokers.fetchesThrottled += broker.fetchesThrottled
      }
      for subscription in record.subscriptions {
        subscriptions.filtered += subscription.filtered
        subscriptions.delivered += subscription.delivered
        subscriptions.failures += subscription.failures
        subscriptions.deadLetters += subscription.deadLetters
        for index in subscriptions.dropped.indices { subscriptions.dropped[index] += subscription.dropped[index] }
      }
    }
    #expect(events.processed > 1000 && events.retried > 100 && events.throttled > 100 && events.deadLetters > 10, "\(events)")
    #expect(events.dropped[0...2].allSatisfy { $0 > 10 } && events.destinationDeliveries > 100, "\(events)")
    #expect(doors.succeeded > 100 && doors.errors > 10 && doors.timeouts > 10 && doors.refused > 10 && doors.abandoned > 10, "\(doors)")
    #expect(doors.throttled > 10 && doors.throttledByAccount > 10, "\(doors)")
    #expect(brokers.throttled > 100 && brokers.fetches > 100 && brokers.fetchesThrottled > 10, "\(brokers)")
    #expect(subscriptions.filtered > 10 && subscriptions.delivered > 100 && subscriptions.failures > 10, "\(subscriptions)")
    #expect(subscriptions.dropped.prefix(2).allSatisfy { $0 > 10 } && subscriptions.deadLetters > 10, "\(subscriptions)")
  }
}
