public import Fleet

/// How the runs of a study are carried out: nothing here changes what comes out.
public struct RunSettings: Sendable {
  /// How many runs go on at once, at least 1.
  public var jobs: Int
  /// Runs that were carried out before, and where new ones are kept; nil: nowhere.
  public var store: (any RunStore)?
  /// What is told how the runs get on, and can stop them.
  public var watch: any RunWatch
  /// What carries runs out elsewhere and brings what came of them into the store; nil: all are carried out here.
  public var engine: (any RunEngine)?

  /// Settings from their parts.
  public init(
    jobs: Int = 1, store: (any RunStore)? = nil, watch: any RunWatch = Unwatched(), engine: (any RunEngine)? = nil
  ) {
    precondition(jobs >= 1, "\(jobs) jobs")
    precondition(engine == nil || store != nil, "an engine without a store for what it brings")
    self.jobs = jobs
    self.store = store
    self.watch = watch
    self.engine = engine
  }
}

/// What watches the runs of a study; it is called from several threads at once.
public protocol RunWatch: Sendable {
  /// Runs are added to what is to be done.
  func expect(runs: Int)
  /// A run has come so far.
  ///
  /// - Parameters:
  ///   - share: of the run that is done, from 0 to 1.
  ///   - events: that happened since the last time.
  /// - Returns: false where the run is to stop.
  func advance(from: Double, to share: Double, events: UInt64) -> Bool
}

/// Nobody watches.
public struct Unwatched: RunWatch {
  /// Nobody watches.
  public init() {}
  /// Nobody hears of it.
  public func expect(runs: Int) {}
  /// The run goes on.
  public func advance(from: Double, to share: Double, events: UInt64) -> Bool { true }
}

/// What came of a run that was not stopped: its record, or why it can't be brought to its end, which it never can.
public typealias RunOutcome = Result<RunRecord, RunFailure>

/// Keeps what came of runs, by the key of what was simulated; it is called from several threads at once.
public protocol RunStore: Sendable {
  /// What is kept under a key; nil where there is nothing that can be read.
  func outcome(of key: String) -> RunOutcome?
  /// Keeps what came of a run; false where that failed.
  func keep(_ outcome: RunOutcome, as key: String) -> Bool
}
