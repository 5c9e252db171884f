import Statistics

@testable import Fleet

extension Conservation {
  /// Everything that was taken in came to one end or is still there.
  mutating func checkDeliveries(_ record: RunRecord, _ blueprint: Blueprint) {
    for (index, event) in record.asyncEvents.enumerated() {
      expect(
        event.received == event.processed + event.dropped.reduce(0, +) + event.unfinished, "events of function \(index)")
      expect(event.age.count == event.processed, "ages of events of function \(index)")
      expect(event.deadLetters + event.deadLetterErrors <= event.dropped.reduce(0, +), "dead letters of function \(index)")
    }
    for (index, door) in record.doors.enumerated() {
      let turnedAway = door.throttled + door.throttledByAccount + door.tooLarge + door.unavailable
      let answered = door.succeeded + door.errors + door.timeouts + door.refused
      expect(door.requests == turnedAway + answered + door.abandoned + door.unfinished, "door \(index)")
      expect(door.latency.count <= answered, "latencies of door \(index)")
    }
    for (index, broker) in record.brokers.enumerated() {
      expect(broker.offered == broker.throttled + broker.tooLarge + broker.unavailable + broker.accepted, "broker \(index)")
      let plan = blueprint.brokers[index]
      for place in plan.firstSubscription..<plan.firstSubscription + plan.subscriptions {
        let subscription = record.subscriptions[Int(place)]
        let ended = subscription.filtered + subscription.delivered + subscription.dropped.reduce(0, +)
        expect(broker.accepted == ended + subscription.unfinished, "subscription \(place)")
        expect(subscription.latency.count == subscription.delivered, "latencies of subscription \(place)")
      }
    }
  }
}
