import Simulation
import Statistics

/// Folds observations, a block at a time, into histograms, cause sums and meters.
///
/// Sums are integers, so that neither the order of observations nor the size of blocks can be seen in a record.
struct Recorder: ~Copyable {
  /// The histograms that each source has beside that of its direct invocations.
  enum Measure: Int {
    /// Latency and duration of invocations that waited and ended well.
    case waited, waitedDuration
    /// Latency and duration of those that failed.
    case failed, failedDuration
    /// To the last good end of all that a request set off, and the client's view: of well answered requests and of failed ones.
    case completed, answeredWell, answeredBadly

    static var count: Int { 7 }
  }

  private(set) var block: Table<Observation>
  private let blockSize: Int
  let functionOf: Table<UInt32>

  /// Invocations that ended well and did not wait, by source: latency and duration in one.
  ///
  /// By far the most go here.
  var directHistograms: HistogramBank
  var histograms: HistogramBank
  var startHistograms: HistogramBank
  /// Two a queue: from sending to deletion, and to the last receive.
  var messageHistograms: HistogramBank
  var recordAges: HistogramBank
  var streamAges: HistogramBank
  /// Of events by function, then of doors, then of subscriptions.
  var deliveryHistograms: HistogramBank
  var billed: Table<BilledTime>
  var tallies: Table<SourceTally>
  var functionTallies: Table<FunctionTally>
  /// What requests waited for, which is folded at once: of invocations by flow; of clients until the answer, and of all that a request sets
  /// off until its completion, by source.
  var causes: CauseBank
  var clientCauses: CauseBank
  var completionCauses: CauseBank
  var series: SeriesRecord?

  /// What a billed duration needs to know.
  struct BillingRule: BitwiseCopyable {
    var unit: Nanoseconds
    var minimum: Nanoseconds

    /// The billed time of a duration, in milliseconds.
    @inline(__always)
    func milliseconds(_ duration: Nanoseconds) -> Int64 {
      let atLeast = max(duration, minimum)
      if unit == .millisecond { return (atLeast &+ 999_999) / 1_000_000 }
      return (atLeast &+ unit &- 1) / unit &* (unit / .millisecond)
    }
  }

  init(_ blueprint: Blueprint) {
    blockSize = blueprint.engine.blockSize
    block = Table(capacity: blockSize)
    let flows = blueprint.flowFunctions
    functionOf = Table(flows)
    directHistograms = HistogramBank(entities: flows.count)
    histograms = HistogramBank(entities: flows.count * Measure.count)
    startHistograms = HistogramBank(entities: blueprint.functions.count * (StartPart.allCases.count + 1))
    messageHistograms = HistogramBank(entities: blueprint.queues.count * 2)
    recordAges = HistogramBank(entities: blueprint.consumers.count)
    streamAges = HistogramBank(entities: blueprint.consumers.count)
    deliveryHistograms = HistogramBank(
      entities: blueprint.events.count + blueprint.doors.count + blueprint.subscriptions.count + blueprint.workflows.count)
    billed = Table(
      flows.map { function in
        if function == .max { return BilledTime(rule: BillingRule(unit: .millisecond, minimum: 0)) }
        let plan = blueprint.functions[Int(function)]
        return BilledTime(rule: BillingRule(unit: plan.billingUnit, minimum: plan.billingMinimum))
      })
    tallies = Table(flows.map { _ in SourceTally() })
    functionTallies = Table(blueprint.functions.map { _ in FunctionTally() })
    causes = CauseBank(entities: flows.count)
    clientCauses = CauseBank(entities: blueprint.sources.count)
    completionCauses = CauseBank(entities: blueprint.sources.count)
    if blueprint.seriesEvery > 0 {
      series = SeriesRecord(
        every: blueprint.seriesEvery, functions: blueprint.functions.count, services: blueprint.services.count,
        queues: blueprint.queues.count)
    }
  }

  /// Notes an observation.
  @inline(__always)
  mutating func note(_ observation: Observation) {
    block.append(observation)
    if block.count >= blockSize { fold() }
  }

  /// Folds what has been noted.
  mutating func fold() {
    let fetches = tallies.count > Self.fewSources
    for place in 0..<block.count {
      if fetches { prefetch(place) }
      if block[place].kind == .direct { foldDirect(place) } else { foldOther(block[place]) }
    }
    if series != nil { foldSeries() }
    block.removeAll()
  }

  /// How many observations ahead counters are asked for, and up to how many sources they are near anyway.
  private static var ahead: Int { 8 }
  private static var fewSources: Int { 32 }

  /// Asks for what direct invocations some places on will be counted in: for where it lies first, then for itself.
  @inline(__always)
  private func prefetch(_ place: Int) {
    let (far, near) = (place &+ 2 &* Self.ahead, place &+ Self.ahead)
    if far < block.count && block[far].kind == .direct {
      directHistograms.prefetchWay(block[far].duration, of: Int(block[far].entity))
      billed.prefetch(block[far].entity)
    }
    if near < block.count && block[near].kind == .direct {
      directHistograms.prefetch(block[near].duration, of: Int(block[near].entity))
    }
  }

  @inline(__always)
  private mutating func foldDirect(_ place: Int) {
    let (duration, source) = (block[place].duration, block[place].entity)
    directHistograms.record(duration, of: Int(source))
    bill(duration, of: source, isProvisioned: block[place].isProvisioned)
  }

  @inline(__always)
  private mutating func bill(_ duration: Nanoseconds, of source: UInt32, isProvisioned: Bool) {
    billed[source].add(billed[source].rule.milliseconds(duration), isProvisioned: isProvisioned)
  }

