import Simulation
import Statistics

extension World {
  /// One record a stream.
  func streamRecords(_ blueprint: Blueprint) -> [StreamRecord] {
    let present = presentRecords()
    return blueprint.streams.enumerated().map { index, plan in
      let books = streams.states[index].books
      var record = StreamRecord()
      record.initial = books.initial
      record.accepted = books.accepted
      record.writeThrottles = books.throttles
      record.tooLarge = books.tooLarge
      record.unavailable = books.unavailable
      record.bytes = books.bytes
      record.units = books.units
      record.shards = measured.shards[index]
      for place in 0..<plan.consumers {
        let consumer = Int(plan.firstConsumer + place)
        var part = consumerRecord(consumer, blueprint.consumers[consumer])
        part.present = present[consumer]
        record.consumers.append(part)
      }
      return record
    }
  }

  private func consumerRecord(_ index: Int, _ plan: ConsumerPlan) -> StreamConsumerRecord {
    let books = streams.consumers[index].books
    var record = StreamConsumerRecord()
    record.function = Int(plan.function)
    record.isPushed = plan.push != nil
    record.offered = books.offered
    record.processed = books.processed
    record.receives = books.receives
    record.redeliveries = books.redeliveries
    record.filtered = books.filtered
    for condition in DiscardCondition.allCases { record.discarded[Int(condition.rawValue)] = books.discarded[Int(condition.rawValue)] }
    record.expired = books.expired
    record.records = measured.consumers[index].records
    record.reads = books.reads
    record.bytes = books.bytes
    record.attempts = books.attempts
    record.failures = books.failures
    record.refusals = books.refusals
    record.discardedBatches = books.discardedBatches
    record.lastInvokeCount = books.lastInvokeCount
    record.lastBatchSize = books.lastBatchSize
    record.lostNotices = books.lostNotices
    record.windows = books.windows
    record.iteratorAge = recorder.recordAges.histogram(of: index)
    record.age = recorder.streamAges.histogram(of: index)
    record.lastIteratorAge = streams.consumers[index].lastAge
    record.blocked = measured.consumers[index].blocked
    return record
  }

  /// How many records of the measured window each consumer still has, counted one by one.
  ///
  /// - Complexity: O(records).
  private func presentRecords() -> [Int64] {
    var counts = [Int64](repeating: 0, count: streams.consumers.count)
    for index in 0..<streams.readers.count {
      let reader = streams.readers[index]
      counts[Int(reader.consumer)] += measuredItems(reader.unread) + measuredItems(reader.answer)
    }
    for index in 0..<streams.parts.count {
      let part = streams.parts[index]
      let consumer = Int(streams.readers[part.reader].consumer)
      counts[consumer] += measuredItems(part.list)
      let isBusy = part.stage == .invoking || part.stage == .pausing
      if isBusy && !part.range.isFinal { counts[consumer] += measuredItems(part.range.items) }
      var later = part.later
      while later != BatchRange.none {
        counts[consumer] += measuredItems(streams.ranges[later].items)
        later = streams.ranges[later].below
      }
    }
    return counts
  }

  private func measuredItems(_ list: ItemList) -> Int64 {
    var count: Int64 = 0
    var item = list.first
    while item != Item.none {
      if items.records[item].isMeasured { count += 1 }
      item = items.records[item].next
    }
    return count
  }
}
