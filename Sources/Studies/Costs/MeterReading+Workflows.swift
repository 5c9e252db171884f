import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What a workflow used: the transitions of Standard executions, the requests, time and memory of Express ones.
  init(_ workflow: WorkflowSpec, _ record: WorkflowRecord) {
    var used = WorkflowMeter()
    used.transitions = Usage(record.billedTransitions)
    used.requests = Usage(record.expressRequests)
    used.memoryMilliseconds = Usage(record.expressMemoryMilliseconds)
    var meter = Meter(workflow.name)
    meter.add(used)
    self.init(meter)
  }
}