  @inline(never)
  private mutating func foldOther(_ observation: Observation) {
    if observation.kind == .delivered { return deliveryHistograms.record(observation.latency, of: Int(observation.entity)) }
    let source = Int(observation.entity)
    if observation.kind == .message {
      messageHistograms.record(observation.latency, of: 2 * source)
      messageHistograms.record(observation.duration, of: 2 * source + 1)
      return
    }
    let rule = observation.kind.isOfFunction ? BillingRule(unit: 1, minimum: 0) : billed[source].rule
    switch observation.kind {
    case .direct, .message, .delivered: preconditionFailure("folded apart")
    case .ended: foldEnded(observation)
    case .refused: tallies[source].refused[Int(observation.detail)] += 1
    case .billedInit:
      let more = rule.milliseconds(observation.latency + observation.duration) - rule.milliseconds(observation.duration)
      tallies[source].initMilliseconds += more
      billed[source].add(more, isProvisioned: observation.isProvisioned)
      if observation.outcome != .success { tallies[source].addFailure(more, isRetry: observation.isFailedRetry) }
    case .startPart:
      startHistograms.record(observation.duration, of: source * (StartPart.allCases.count + 1) + Int(observation.detail))
    case .start:
      startHistograms.record(observation.duration, of: (source + 1) * (StartPart.allCases.count + 1) - 1)
    case .recordAge: recordAges.record(observation.latency, of: source)
    case .streamAge: streamAges.record(observation.latency, of: source)
    case .restore: functionTallies[source].restores += 1
    case .wasted:
      tallies[source].wasted += Int128(observation.duration)
      // What failed is wasted as a whole.
      if observation.outcome == .success { tallies[source].wastedMilliseconds += (observation.duration + 999_999) / 1_000_000 }
    case .computed: tallies[source].cpuMicroseconds += observation.duration / 1000
    case .instanceBusy:
      functionTallies[source].busyMilliseconds += observation.latency
    case .ping:
      tallies[source].pings += 1
      bill(observation.duration, of: observation.entity, isProvisioned: observation.isProvisioned)
    case .answered, .responded, .completed: foldAnswer(observation)
    }
  }

  private mutating func foldEnded(_ observation: Observation) {
    let first = Int(observation.entity) * Measure.count
    let isSuccess = observation.outcome == .success
    histograms.record(observation.latency, of: first + (isSuccess ? Measure.waited : .failed).rawValue)
    histograms.record(observation.duration, of: first + (isSuccess ? Measure.waitedDuration : .failedDuration).rawValue)
    if observation.outcome == .timeout { tallies[observation.entity].timeouts += 1 }
    if !isSuccess {
      let isRetry = observation.isFailedRetry
      if isRetry { tallies[observation.entity].failedRetries += 1 }
      tallies[observation.entity].addFailure(billed[observation.entity].rule.milliseconds(observation.duration), isRetry: isRetry)
    }
    if observation.isCold { tallies[observation.entity].coldStarts += 1 }
    bill(observation.duration, of: observation.entity, isProvisioned: observation.isProvisioned)
  }

  private mutating func foldAnswer(_ observation: Observation) {
    let source = Int(observation.entity)
    let first = source * Measure.count
    guard observation.detail > 0, let loss = Loss(rawValue: observation.detail - 1) else {
      let measure: Measure = observation.kind == .responded ? .answeredWell : .completed
      histograms.record(observation.latency, of: first + measure.rawValue)
      return
    }
    // Of a request that sets off more, the loss is counted when all of it has ended.
    if observation.kind != .responded { tallies[source].lost[Int(loss.rawValue)] += 1 }
    if observation.kind != .completed && loss.isAnswer {
      histograms.record(observation.latency, of: first + Measure.answeredBadly.rawValue)
    }
  }
}

extension Observation.Kind {
  /// Whether the observation's entity is a function or a stream's consumer and not a source.
  var isOfFunction: Bool {
    switch self {
    case .startPart, .start, .restore, .instanceBusy, .recordAge, .streamAge: true
    default: false
    }
  }
}

/// Billed milliseconds of a source's requests, and how they are counted.
struct BilledTime: BitwiseCopyable {
  let rule: Recorder.BillingRule
  var onDemand: Int64 = 0
  var provisioned: Int64 = 0

  @inline(__always)
  mutating func add(_ milliseconds: Int64, isProvisioned: Bool) {
    if isProvisioned { provisioned &+= milliseconds } else { onDemand &+= milliseconds }
  }
}

/// What is counted of a source's requests beside their histograms.
struct SourceTally: BitwiseCopyable {
  var initMilliseconds: Int64 = 0
  var timeouts: Int64 = 0
  var coldStarts: Int64 = 0
  var pings: Int64 = 0
  var wasted: Int128 = 0
  var wastedMilliseconds: Int64 = 0
  /// Further tries that failed, and the billed milliseconds of these and of first tries that failed.
  var failedRetries: Int64 = 0
  var retriedMilliseconds: Int64 = 0
  var failedMilliseconds: Int64 = 0
  var cpuMicroseconds: Int64 = 0
  var refused = InlineArray<10, Int64>(repeating: 0)
  var lost = InlineArray<14, Int64>(repeating: 0)

  /// Counts billed milliseconds of a try that failed.
  mutating func addFailure(_ milliseconds: Int64, isRetry: Bool) {
    if isRetry { retriedMilliseconds += milliseconds } else { failedMilliseconds += milliseconds }
  }
}

/// What is counted of a function's instances.
struct FunctionTally: BitwiseCopyable {
  var restores: Int64 = 0
  var busyMilliseconds: Int64 = 0
}
