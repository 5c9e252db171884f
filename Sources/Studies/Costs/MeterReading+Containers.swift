import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What a container used: the time of its tasks and of fetching their image, each rounded up, times what they ran on.
  init(_ container: ContainerSpec, _ spec: FunctionSpec, _ record: FunctionRecord) {
    var meter = Meter(spec.name)
    let waste = [
      (record.meter.failedMilliseconds, Waste.failed), (record.meter.retriedMilliseconds, .retried),
      (record.meter.wastedMilliseconds, .abandoned),
    ]
    let perMillisecond = Self.counts(container, spec)
    for (item, counts) in perMillisecond { meter[item] += record.meter.onDemandMilliseconds * counts }
    meter[.logs] += record.meter.requests * spec.logs
    meter[.egress] += record.meter.requests * spec.egress
    self.init(meter)
    durationItem = perMillisecond[0].item
    initCounts = record.meter.initMilliseconds * perMillisecond[0].counts
    for (milliseconds, kind) in waste {
      for (item, counts) in perMillisecond { self.waste(milliseconds * counts, of: item, as: kind) }
    }
    for (requests, kind) in [(record.meter.failedRequests, Waste.failed), (record.meter.retriedRequests, .retried)] {
      self.waste(requests * spec.logs, of: .logs, as: kind)
      self.waste(requests * spec.egress, of: .egress, as: kind)
    }
  }

  /// What a billed millisecond counts, item by item.
  private static func counts(_ container: ContainerSpec, _ spec: FunctionSpec) -> [(item: BilledItem, counts: Int64)] {
    if let type = container.machine.flatMap({ MachineMeter($0)?.type }) { return [(type, 1)] }
    let (milliCPU, memory) = (Int64((container.vCPUs * 1_000).rounded()), spec.memory >> 20)
    return spec.architecture == .arm
      ? [(.containerCPUARM, milliCPU), (.containerMemoryARM, memory)] : [(.containerCPUX86, milliCPU), (.containerMemoryX86, memory)]
  }
}
