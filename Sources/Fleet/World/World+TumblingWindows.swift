import Simulation
import Variates

/// Windows of time in which state is carried from batch to batch of a part: each ends with an invocation of its own.
///
/// - Source: AWS Lambda Developer Guide, Tumbling windows: a final invocation for each window of a shard; a closed shard ends it early.
extension World {
  /// The window in which a record came.
  mutating func window(of item: UInt32, _ rules: ConsumerPlan) -> Int64 { items.records[item].since / rules.tumblingWindow }

  /// Opens the window of a record, if it is not open.
  mutating func openWindow(_ part: UInt32, of item: UInt32, _ rules: ConsumerPlan) {
    let window = window(of: item, rules)
    if streams.parts[part].openWindow == window { return }
    streams.parts[part].openWindow = window
    openRequests += 1
    _ = agenda.arm(Waiter(.shardWindow, part), at: max(agenda.now, (window + 1) * rules.tumblingWindow))
  }

  /// Begins the invocation that ends a part's window, if that is over and nothing of it is left to come.
  ///
  /// - Returns: whether it did.
  mutating func endsWindow(_ part: UInt32, _ rules: ConsumerPlan) -> Bool {
    let state = streams.parts[part]
    if state.openWindow < 0 { return false }
    let end = (state.openWindow + 1) * rules.tumblingWindow
    let reader = streams.readers[state.reader]
    if !state.list.isEmpty {
      if items.records[state.list.first].since < end { return false }
    } else {
      let isBehind = !reader.unread.isEmpty && items.records[reader.unread.first].since < end
      let isUnderWay = !reader.answer.isEmpty && items.records[reader.answer.first].since < end
      let isClosed = streams.isClosed(reader.shard)
      if isBehind || isUnderWay || (agenda.now < end && !(isClosed && reader.unread.isEmpty)) { return false }
    }
    invokeFinally(part, consumer(of: part))
    return true
  }

  /// Invokes the function to end a part's window.
  private mutating func invokeFinally(_ part: UInt32, _ consumer: UInt32) {
    let state = streams.parts[part]
    if state.stage == .gathering {
      _ = agenda.close(state.timer)
      streams.parts[part].gathering.stop(at: agenda.now)
    }
    let number = Key.mix(plan.consumers[consumer].key &+ Salt.finalCall &+ UInt64(part) &* Key.visitStep &+ UInt64(state.openWindow))
    let isMeasured = agenda.now >= plan.measureFrom
    let item = items.insert(Item(number: number, source: state.source, payload: 0, at: agenda.now, isMeasured: isMeasured))
    var range = BatchRange()
    range.isFinal = true
    range.items = ItemList(first: item, last: item, count: 1)
    streams.parts[part].range = range
    invoke(part, consumer)
  }

  /// Ends a part's window: its last invocation is over.
  mutating func endWindow(_ part: UInt32, _ consumer: UInt32) {
    let item = streams.parts[part].range.items.first
    if items.records[item].isMeasured { streams.consumers[consumer].books.windows += 1 }
    items.free(item)
    streams.parts[part].openWindow = -1
    openRequests -= 1
  }

  /// Looks at whether a part's window can end now.
  mutating func lookAtWindow(_ part: UInt32) { dispatch(part) }

  /// Ends the windows of a reader at the end of a closed shard.
  mutating func closeWindows(of reader: UInt32) {
    let rules = plan.consumers[streams.readers[reader].consumer]
    if rules.tumblingWindow == 0 || !streams.isClosed(streams.readers[reader].shard) { return }
    let first = streams.readers[reader].firstPart
    for part in first..<first + rules.parts where streams.parts[part].openWindow >= 0 { dispatch(part) }
  }
}
