import Simulation
import Statistics
import Variates

/// What changes about one service, and its books: requests in the measured window.
struct ServiceState: BitwiseCopyable {
  var rate: TokenBucket?
  var connections = LevelIntegral()
  /// Requests in line.
  var firstWaiting = ServiceCall.none
  var lastWaiting = ServiceCall.none
  var waiting: Int64 = 0
  /// Whether an event will look at the line when a token comes.
  var isLooking = false
  /// The outage that is next or present.
  var outage: UInt32 = 0
  /// Since when requests meet a limit; `never` while they do not.
  var overSince = Nanoseconds.never

  var books = ServiceBooks()
}

/// What is counted of a service's requests.
struct ServiceBooks: BitwiseCopyable {
  var offered: Int64 = 0
  var served: Int64 = 0
  /// Of these, given up by their caller before.
  var servedInVain: Int64 = 0
  var errors: Int64 = 0
  var stalled: Int64 = 0
  /// Refused, by the place of the reason in ``ServiceRefusal``.
  var rejected = InlineArray<5, Int64>(repeating: 0)
  /// Given up by their caller before an answer; of these, in line.
  var abandoned: Int64 = 0
  var leftLine: Int64 = 0
  /// Nanoseconds during which requests met a limit.
  var over: Int64 = 0
  /// Bytes that it answered.
  var answered: Int64 = 0
}

/// Why a service did not take a request.
public enum ServiceRefusal: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Beyond its rate.
  case rate
  /// All connections are busy.
  case connections
  /// The line is as long as it may be.
  case queueLength
  /// It has been in line for as long as one may be.
  case queueWait
  /// It is out of order.
  case outage

  /// The name by which tables list the reason.
  public var name: String {
    switch self {
    case .rate: "rate_limit"
    case .connections: "connection_limit"
    case .queueLength: "queue_length"
    case .queueWait: "queue_wait"
    case .outage: "outage"
    }
  }
}

/// A request that a service has: in line, at work, or without an answer.
struct ServiceCall: BitwiseCopyable {
  enum Stage: UInt8 { case waiting, working, stalled, refused, over }

  var service: UInt32
  /// The instance that asks; none for a client outside.
  var instance = ServiceCall.none
  /// Who waits for the answer.
  var caller: Ticket
  /// The number from which its draws derive.
  var key: UInt64
  /// When it came, and when the work began.
  var arrived: Nanoseconds
  var started: Nanoseconds = 0
  /// The one behind it in line.
  var next = ServiceCall.none
  var stage = Stage.waiting
  var isError = false
  /// At work: whether its caller has given up.
  var isAbandoned = false
  /// Whether it holds a connection of its own, which its end sets free.
  var isConnected = false
  /// In line: the end of patience.
  var timer = Ticket.none
  var refusal = ServiceRefusal.rate
  var isMeasured: Bool

  static var none: UInt32 { .max }
}

/// A connection that an instance keeps, and the next one of the same instance.
struct Connection: BitwiseCopyable {
  var service: UInt32
  var next: UInt32
}

/// All services: the state of this folder.
struct ServiceTable: ~Copyable {
  var states: Table<ServiceState>
  var calls = Arena<ServiceCall>()
  /// Whether any service's connections are held by instances; then, by instance, the first connection of each.
  let holdsForInstances: Bool
  private var connections = Arena<Connection>()
  private var held = Table<UInt32>()

  init(_ blueprint: Blueprint) {
    holdsForInstances = blueprint.services.contains(where: \.isHeldByInstance)
    states = Table(
      blueprint.services.map { plan in
        var state = ServiceState()
        state.rate = plan.rate
        state.outage = plan.firstOutage
        return state
      })
  }

  /// How many requests of the measured window are in line or at work, or on the way back with a refusal that has been counted.
  ///
  /// - Complexity: O(requests).
  func present(_ service: UInt32) -> Int64 {
    (0..<UInt32(calls.count)).reduce(0) { count, index in
      let call = calls[index]
      return call.service == service && call.isMeasured && (call.stage == .waiting || call.stage == .working) ? count + 1 : count
    }
  }

