import Simulation

extension World {
  /// Notes how long something took that was delivered.
  ///
  /// - Parameters:
  ///   - place: its place among the histograms of deliveries.
  ///   - latency: nanoseconds.
  mutating func noteDelivery(of place: UInt32, _ latency: Nanoseconds) {
    recorder.note(Observation(kind: .delivered, entity: place, at: agenda.now, latency: latency))
  }
}
