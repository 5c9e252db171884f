public import Simulation

/// One run of a blueprint, from time 0 to its end.
public enum Run {
  /// How many events may happen at one instant, and how many passes of a loop.
  ///
  /// More than this are taken for a loop that lets no time pass.
  public static let mostEventsAtOnce = 1_000_000

  /// How many arrivals and events pass between two reports of progress.
  public static let progressEvery: UInt64 = 1 << 20

  /// Simulates a fleet.
  ///
  /// - Parameters:
  ///   - blueprint: the fleet.
  ///   - progress: told from time to time how far simulated time has come, in nanoseconds, and how many events have happened; false
  ///     stops the run.
  /// - Returns: what happened, up to where it was stopped; the same for the same blueprint, always.
  /// - Throws: ``RunFailure``.
  /// - Complexity: O(log n) an event in the number of pending ones.
  public static func simulate(
    _ blueprint: Blueprint, progress: (Nanoseconds, UInt64) -> Bool = { _, _ in true }
  ) throws(RunFailure) -> RunRecord {
    var world = World(blueprint)
    world.traffic.start(world.plan)
    var arrivals: UInt64 = 0
    while true {
      let wasStopped = world.advance(passing: progressEvery, &arrivals)
      if wasStopped { break }
      if world.agenda.eventsNow > mostEventsAtOnce || world.steps.isStuck {
        throw .standstill(at: world.lastPlace.name(in: blueprint), time: world.agenda.now)
      }
      if world.agenda.isExhausted { throw .tooManyWaits(time: world.agenda.now) }
      if !progress(world.agenda.now, arrivals + world.agenda.events) {
        return world.record(blueprint, arrivals: arrivals, isComplete: false)
      }
    }
    return world.record(blueprint, arrivals: arrivals)
  }
}

extension World {
  /// Lets arrivals and events happen in their order.
  ///
  /// Events at a time come before arrivals at that time.
  ///
  /// - Parameters:
  ///   - count: after how many to return.
  ///   - arrivals: how many arrivals have happened, brought up to date.
  /// - Returns: whether the run has come to its end.
  mutating func advance(passing count: UInt64, _ arrivals: inout UInt64) -> Bool {
    for _ in 0..<count {
      let arrival = traffic.nextTime(plan)
      let event = agenda.nextTime
      if event <= arrival {
        if event > plan.end || (event > plan.arrivalsEnd && openRequests == 0) || event == .never { return true }
        guard let waiter = agenda.next() else { continue }
        if agenda.isLarge { fetchAhead() }
        if agenda.eventsNow > Run.mostEventsAtOnce {
          lastPlace = place(of: waiter)
          return false
        }
        happen(waiter)
        if steps.isStuck {
          lastPlace = place(of: waiter)
          return false
        }
      } else {
        if functions.states.count > World.fewFunctions { fetchArrivalAhead() }
        let next = traffic.window.next()
        agenda.advance(to: next.time)
        arrivals &+= 1
        arrive(next)
        if steps.isStuck {
          lastPlace = .function(plan.routes[next.source].function)
          return false
        }
      }
    }
    return false
  }

  /// Up to how many functions all of their states are near anyway.
  private static var fewFunctions: Int { 32 }

  /// Asks for the records of the next event while the present one is handled.
  @inline(__always)
  private mutating func fetchAhead() {
    let upcoming = agenda.upcoming()
    guard upcoming.kind == WaiterKind.invocation.rawValue else { return }
    functions.invocations.prefetch(upcoming.index)
    functions.instances.prefetch(upcoming.companion)
  }

  /// Asks for the records of an arrival that comes soon while the next one is handled.
  @inline(__always)
  private mutating func fetchArrivalAhead() {
    let source = traffic.window.source(ahead: 4)
    let function = plan.routes[source].function
    functions.states.prefetch(function)
    plan.rules.prefetch(function)
    traffic.counts.prefetch(source)
    let next = plan.routes[traffic.window.source(ahead: 2)].function
    functions.instances.prefetch(functions.states[next].pool.head)
    plan.operations.prefetch(plan.rules[next].program)
  }
}
