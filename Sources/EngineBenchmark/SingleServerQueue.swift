internal import Simulation
internal import Variates

/// M/M/1 on the bare engine: one server, exponential gaps and services, first come first served.
///
/// Arrivals and completions are tickets in the agenda, two events a customer, as they would be for any model.
struct SingleServerQueue {
  /// Arrivals in a mean service time, above 0 and below 1.
  var load: Double
  /// Customers to be served, at least 1.
  var customers: Int
  /// Starts the draws.
  var seed: UInt64

  /// What a run came to.
  struct Outcome {
    /// CPU time of a customer, in nanoseconds.
    var nanoseconds: Double
    /// The mean time between a customer's arrival and the start of the service, in mean services.
    var meanWait: Double
    /// Events that happened.
    var events: UInt64
  }

  /// What a wait means to this model.
  private enum Kind {
    static let arrival: UInt8 = 0
    static let completion: UInt8 = 1
  }

  /// A mean service, in nanoseconds.
  private static let service = 1e9

  /// The mean wait in the long run, in mean services.
  ///
  /// - Source: L. Kleinrock, Queueing Systems I, 1975, section 3.2.
  var expectedWait: Double { load / (1 - load) }

  /// The standard error of the mean wait over all customers, in mean services.
  ///
  /// - Source: N. Blomqvist, The covariance function of the M/G/1 queuing system, Skandinavisk Aktuarietidskrift 50, 1967.
  var standardError: Double {
    let numerator = load * (2 + load * (5 + load * (load - 4)))
    let idle = (1 - load) * (1 - load)
    return (numerator / (idle * idle) / Double(customers)).squareRoot()
  }

  /// Serves the customers.
  func run() -> Outcome {
    let (nanoseconds, (wait, events)) = CPUTime.measure { serve() }
    let count = Double(customers)
    return Outcome(nanoseconds: Double(nanoseconds) / count, meanWait: Double(wait) / count / Self.service, events: events)
  }

  @inline(never)
  private func serve() -> (wait: Nanoseconds, events: UInt64) {
    var agenda = Agenda(delays: [])
    var line = WaitingLine()
    var gaps = Draw(Key.mix(seed))
    var services = Draw(Key.mix(seed &+ 1))
    var (begun, ended, wait) = (0, 0, Nanoseconds(0))
    let gap = Self.service / load
    var isBusy = false
    _ = agenda.arm(Waiter(kind: Kind.arrival, index: 0), at: Nanoseconds(gaps.exponential() * gap))
    while ended < customers {
      guard let waiter = agenda.next() else { continue }
      if waiter.kind == Kind.arrival {
        _ = agenda.arm(Waiter(kind: Kind.arrival, index: 0), at: agenda.now &+ Nanoseconds(gaps.exponential() * gap))
        line.append(agenda.now)
        if isBusy { continue }
      } else {
        ended &+= 1
      }
      isBusy = !line.isEmpty
      if isBusy {
        if begun < customers { wait &+= agenda.now &- line.removeFirst() } else { line.removeFirst() }
        begun &+= 1
        _ = agenda.arm(Waiter(kind: Kind.completion, index: 0), at: agenda.now &+ Nanoseconds(services.exponential() * Self.service))
      }
    }
    return (wait, agenda.events)
  }
}
