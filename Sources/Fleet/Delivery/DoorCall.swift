import Simulation

/// A request that a door has taken in.
struct DoorCall: BitwiseCopyable {
  enum Stage: UInt8 {
    /// In the door, on the way in.
    case before
    /// With what stands behind the door.
    case asking
    /// In the door, on the way out.
    case after
  }

  var door: UInt32
  /// Who waits for the answer.
  var caller: Ticket
  /// The number from which its draws derive.
  var key: UInt64
  /// What it carries, until it is handed on.
  var item: UInt32
  var isMeasured: Bool
  var stage = Stage.before
  /// When it came, and when it was handed on.
  var arrived: Nanoseconds
  var asked: Nanoseconds = 0
  /// The door's time for it on the way in and on the way out.
  var before: Nanoseconds
  var after: Nanoseconds
  /// Who waits for the answer from behind, and what that calls the request.
  var reply = Ticket.none
  var held = DoorCall.none
  /// Whether its caller has given it up before it was handed on, or works in vain itself.
  var isAbandoned = false
  var isWaste = false
  /// The answer, once there is one, and what it had waited for.
  var outcome = Outcome(kind: .success)
  var trail = Item.none
  /// Whether the record is in use.
  var isLive = true

  static var none: UInt32 { .max }
}

/// What is counted of a door's requests.
struct DoorBooks: BitwiseCopyable {
  var requests: Int64 = 0
  var throttled: Int64 = 0
  var throttledByAccount: Int64 = 0
  var tooLarge: Int64 = 0
  var unavailable: Int64 = 0
  var succeeded: Int64 = 0
  var errors: Int64 = 0
  var timeouts: Int64 = 0
  var refused: Int64 = 0
  var abandoned: Int64 = 0
  var bytesIn: Int64 = 0
  var bytesOut: Int64 = 0
  var units: Int64 = 0
}

/// What changes about one door.
struct DoorState: BitwiseCopyable {
  var throttle: TokenBucket?
  var books = DoorBooks()
}

/// All doors, and the bucket that they share.
struct DoorTable: ~Copyable {
  var states: Table<DoorState>
  var calls = Arena<DoorCall>()
  var shared: TokenBucket?

  init(_ blueprint: Blueprint) {
    states = Table(
      blueprint.doors.map { plan in
        var state = DoorState()
        state.throttle = plan.throttle
        return state
      })
    shared = blueprint.doorThrottle
  }

  /// Takes a token from a door's own bucket and from the shared one.
  ///
  /// The most specific comes first; a token that was taken is not given back where the next bucket has none.
  ///
  /// - Returns: whether there was one in each; if not, the request has been counted.
  /// - Source: Amazon API Gateway Developer Guide, Throttle requests to your REST APIs: the order in which limits are applied.
  mutating func admit(_ door: UInt32, _ plan: DoorPlan, isMeasured: Bool, at now: Nanoseconds) -> Bool {
    if states[door].throttle?.take(at: now) == false {
      if isMeasured { states[door].books.throttled += 1 }
      return false
    }
    if plan.sharesThrottle && shared?.take(at: now) == false {
      if isMeasured { states[door].books.throttledByAccount += 1 }
      return false
    }
    return true
  }
}
