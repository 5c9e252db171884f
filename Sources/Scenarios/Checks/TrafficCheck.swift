internal import Documents

/// A source makes requests at all.
enum TrafficCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for source in scenario.traffic {
      let here: [CheckReport.Key] = ["traffic", .key(source.name)]
      if case .scheduled(let schedule, _) = source.arrivals {
        let before = Instant(nanoseconds: scenario.run.start.nanoseconds - 1)
        let end = scenario.run.start.nanoseconds.addingReportingOverflow(scenario.run.duration)
        let next = schedule.next(after: before, start: scenario.run.start)
        if next == nil || (!end.overflow && next!.nanoseconds >= end.partialValue) {
          report.note(.noTraffic("the schedule has no instant within the run"), at: here + ["schedule"])
        }
      }
      if case .trace(let trace) = source.arrivals, case .counts(let counts, _, _) = trace.record, !counts.isEmpty,
        counts.allSatisfy({ $0 == 0 })
      {
        report.note(.noTraffic("every count of the trace is 0"), at: here + ["trace", "counts"])
      }
    }
  }
}
