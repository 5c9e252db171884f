import Reports

/// A line on the terminal that shows how far a run is, and the run's pace when it is over.
final class ProgressLine {
  private let console: Console
  private let isShown: Bool
  private let goal: Int64
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shownAt: ContinuousClock.Instant

  /// - Parameters:
  ///   - console: where it is shown.
  ///   - isShown: whether it is.
  ///   - goal: nanoseconds that are to be simulated.
  init(on console: Console, isShown: Bool, goal: Int64) {
    self.console = console
    self.isShown = isShown && console.showsProgress
    self.goal = goal
    start = clock.now
    shownAt = start
  }

  /// Seconds since it began.
  var elapsed: Double {
    let (seconds, attoseconds) = (clock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// Shows how far the run is, five times a second at most.
  func show(simulated: Int64, events: UInt64) {
    guard isShown, clock.now - shownAt > .milliseconds(200) else { return }
    shownAt = clock.now
    _ = console.error("\r\u{1B}[K" + pace(simulated, events).progress)
  }

  /// Takes the line away.
  func clear() {
    if isShown { _ = console.error("\r\u{1B}[K") }
  }

  /// The pace of the run so far.
  func pace(_ simulated: Int64, _ events: UInt64) -> RunPace {
    RunPace(simulated: simulated, goal: goal, events: events, elapsed: elapsed)
  }
}
