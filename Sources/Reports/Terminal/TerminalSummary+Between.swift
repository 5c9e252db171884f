import Fleet
import Scenarios
import Studies

/// The tables of what stands between functions; a table without rows is left out.
extension TerminalSummary {
  var doors: [String] {
    table(
      ["DOORS", "req/s", "thr. %", "errors", "timeouts", "p50", "p95", "p99", "USD/month"], result.doors, "doors", by: \.record.requests
    ) { door in
      [
        door.name, Humane.number(door.requestsPerSecond), Humane.percent(door.throttledRatio), count(door.record.errors),
        count(door.record.timeouts), Humane.figure(door.latencyP50, in: .milliseconds),
        Humane.figure(door.latencyP95, in: .milliseconds), Humane.figure(door.latencyP99, in: .milliseconds),
        Humane.dollars(door.monthCost),
      ]
    }
  }

  var queues: [String] {
    table(
      ["QUEUES", "in/s", "out/s", "waiting", "max", "age p50", "age p99", "dead", "expired", "again", "USD/month"], result.queues, "queues",
      by: \.record.accepted
    ) { queue in
      [
        queue.name, Humane.number(queue.acceptedPerSecond), Humane.number(queue.processedPerSecond),
        Humane.figure(queue.messagesMean, in: .count), Humane.count(queue.record.messages.peak),
        Humane.figure(queue.ageP50, in: .milliseconds), Humane.figure(queue.ageP99, in: .milliseconds),
        count(queue.record.deadLettered), count(queue.record.expired), count(queue.record.redeliveries),
        Humane.dollars(queue.monthCost),
      ]
    }
  }

  var streams: [String] {
    table(["STREAMS", "in/s", "shards", "max", "throttled", "USD/month"], result.streams, "streams", by: \.record.accepted) { stream in
      [
        stream.name, Humane.number(stream.acceptedPerSecond), Humane.figure(stream.shardsMean, in: .count),
        Humane.count(stream.record.shards.peak), count(stream.record.writeThrottles), Humane.dollars(stream.monthCost),
      ]
    }
  }

  var consumers: [String] {
    table(
      ["CONSUMERS", "out/s", "behind", "max", "age p50", "age p99", "age max", "dead", "expired", "blocked"],
      result.streams.flatMap(\.consumers), "consumers", by: \.record.offered
    ) { consumer in
      [
        "\(consumer.stream) to \(consumer.function)", Humane.number(consumer.processedPerSecond),
        Humane.figure(consumer.messagesMean, in: .count), Humane.count(consumer.record.records.peak),
        Humane.figure(consumer.iteratorAgeP50, in: .milliseconds), Humane.figure(consumer.iteratorAgeP99, in: .milliseconds),
        Humane.figure(consumer.iteratorAgeMax, in: .milliseconds), count(consumer.record.discarded.reduce(0, +)),
        count(consumer.record.expired), Humane.figure(consumer.blocked, in: .seconds),
      ]
    }
  }

  var events: [String] {
    table(
      ["ASYNCHRONOUS", "in/s", "retries", "throttles", "dropped", "dead", "left", "age p50", "age p99"], result.events, "functions",
      by: \.record.received
    ) { event in
      [
        event.name, Humane.number(event.receivedPerSecond), count(event.record.retried), count(event.record.throttled),
        count(event.record.dropped.reduce(0, +)), count(event.record.deadLetters), count(event.record.unfinished),
        Humane.figure(event.ageP50, in: .milliseconds), Humane.figure(event.ageP99, in: .milliseconds),
      ]
    }
  }

  var brokers: [String] {
    table(
      ["DELIVERIES", "kind", "in/s", "throttled", "delivered", "dropped", "p50", "p99", "USD/month"], result.brokers, "of them",
      by: \.record.offered
    ) { broker in
      [
        broker.broker.name, broker.broker.kind.rawValue, Humane.number(broker.acceptedPerSecond), count(broker.record.throttled),
        count(broker.delivered), count(broker.dropped), Humane.figure(broker.latencyP50, in: .milliseconds),
        Humane.figure(broker.latencyP99, in: .milliseconds), Humane.dollars(broker.monthCost),
      ]
    }
  }

  var services: [String] {
    table(
      ["SERVICES", "req/s", "rej. %", "errors", "stalled", "given up", "conn.", "max", "over limit", "USD/month"], result.services,
      "services", by: \.offered
    ) { service in
      [
        service.name, Humane.number(service.offeredPerSecond), Humane.percent(service.rejectedRatio), count(service.errors),
        count(service.stalled), count(service.abandoned), Humane.figure(service.connectionsMean, in: .count),
        Humane.figure(service.connectionsMax, in: .count), Humane.figure(service.overLimit, in: .seconds),
        Humane.dollars(service.monthCost),
      ]
    }
  }

  var containers: [String] {
    table(
      ["CONTAINERS", "tasks", "refused", "failed", "left", "start p50", "p99", "task p50", "p99", "running", "max", "USD/month"],
      result.containers, "containers", by: \.tasks
    ) { container in
      [
        container.name, count(container.tasks), count(container.refusedByRate + container.refusedByNumber), count(container.errors),
        count(container.unfinished), Humane.figure(container.startP50, in: .milliseconds),
        Humane.figure(container.startP99, in: .milliseconds),
        Humane.figure(container.durationP50, in: .milliseconds), Humane.figure(container.durationP99, in: .milliseconds),
        Humane.figure(container.runningMean, in: .count), Humane.figure(container.runningMax, in: .count),
        Humane.dollars(container.monthCost),
      ]
    }
  }

  var workflows: [String] {
    table(
      ["WORKFLOWS", "exec/s", "succeeded", "failed", "timed out", "left", "transitions", "p50", "p99", "USD/month"], result.workflows,
      "workflows", by: \.record.started
    ) { workflow in
      [
        workflow.name, Humane.number(workflow.executionsPerSecond), count(workflow.record.succeeded), count(workflow.record.failed),
        count(workflow.record.timedOut), count(workflow.record.unfinished), count(workflow.record.transitions),
        Humane.figure(workflow.durationP50, in: .milliseconds), Humane.figure(workflow.durationP99, in: .milliseconds),
        Humane.dollars(workflow.monthCost),
      ]
    }
  }

  /// A table of elements, in the scenario's order; of many those with most.
  private func table<Element>(
    _ header: [String], _ elements: [Element], _ what: String, by size: (Element) -> Int64, row: (Element) -> [String]
  ) -> [String] {
    if elements.isEmpty { return [] }
    let largest = elements.enumerated().sorted { (-size($0.element), $0.offset) < (-size($1.element), $1.offset) }.map(\.element)
    let cut = elements.count > Self.longestTable
    var table = TextTable(header: header)
    table.rows = (cut ? Array(largest.prefix(Self.longestTable)) : elements).map(row)
    let rest = largest.dropFirst(Self.longestTable)
    let count = self.count(rest.reduce(0) { $0 + size($1) })
    return table.lines(paint) + (cut ? [more(rest.count, what, "\(count) in all")] : [])
  }
}
