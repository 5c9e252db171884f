import Fleet
import Scenarios
import Statistics

extension StreamRecord {
  /// Writes, each attempt counted: what was accepted and what was refused.
  var writes: Int64 { accepted + writeThrottles + unavailable + tooLarge }

  /// What was recorded of a metric.
  ///
  /// What consumers do is summed up over them; a level is that of the consumer which has most.
  func reading(of metric: Metric) -> MetricReading {
    func sum(_ count: (StreamConsumerRecord) -> Int64) -> Int64 { consumers.reduce(0) { $0 + count($1) } }
    let offered = sum(\.offered)
    return switch metric {
    case .accepted: .tally(accepted, of: writes)
    case .writeThrottles: .tally(writeThrottles, of: writes)
    case .processed: .tally(sum(\.processed), of: offered)
    case .deadLettered: .tally(sum { $0.discarded.reduce(0, +) }, of: offered)
    case .expired: .tally(sum(\.expired), of: offered)
    case .unfinished: .tally(sum(\.present), of: offered)
    case .messages: .level(furthestBehind)
    case .receives: .tally(sum(\.receives), of: sum(\.receives))
    case .duplicates: .tally(sum(\.redeliveries), of: sum(\.receives))
    case .age: .durations(age, unfinished: sum(\.present))
    case .iteratorAge: .durations(iteratorAge, unfinished: sum(\.unfinishedBatches))
    case .blocked: .time(consumers.reduce(0) { $0 + $1.blocked.area })
    default: .missing
    }
  }

  /// The greatest of the consumers' levels of records, each figure by itself.
  private var furthestBehind: LevelRecord {
    consumers.reduce(into: LevelRecord()) { level, consumer in
      level.area = max(level.area, consumer.records.area)
      level.peak = max(level.peak, consumer.records.peak)
      level.last = max(level.last, consumer.records.last)
    }
  }

  private var age: LatencyHistogram {
    consumers.reduce(into: LatencyHistogram()) { $0.add($1.age) }
  }

  private var iteratorAge: LatencyHistogram {
    consumers.reduce(into: LatencyHistogram()) { $0.add($1.iteratorAge) }
  }
}

extension StreamConsumerRecord {
  /// The batches as which the records that are left would have come, at the mean size of those that did; at least one where one is left.
  var unfinishedBatches: Int64 {
    if present == 0 { return 0 }
    let done = max(1, processed + discarded.reduce(0, +))
    return max(1, Int64(Int128(present) * Int128(iteratorAge.count) / Int128(done)))
  }
}
