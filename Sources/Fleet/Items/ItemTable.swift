import Simulation
import Variates

/// All items on their way, the batches and journeys that they belong to, and what they have waited for.
struct ItemTable: ~Copyable {
  var records = Arena<Item>()
  var batches = Arena<Batch>()
  var journeys = Arena<Journey>()
  var trails = Arena<Ledger>()

  init() {}

  /// Puts an item in; its journey lasts at least as long as it does.
  mutating func insert(_ item: Item) -> UInt32 {
    if item.journey != Item.none { journeys[item.journey].open += 1 }
    return records.insert(item)
  }

  /// A copy of an item that goes its own way.
  mutating func copy(_ index: UInt32) -> UInt32 {
    let copy = twin(index)
    records[copy].restart(at: records[copy].since)
    return copy
  }

  /// A copy of an item that came by the same way.
  mutating func twin(_ index: UInt32) -> UInt32 {
    var item = records[index]
    item.take(at: item.since)
    item.trail = keepCopy(of: item.trail)
    return insert(item)
  }

  /// A copy of an item that its source does not wait for.
  mutating func looseCopy(_ index: UInt32) -> UInt32 {
    var item = records[index]
    item.restart(at: item.since)
    item.trail = keepCopy(of: item.trail)
    item.journey = Item.none
    return records.insert(item)
  }

  /// Takes an item's record out of use without ending its journey's entry.
  mutating func free(_ index: UInt32) {
    freeTrail(records[index].trail)
    records.remove(index)
  }

  // MARK: What was waited for

  func ledger(_ trail: UInt32) -> Ledger { trail == Item.none ? Ledger() : trails[trail] }

  /// Charges a stretch of an item's life to a cause.
  mutating func charge(_ time: Nanoseconds, to cause: Cause, of index: UInt32) {
    if time == 0 { return }
    if records[index].trail == Item.none { records[index].trail = openTrail() }
    trails[records[index].trail][cause] += time
  }

  /// Adds waits to those of an item.
  mutating func charge(_ waits: inout Ledger, of index: UInt32) {
    if records[index].trail == Item.none { records[index].trail = openTrail() }
    trails[records[index].trail].add(&waits)
  }

  /// Lets an item's waiting in a list begin with debts: what the list's clocks show, less what it has waited already.
  @inline(__always)
  mutating func owe(blocked: Nanoseconds, gathering: Nanoseconds, queued: Nanoseconds, of index: UInt32) {
    if records[index].trail == Item.none { records[index].trail = openTrail() }
    pay(blocked: -blocked, gathering: -gathering, queued: -queued, of: index)
  }

  /// Pays the debts with which an item's waiting in a list began.
  @inline(__always)
  mutating func pay(blocked: Nanoseconds, gathering: Nanoseconds, queued: Nanoseconds, of index: UInt32) {
    let trail = records[index].trail
    if blocked != 0 { trails[trail][.blocked] += blocked }
    if gathering != 0 { trails[trail][.batchWindow] += gathering }
    trails[trail][.inQueue] += queued
  }

  /// Takes waits that were kept.
  mutating func take(_ trail: UInt32) -> Ledger {
    trails.remove(trail)
    return trails[trail]
  }

  /// Charges a time to waits that are kept, which are made if there are none.
  mutating func charge(_ time: Nanoseconds, to cause: Cause, in trail: inout UInt32) {
    if time == 0 { return }
    if trail == Item.none { trail = openTrail() }
    trails[trail][cause] += time
  }

  /// Adds waits to those that are kept, which are made if there are none.
  mutating func charge(_ waits: inout Ledger, in trail: inout UInt32) {
    if trail == Item.none { trail = openTrail() }
    trails[trail].add(&waits)
  }

  /// Begins to keep waits.
  @inline(__always)
  private mutating func openTrail() -> UInt32 {
    guard let trail = trails.reuse() else { return trails.insert(Ledger()) }
    trails[trail].clear()
    return trail
  }

  mutating func freeTrail(_ trail: UInt32) { if trail != Item.none { trails.remove(trail) } }

  // MARK: Journeys

  /// Begins a journey with one entry: that of the request itself.
  mutating func beginJourney(of source: UInt32, at now: Nanoseconds, isMeasured: Bool) -> UInt32 {
    journeys.insert(Journey(source: source, born: now, isMeasured: isMeasured, open: 1, lastEnd: now))
  }

  /// Ends an entry of a journey well.
  ///
  /// - Parameter trail: what it had waited for; the journey keeps it until a later end.
  /// - Returns: whether it was the last entry.
  mutating func end(_ journey: UInt32, at now: Nanoseconds, _ trail: UInt32) -> Bool {
    freeTrail(journeys[journey].trail)
    journeys[journey].trail = trail
    journeys[journey].lastEnd = now
    journeys[journey].open -= 1
    return journeys[journey].open == 0
  }

  /// Ends an entry of a journey by a loss.
  ///
  /// - Returns: whether it was the last entry.
  mutating func lose(_ journey: UInt32, _ loss: Loss) -> Bool {
    if journeys[journey].loss == nil { journeys[journey].loss = loss }
    journeys[journey].open -= 1
    return journeys[journey].open == 0
  }

  /// Keeps waits for a journey.
  mutating func keep(_ waits: Ledger) -> UInt32 { trails.insert(waits) }

  /// Keeps waits twice.
  mutating func keepCopy(of trail: UInt32) -> UInt32 { trail == Item.none ? Item.none : trails.insertCopy(of: trail) }

  /// Takes a journey that has ended out of use.
  mutating func freeJourney(_ index: UInt32) {
    freeTrail(journeys[index].trail)
    journeys[index].isLive = false
    journeys.remove(index)
  }

  // MARK: What an item carries

  /// An item's size in bytes.
  func size(of item: Item, _ plan: Plan) -> Int64 {
    item.size >= 0
      ? item.size : plan.samplers.nanoseconds(plan.sources[item.source].size, Draw(item.number &+ Salt.itemSize))
  }

  /// An item's kind; `Item.noKind` where its source names none.
  func kind(of item: Item, _ plan: Plan) -> UInt16 {
    if item.kind != Item.noKind { return item.kind }
    guard let kinds = plan.sources[item.source].kinds else { return Item.noKind }
    return UInt16(truncatingIfNeeded: plan.samplers.count(kinds, Draw(item.number &+ Salt.itemKind)))
  }

  /// A number for an item's key: equal for equal keys.
  ///
  /// Where its source draws none, each item is its own.
  func keyNumber(of item: Item, _ plan: Plan) -> UInt64 {
    if item.key != Item.unsaid { return Key.mix(UInt64(item.key) &+ Salt.itemKey) }
    guard let keys = plan.sources[item.source].keys else { return Key.mix(item.number) }
    return Key.mix(UInt64(plan.samplers.count(keys, Draw(item.number &+ Salt.itemKey))) &+ Salt.itemKey)
  }

  /// Says what an item carries in so many words, before it gets a number of its own.
  mutating func settle(_ index: UInt32, _ plan: Plan) {
    let item = records[index]
    records[index].size = size(of: item, plan)
    records[index].kind = kind(of: item, plan)
    if item.key == Item.unsaid, let keys = plan.sources[item.source].keys {
      records[index].key = plan.samplers.count(keys, Draw(item.number &+ Salt.itemKey))
    }
  }
}