  /// The outage that a service has at present.
  mutating func outage(_ service: UInt32, _ plan: Plan, at now: Nanoseconds) -> Outage? {
    let end = plan.services[service].firstOutage + plan.services[service].outages
    while states[service].outage < end, plan.outages[states[service].outage].until <= now { states[service].outage += 1 }
    guard states[service].outage < end, plan.outages[states[service].outage].from <= now else { return nil }
    return plan.outages[states[service].outage]
  }

  // MARK: Connections

  /// Whether an instance keeps a connection to a service.
  func holdsConnection(_ instance: UInt32, to service: UInt32) -> Bool {
    if instance == ServiceCall.none || Int(instance) >= held.count { return false }
    var connection = held[instance]
    while connection != ServiceCall.none {
      if connections[connection].service == service { return true }
      connection = connections[connection].next
    }
    return false
  }

  /// Lets a request have a connection: that of its instance, or one of its own.
  mutating func connect(_ call: UInt32, _ plan: Plan, at now: Nanoseconds) {
    let (service, instance) = (calls[call].service, calls[call].instance)
    if plan.services[service].isHeldByInstance && instance != ServiceCall.none {
      if holdsConnection(instance, to: service) { return }
      while held.count <= Int(instance) { held.append(ServiceCall.none) }
      held[instance] = connections.insert(Connection(service: service, next: held[instance]))
    } else {
      calls[call].isConnected = true
    }
    states[service].connections.add(1, at: now)
  }

  /// Gives the connection of a request back, where it has one of its own.
  ///
  /// - Returns: whether one came free.
  mutating func disconnect(_ call: UInt32, at now: Nanoseconds) -> Bool {
    if !calls[call].isConnected { return false }
    calls[call].isConnected = false
    states[calls[call].service].connections.add(-1, at: now)
    return true
  }

  /// Gives one connection of an instance back.
  ///
  /// - Returns: the service to which it went; nil where the instance has none.
  mutating func releaseConnection(of instance: UInt32, at now: Nanoseconds) -> UInt32? {
    guard Int(instance) < held.count, held[instance] != ServiceCall.none else { return nil }
    let first = held[instance]
    let service = connections[first].service
    held[instance] = connections[first].next
    connections.remove(first)
    states[service].connections.add(-1, at: now)
    return service
  }

  // MARK: The line

  /// Puts a request at the end of the line.
  mutating func enqueue(_ call: UInt32, _ service: UInt32) {
    let last = states[service].lastWaiting
    if last == ServiceCall.none { states[service].firstWaiting = call } else { calls[last].next = call }
    states[service].lastWaiting = call
    states[service].waiting += 1
  }

  /// The request that is first in line; those that have been given up are freed on the way.
  mutating func firstInLine(_ service: UInt32) -> UInt32? {
    while states[service].firstWaiting != ServiceCall.none {
      let first = states[service].firstWaiting
      if calls[first].stage == .waiting { return first }
      removeFirst(service)
      calls.remove(first)
    }
    return nil
  }

  /// Takes the first in line out.
  mutating func removeFirst(_ service: UInt32) {
    let first = states[service].firstWaiting
    states[service].firstWaiting = calls[first].next
    if states[service].firstWaiting == ServiceCall.none { states[service].lastWaiting = ServiceCall.none }
  }

  /// Notes that a request met a limit, or that one did not; of the time between, what lies in the measured window counts.
  mutating func noteLimit(_ service: UInt32, isMet: Bool, _ plan: Plan, at now: Nanoseconds) {
    let since = states[service].overSince
    if isMet {
      if since == .never { states[service].overSince = now }
    } else if since != .never {
      states[service].books.over += max(0, min(now, plan.arrivalsEnd) - max(since, plan.measureFrom))
      states[service].overSince = .never
    }
  }
}
