import Fleet
import Scenarios

extension LossCount {
  /// What queues refused or gave up, by the reason.
  static func ofQueues(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.queues, record.queues).flatMap { spec, queue in
      list(.element(.queue, spec.name), of: queue.taken, [("dead_lettered", queue.deadLettered), ("expired", queue.expired)])
        + list(.element(.queue, spec.name), of: queue.accepted + queue.refused, [("refused", queue.refused)])
    }
  }

  /// Writes that streams refused, and what their consumers gave up, by the reason.
  static func ofStreams(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.streams, record.streams).flatMap { spec, stream in
      let subject = Objective.Subject.element(.stream, spec.name)
      let writes = [("write_throttle", stream.writeThrottles), ("unavailable", stream.unavailable), ("payload_too_large", stream.tooLarge)]
      let given = DiscardCondition.allCases.map { condition in
        (condition.name, stream.consumers.reduce(0) { $0 + $1.discarded[Int(condition.rawValue)] })
      }
      let expired = [("expired", stream.consumers.reduce(0) { $0 + $1.expired })]
      return list(subject, of: stream.writes, writes)
        + list(subject, of: stream.consumers.reduce(0) { $0 + $1.offered }, given + expired)
    }
  }

  /// What doors refused, or did not answer well, by the reason.
  static func ofDoors(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.doors, record.doors).flatMap { spec, door in
      list(
        .element(.door, spec.name), of: door.requests,
        [
          ("throttle", door.throttled), ("account_throttle", door.throttledByAccount), ("unavailable", door.unavailable),
          ("payload_too_large", door.tooLarge), ("error", door.errors), ("timeout", door.timeouts), ("refused_behind", door.refused),
          ("abandoned", door.abandoned),
        ])
    }
  }

  /// Asynchronous invocations that were given up, by the reason.
  static func ofEvents(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.functions, record.asyncEvents).flatMap { spec, events in
      let dropped = zip(EventDrop.allCases, events.dropped).map { ("async_\($0.name)", $1) }
      return list(.function(spec.name), of: events.received + events.tooLarge, dropped + [("async_payload_too_large", events.tooLarge)])
    }
  }

  /// The causes of a subject that have a loss.
  static func list(_ subject: Objective.Subject, of all: Int64, _ causes: [(String, Int64)]) -> [LossCount] {
    causes.filter { $0.1 > 0 }.map { LossCount(subject: subject, cause: $0.0, requests: $0.1, of: all) }
  }
}
