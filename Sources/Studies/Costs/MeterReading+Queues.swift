import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What a queue was asked, and the pollers that are set aside for it; empty receives are waste.
  init(_ queue: QueueSpec, _ record: QueueRecord) {
    let kind: QueueMeter.Kind = queue.kind == .fifo ? .fifo : .standard
    var meter = Meter(queue.name)
    meter.add(QueueMeter(kind, requests: Usage(record.requests.total)))
    meter.add(PollerMeter(.queue, unitMilliseconds: Usage(Int64(record.pollers / 1_000_000))))
    self.init(meter)
    waste(record.requests.emptyReceives, of: kind == .fifo ? .queueFIFO : .queueStandard, as: .idle)
  }
}
