import Simulation
import Variates

/// All sources' arrivals, the calls of callers that watch over their requests, and the users of closed sources.
struct TrafficState: ~Copyable {
  var sources: Table<SourceState>
  var counts: Table<ArrivalCount>
  var window = ArrivalWindow()
  var calls = Arena<Call>()
  var users: Table<User>
  /// Attempts of calls born in the measured window, by source.
  var attempts: Table<Int64>

  /// The end of the stretch that has been generated, and how long the next one is to be.
  private var generatedUntil: Nanoseconds = 0
  private var stretch: Nanoseconds = .millisecond

  init(_ blueprint: Blueprint) {
    sources = Table(blueprint.sources.map(SourceState.init))
    counts = Table(blueprint.sources.map { _ in ArrivalCount() })
    users = Table()
    attempts = Table(blueprint.sources.map { _ in 0 })
    for (index, source) in blueprint.sources.enumerated() where source.kind == .users {
      for user in 0..<UInt64(source.batch) {
        users.append(User(source: UInt32(index), key: Key.mix(source.key &+ Salt.user &+ user &* Key.visitStep)))
      }
    }
  }

  /// Moves every source to its first arrival.
  mutating func start(_ plan: Plan) {
    for source in 0..<sources.count { sources[source].start(plan.sources.row(UInt32(source)), plan) }
  }

  /// The time of the next arrival; `never` where none is left before arrivals end.
  @inline(__always)
  mutating func nextTime(_ plan: Plan) -> Nanoseconds {
    let time = window.nextTime
    if time != .never || generatedUntil >= plan.arrivalsEnd { return time }
    return generate(plan)
  }

  /// Generates stretches until one holds an arrival.
  @inline(never)
  private mutating func generate(_ plan: Plan) -> Nanoseconds {
    let wanted = plan.engine.windowSize == 1 ? 1 : max(plan.engine.windowSize, 2 * sources.count)
    while window.nextTime == .never && generatedUntil < plan.arrivalsEnd {
      window.begin()
      var end = min(generatedUntil + stretch, plan.arrivalsEnd)
      // A source that reaches the limit ends the stretch for all: what others have appended beyond it is kept.
      for source in 0..<sources.count { append(UInt32(source), upTo: &end, most: 2 * wanted, plan) }
      window.seal(until: end)
      let found = window.left
      generatedUntil = end
      if found > wanted { stretch = max(stretch / 2, 1) }
      if found <= wanted / 2 { stretch = min(stretch * 2, SamplerBank.longest) }
    }
    return window.nextTime
  }

  /// Appends a source's arrivals before an end that comes nearer where there are too many.
  @inline(__always)
  private mutating func append(_ index: UInt32, upTo end: inout Nanoseconds, most: Int, _ plan: Plan) {
    let source = plan.sources.row(index)
    if source.value.kind == .counts { return appendCounted(index, upTo: end, plan) }
    if sources[index].next >= end { return }
    var state = sources[index]
    var appended = 0
    while state.next < end {
      window.append(Arrival(time: state.next, source: index, payload: state.payload))
      state.advance(source, plan)
      appended &+= 1
      if appended >= most && state.next < end { end = max(state.next, generatedUntil + 1) }
    }
    sources[index] = state
  }

  /// Appends the arrivals of the intervals that begin before an end: whole intervals at a time.
  private mutating func appendCounted(_ index: UInt32, upTo end: Nanoseconds, _ plan: Plan) {
    let source = plan.sources[index]
    while sources[index].cursor < source.count {
      let begin = Nanoseconds(sources[index].cursor) * source.period
      if begin >= end { return }
      let count = source.replays(of: plan.counts[source.first + sources[index].cursor], &sources[index].gaps)
      for number in 0..<count {
        let share = source.isEven ? (Double(number) + 0.5) / Double(count) : sources[index].gaps.uniform()
        window.append(Arrival(time: begin + min(Nanoseconds(share * Double(source.period)), source.period - 1), source: index))
      }
      sources[index].cursor += 1
    }
  }
}

/// A user of a closed source: thinks, asks, waits for the answer.
struct User: BitwiseCopyable {
  /// The source.
  var source: UInt32
  /// The number from which the user's draws derive.
  var key: UInt64
  /// How many requests the user has made.
  var ordinal: UInt64 = 0
}

/// A request of a caller that watches over it: gives up, tries again, or is a user that goes on afterwards.
struct Call: BitwiseCopyable {
  /// The source, and the place in its trace.
  var source: UInt32
  var payload: UInt32
  /// The number of the item, from which those of the attempts derive.
  var item: UInt64
  /// When it was born, and whether in the measured window.
  var born: Nanoseconds
  var isMeasured: Bool
  /// The attempt that is under way or comes next, from 1.
  var attempt: UInt32 = 1
  /// What the target calls the attempt, the ticket for its answer, and the event at which it reaches the target.
  var held = Call.none
  var ticket = Ticket.none
  var handover = Ticket.none
  /// When the attempt began.
  var asked: Nanoseconds = 0
  /// What keeps together all that the request sets off; none where nothing is followed.
  var journey = Item.none
  /// The pause before the last attempt, for back-off that builds on it.
  var lastPause: Nanoseconds = 0
  /// The user; none for open arrivals.
  var user = Call.none
  /// What it has waited for so far, kept with the items; none where that is nothing.
  var trail = Item.none
  /// Whether the record is in use.
  var isLive = true

  static var none: UInt32 { .max }
}
