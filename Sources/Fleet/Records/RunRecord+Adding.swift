import Simulation

extension RunRecord {
  /// Adds the record of another run of the same fleet, of another replication for instance: both together are a pooled record.
  ///
  /// Counts, integrals, histograms, causes, meters and series add up, and so do levels at the end of the window: who wants a mean divides by
  /// the number of runs. Of peaks, greatest ages and ends the greatest stays, and what is incomplete makes the whole so. In which order
  /// records are added does not matter.
  ///
  /// - Parameter other: a record of the same shape, see ``hasShape(of:)``.
  /// - Complexity: O(fields and bins of both).
  public mutating func add(_ other: RunRecord) {
    precondition(window == other.window, "a window of \(other.window) is added to one of \(window)")
    precondition(hasShape(of: other), "a record of \(other.elements) elements is added to one of \(elements), or of other ones")
    var written = RecordFields(.writing)
    var source = other
    source.pass(&written)
    precondition(written.isSound, "a record that has negative fields, or such beyond 2^53")
    var fields = RecordFields(.adding, from: written.numbers)
    pass(&fields)
    precondition(fields.isExhausted, "\(fields.next) of \(fields.numbers.count) numbers were added")
  }

  /// Whether another record is of the same fleet, as far as a record shows it, and of the same window, so that both can be added.
  ///
  /// - Complexity: O(elements).
  public func hasShape(of other: RunRecord) -> Bool { shape == other.shape }

  /// How many functions, sources, schedules, services, queues, hops, streams, doors, brokers, subscriptions and workflows there are.
  private var elements: [Int] {
    [
      self.functions.count, sources.count, schedules.count, self.services.count, self.queues.count, hops.count, self.streams.count,
      self.doors.count, self.brokers.count, subscriptions.count, self.workflows.count,
    ]
  }

  private var shape: [Int64] {
    var fields = RecordFields(.shaping)
    var record = self
    record.pass(&fields)
    return fields.numbers
  }
}
