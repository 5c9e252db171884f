import Simulation
import Statistics

/// How an item ended.
enum ItemEnd {
  /// Processed, or filtered out by one who did not want it.
  case done
  /// Lost, for a cause.
  case lost(Loss)
}

extension World {
  /// Ends an item; its journey, where it was the last on its way.
  mutating func end(_ index: UInt32, as end: ItemEnd) {
    let item = items.records[index]
    if item.journey == Item.none {
      items.free(index)
      return
    }
    let isLast: Bool
    switch end {
    case .done:
      isLast = items.end(item.journey, at: agenda.now, item.trail)
      items.records.remove(index)
    case .lost(let loss):
      isLast = items.lose(item.journey, loss)
      items.free(index)
    }
    if isLast { finishJourney(item.journey) }
  }

  /// Notes that everything which a request caused has ended.
  mutating func finishJourney(_ index: UInt32) {
    let journey = items.journeys[index]
    if journey.isMeasured {
      let latency = journey.lastEnd - journey.born
      let detail = journey.loss.map { $0.rawValue + 1 } ?? 0
      recorder.note(Observation(kind: .completed, detail: detail, entity: journey.source, at: journey.born, latency: latency))
      if journey.loss == nil && journey.trail != Item.none {
        recorder.completionCauses.add(&items.trails[journey.trail], of: Int(journey.source), latency: latency)
      }
    }
    items.freeJourney(index)
  }
}
