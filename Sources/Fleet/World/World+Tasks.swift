import Simulation

/// Tasks of containers: functions each of whose instances is launched for one request and ends with it.
///
/// Who waits for a task's end submits a request to the container, as to any function, and is told by its ticket. Who does not has it
/// accepted: it is launched, or refused, at once.
extension World {
  /// Launches a task for an item, for whose end nobody waits; the item ends with it.
  ///
  /// - Returns: nil where a task is on its way; why not, where it was refused.
  mutating func launchTask(_ item: UInt32, by target: Target) -> Loss? {
    items.records[item].restart(at: agenda.now)
    var task = Event(
      function: target.index, flow: target.flow, item: item, isMeasured: items.records[item].isMeasured, receivedAt: agenda.now)
    task.isTask = true
    openRequests += 1
    let index = events.records.insert(task)
    submitEvent(index)
    // A refusal is answered before the submission returns.
    guard let refusal = events.records[index].refusal else { return nil }
    forget(task: index)
    return refusal
  }

  /// Takes the end of a task for which nobody waits, or its refusal.
  mutating func takeLaunchAnswer(_ index: UInt32, _ outcome: Outcome) {
    switch outcome.kind {
    case .success: close(index, as: .done)
    case .error, .timeout: close(index, as: .lost(outcome.loss))
    case .refused: events.records[index].refusal = outcome.loss
    }
  }

  private mutating func forget(task index: UInt32) {
    events.records[index].isLive = false
    events.records.remove(index)
    openRequests -= 1
  }
}
