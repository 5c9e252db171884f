internal import Documents

/// What runs through states one after the other: the execution itself, a branch, an iteration, or a child that is waited for.
struct Strand {
  // First what every transition needs, so that it lies together.

  /// The state that it is in.
  var state = 0
  var phase = Phase.free
  /// Whether the start of its task has been told.
  var isStarted = false
  /// Number of its present wait; answers to others are dropped.
  var number: UInt32 = 0
  /// The input of the state.
  var input = JSONValue.null
  /// The answer that is to be taken up.
  var answer: Answer?
  /// The event with which the state was entered.
  var entered = 0
  /// When it was entered, in nanoseconds since 1970.
  var enteredAt: Int64 = 0
  /// The event that the next one follows.
  var previous = 0
  /// Retries so far of all retriers.
  var attempt = 0
  /// Retries so far, by retrier; empty before the first.
  var retries: [Int] = []
  /// Values of the variables by number.
  var variables: [JSONValue?] = []
  /// Who waits for its end: a strand; -1 for the execution itself and for free places.
  var parent = -1
  /// Its branch or item, from 0.
  var index = 0
  /// Its place among the joins while it waits for branches or items; -1 for none.
  var join = -1
  /// The item of the Map around it.
  var item: Item?
  /// Why its branches or items failed, which is to be taken up.
  var failure: Failure?

  /// What it does or waits for.
  enum Phase: Sendable, Equatable {
    case free
    /// Enters its state.
    case entering
    /// Waits until it may enter its state.
    case stepping
    /// Tries its state again.
    case retrying
    /// Waits for its task.
    case task
    /// Waits for the time of a Wait.
    case waiting
    /// Waits before another attempt.
    case backingOff
    /// Waits for branches or items.
    case joining
    /// Waits for items to be read.
    case reading
    /// Waits for results to be written.
    case writing
    /// Stands for a child execution.
    case child
  }

  /// An item of a Map.
  struct Item {
    let index: Int
    let value: JSONValue
  }
}

/// Branches or items that a state waits for.
struct Join {
  /// The state's number among the maps; -1 for a Parallel.
  var map = -1
  /// What is left of the items' inputs.
  var inputs: [JSONValue] = []
  /// The items, for their context.
  var items: [JSONValue] = []
  var results: [JSONValue?] = []
  /// The next item to start.
  var next = 0
  /// Strands that run.
  var running = 0
  /// How many may run at once.
  var limit = 0
  /// Items that failed.
  var failures = 0
  /// Failures that are tolerated.
  var tolerated = 0
  /// The event that `MapRunStarted` was.
  var runStarted = 0
}
