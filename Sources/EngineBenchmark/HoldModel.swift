internal import Simulation
internal import Variates

/// The hold model: the first of a fixed number of pending events happens and comes back an exponential time later, over and over.
///
/// - Source: D. W. Jones, An empirical comparison of priority-queue and event-set implementations, CACM 29(4), 1986.
struct HoldModel {
  /// How a list gives up one event and takes the next.
  enum Operation: String, CaseIterable {
    /// Removal, then addition: what the engine does.
    case removeAndAdd = "remove-add"
    /// Both in one, where the list can.
    case replace
  }

  /// Events that are pending at any time, at least 1.
  var pending: Int
  /// Events that happen while the clock runs, at least 1.
  var holds: Int
  /// Starts the draws.
  var seed: UInt64

  /// What a run of the model came to.
  struct Outcome {
    /// CPU time of a hold, the draw of its increment included, in nanoseconds.
    var nanoseconds: Double
    /// A number made of all events in their order.
    var digest: UInt64
  }

  /// Runs the model on a list.
  func run<Events: PendingEvents & ~Copyable>(on kind: Events.Type, _ operation: Operation) -> Outcome {
    var events = Events()
    var draw = Draw(seed)
    fill(&events, &draw)
    _ = hold(&events, &draw, pending, operation)
    let (nanoseconds, digest) = CPUTime.measure { hold(&events, &draw, holds, operation) }
    return Outcome(nanoseconds: Double(nanoseconds) / Double(holds), digest: digest)
  }

  /// Tickets name the events, so that no two keys are equal; an event keeps its ticket when it comes back.
  private func fill<Events: PendingEvents & ~Copyable>(_ events: inout Events, _ draw: inout Draw) {
    var agenda = Agenda(delays: [])
    for index in 0..<pending {
      let ticket = agenda.open(Waiter(kind: 0, index: UInt32(index)))
      events.add(EventKey(time: Self.increment(&draw), ticket: ticket))
    }
  }

  private func hold<Events: PendingEvents & ~Copyable>(
    _ events: inout Events, _ draw: inout Draw, _ count: Int, _ operation: Operation
  ) -> UInt64 {
    switch operation {
    case .removeAndAdd: removeAndAdd(&events, &draw, count)
    case .replace: replace(&events, &draw, count)
    }
  }

  @inline(never)
  private func removeAndAdd<Events: PendingEvents & ~Copyable>(
    _ events: inout Events, _ draw: inout Draw, _ count: Int
  ) -> UInt64 {
    var digest: UInt64 = 0
    for _ in 0..<count {
      let first = events.removeFirst()
      digest = digest &* 31 &+ UInt64(bitPattern: first.time)
      events.add(EventKey(time: first.time &+ Self.increment(&draw), ticket: first.ticket))
    }
    return digest
  }

  @inline(never)
  private func replace<Events: PendingEvents & ~Copyable>(
    _ events: inout Events, _ draw: inout Draw, _ count: Int
  ) -> UInt64 {
    var digest: UInt64 = 0
    for _ in 0..<count {
      let first = events.earliest
      digest = digest &* 31 &+ UInt64(bitPattern: first.time)
      events.replaceFirst(by: EventKey(time: first.time &+ Self.increment(&draw), ticket: first.ticket))
    }
    return digest
  }

  /// Exponential with a mean of one second.
  @inline(__always)
  private static func increment(_ draw: inout Draw) -> Nanoseconds { Nanoseconds(draw.exponential() * 1e9) }
}
