import Billing
import Fleet
import Scenarios
import Statistics

extension MeterReading {
  /// What came in through a door.
  ///
  /// A load balancer stood all the time; its capacity is read off the sums of the window, so that hours in which it used most of another
  /// dimension are not told apart, and every request opens a connection.
  ///
  /// - Parameter window: the length of the measured window, nanoseconds.
  init(_ door: DoorSpec, _ record: DoorRecord, window: Int64) {
    var door = (spec: door, meter: DoorMeter(door.kind.meter))
    switch door.meter.kind {
    case .restApi, .httpApi, .webSocket: door.meter.requests = Usage(record.units)
    case .functionURL: break
    case .loadBalancer:
      var capacity = BalancerCapacity()
      capacity.newConnections = record.requests
      capacity.connectionMilliseconds = Int64(record.latency.sum / 1_000_000)
      capacity.functionBytes = record.bytesIn + record.bytesOut
      door.meter.milliseconds = Usage(window / 1_000_000)
      door.meter.capacity = Usage(capacity.microcapacityHours)
    }
    var meter = Meter(door.spec.name)
    meter.add(door.meter)
    self.init(meter)
  }
}
