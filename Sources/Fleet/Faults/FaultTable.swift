import Simulation
import Variates

/// What changes about faults: none is an event, each is looked up when something comes to its element.
struct FaultTable: ~Copyable {
  /// For each fault, how many items it still poisons, and the bucket of a throttle.
  private var left: Table<UInt32>
  private var buckets: Table<TokenBucket?>
  /// At the place of an element's first fault: the first that is not over.
  private var cursors: Table<UInt32>
  /// The numbers of items that have been poisoned on their way into functions, whose callers make new records for new attempts.
  private var poisoned = NumberSet()
  /// Whether any item has been poisoned.
  private(set) var hasPoison = false

  init(_ blueprint: Blueprint) {
    left = Table(blueprint.faults.map(\.count))
    buckets = Table(blueprint.faults.map(\.rate))
    cursors = Table(blueprint.faults.indices.map { UInt32($0) })
  }

  /// Whether an element is out of order.
  mutating func isOut(_ range: FaultRange, _ plan: Plan, at now: Nanoseconds) -> Bool { outageEnd(range, plan, at: now) != nil }

  /// When the present outage of an element is over; nil where it is in order.
  mutating func outageEnd(_ range: FaultRange, _ plan: Plan, at now: Nanoseconds) -> Nanoseconds? {
    var end: Nanoseconds?
    visit(range, plan, at: now) { _, fault in if fault.kind == .outage { end = max(end ?? 0, plan.faults[fault.place].until) } }
    return end
  }

  /// Whether an element throttles what comes to it; takes a token where it does not.
  mutating func throttles(_ range: FaultRange, _ plan: Plan, at now: Nanoseconds) -> Bool {
    var throttles = false
    visit(range, plan, at: now) { table, fault in
      if fault.kind == .throttle && table.buckets[fault.place]?.take(at: now) != true { throttles = true }
    }
    return throttles
  }

  /// By how much an element's own times are longer.
  mutating func factor(_ range: FaultRange, _ plan: Plan, at now: Nanoseconds) -> Double {
    var factor = 1.0
    visit(range, plan, at: now) { _, fault in if fault.kind == .latency { factor *= plan.faults[fault.place].factor } }
    return factor
  }

  /// Whether an item that comes to an element is poisoned by it.
  mutating func poisons(_ range: FaultRange, _ plan: Plan, at now: Nanoseconds) -> Bool {
    var poisons = false
    visit(range, plan, at: now) { table, fault in
      guard fault.kind == .poison, !poisons, table.left[fault.place] > 0 else { return }
      table.left[fault.place] -= 1
      poisons = true
    }
    if poisons { hasPoison = true }
    return poisons
  }

  /// Whether an item that comes to a function by itself is poisoned: now, or at an earlier attempt.
  mutating func poisons(_ number: UInt64, _ range: FaultRange, _ plan: Plan, at now: Nanoseconds) -> Bool {
    // The same item may come to several functions, and is poisoned for the one whose fault it met.
    let number = Key.mix(number &+ UInt64(range.first))
    if poisoned.contains(number) { return true }
    guard poisons(range, plan, at: now) else { return false }
    poisoned.insert(number)
    return true
  }

  /// A fault that has begun and is not over.
  private struct Present {
    var place: UInt32
    var kind: FaultPlan.Kind
  }

  @inline(__always)
  private mutating func visit(_ range: FaultRange, _ plan: Plan, at now: Nanoseconds, _ body: (inout FaultTable, Present) -> Void) {
    if range.isEmpty { return }
    let end = range.first + range.count
    var place = cursors[range.first]
    while place < end && plan.faults[place].until <= now { place += 1 }
    cursors[range.first] = place
    while place < end && plan.faults[place].from <= now {
      if plan.faults[place].until > now { body(&self, Present(place: place, kind: plan.faults[place].kind)) }
      place += 1
    }
  }
}

/// A set of 64-bit numbers: an open-addressing table that grows.
struct NumberSet: ~Copyable {
  private var slots = Table<UInt64>()
  private var count = 0
  private var hasZero = false

  init() {}

  func contains(_ number: UInt64) -> Bool {
    if number == 0 { return hasZero }
    if slots.count == 0 { return false }
    return slots[place(of: number)] == number
  }

  /// Adds a number.
  ///
  /// - Complexity: O(1) amortised.
  mutating func insert(_ number: UInt64) {
    if number == 0 {
      hasZero = true
      return
    }
    if 2 * (count + 1) > slots.count { grow() }
    let place = place(of: number)
    if slots[place] == number { return }
    slots[place] = number
    count += 1
  }

  /// Where a number is, or where it belongs.
  private func place(of number: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: number) & mask
    while slots[place] != 0 && slots[place] != number { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = NumberSet()
    for _ in 0..<max(64, 2 * slots.count) { larger.slots.append(0) }
    for place in 0..<slots.count where slots[place] != 0 { larger.insert(slots[place]) }
    larger.hasZero = hasZero
    self = larger
  }
}
