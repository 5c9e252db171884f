public import Fleet

/// How the runs of a study are carried out: nothing here changes what comes out.
public struct RunSettings: Sendable {
  /// How many runs go on at once, at least 1.
  public var jobs: Int
  /// Runs that were carried out before, and where new ones are kept; nil: nowhere.
  public var store: (any RunStore)?
  /// What is told how the runs get on, and can stop them.
  public var watch: any RunWatch

  /// Settings from their parts.
  public init(jobs: Int = 1, store: (any RunStore)? = nil, watch: any RunWatch = Unwatched()) {
    precondition(jobs >= 1, "\(jobs) jobs")
    self.jobs = jobs
    self.store = store
    self.watch = watch
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

/// Keeps the records of runs, by the key of what was simulated.
public protocol RunStore: Sendable {
  /// The record that is kept under a key; nil where there is none that can be read.
  func record(of key: String) -> RunRecord?
  /// Keeps a record of a run that came to its end; false where that failed.
  func keep(_ record: RunRecord, as key: String) -> Bool
}
