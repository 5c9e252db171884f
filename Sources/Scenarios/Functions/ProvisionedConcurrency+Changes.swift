public import Simulation

extension ProvisionedConcurrency {
  /// The numbers that a schedule sets within a run, in the order of time; those of one instant in the order of the file.
  ///
  /// - Parameter run: whose start gives the schedule its calendar.
  /// - Returns: nil where the number follows the utilization, which only a run knows.
  /// - Complexity: O(n log n) for n instants.
  public func scheduledChanges(in run: RunSpec) -> [(at: Nanoseconds, count: Int64)]? {
    guard case .fixed(_, let schedule) = self else { return nil }
    let changes = schedule.flatMap { change in run.occurrences(of: change.at).map { (at: $0, count: Int64(change.count)) } }
    return changes.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }
}

extension RunSpec {
  /// The instants of a schedule within the run, in nanoseconds of the run.
  func occurrences(of schedule: Schedule) -> [Nanoseconds] {
    var times: [Nanoseconds] = []
    // An instant that coincides with the start belongs to the run.
    var last = Instant(nanoseconds: start.nanoseconds - 1)
    while let next = schedule.next(after: last, start: start), next.nanoseconds - start.nanoseconds < duration {
      times.append(next.nanoseconds - start.nanoseconds)
      last = next
    }
    return times
  }
}
