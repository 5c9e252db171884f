import Simulation
import Statistics

/// The time series of levels: what their areas grew by in each interval.
extension World {
  /// Ends an interval of the time series.
  mutating func tickSeries() {
    uncountedEvents += 1
    let now = agenda.now
    closeSeries(at: now)
    guard let every = recorder.series?.every, now + every <= plan.end else { return }
    _ = agenda.arm(Waiter(.seriesTick), at: now + every)
  }

  /// Adds what levels grew by since the last tick to the interval that it belongs to.
  mutating func closeSeries(at now: Nanoseconds) {
    guard let every = recorder.series?.every, now > 0 else { return }
    let interval = Int((now - 1) / every)
    for index in 0..<functions.states.count {
      let grown = functions.states[index].units.area(upTo: now) - measured.seriesAreas[index]
      measured.seriesAreas[index] += grown
      if grown != 0 { recorder.changeInterval(interval, of: index) { $0.concurrencyArea += grown } }
    }
    for index in 0..<services.states.count {
      let grown = services.states[index].connections.area(upTo: now) - measured.serviceAreas[index]
      measured.serviceAreas[index] += grown
      recorder.series?.services[index].add(grown, at: interval)
    }
    for index in 0..<queues.states.count {
      let grown = queues.states[index].messages.area(upTo: now) - measured.queueAreas[index]
      measured.queueAreas[index] += grown
      recorder.series?.queues[index].add(grown, at: interval)
    }
  }

  /// Begins anew where levels have forgotten their areas.
  mutating func restartSeries() {
    for index in measured.seriesAreas.indices { measured.seriesAreas[index] = 0 }
    for index in measured.serviceAreas.indices { measured.serviceAreas[index] = 0 }
    for index in measured.queueAreas.indices { measured.queueAreas[index] = 0 }
  }
}
