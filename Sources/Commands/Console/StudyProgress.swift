import Reports
import Studies
import Synchronization

/// Watches the runs of a study: shows on the terminal how far they are, knows their pace, and stops them where the user asks for it.
final class StudyProgress: RunWatch {
  private struct State {
    var runs = 0
    var done = 0.0
    var events: UInt64 = 0
    var shownAt: ContinuousClock.Instant
  }

  /// Where it is shown.
  let console: Console
  /// Whether nothing is to be told but errors.
  let isQuiet: Bool
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  /// - Parameters:
  ///   - console: where it is shown, if on a terminal.
  ///   - isShown: whether it is.
  init(on console: Console, isShown: Bool) {
    self.console = console
    isQuiet = !isShown
    self.isShown = isShown && console.showsProgress
    start = clock.now
    state = Mutex(State(shownAt: start))
  }

  func expect(runs: Int) { state.withLock { $0.runs += runs } }

  func advance(from: Double, to share: Double, events: UInt64) -> Bool {
    state.withLock { state in
      state.done += share - from
      state.events += events
      show(&state)
    }
    return !Interruption.isNoted
  }

  /// Shows how far the runs are, five times a second at most.
  private func show(_ state: inout State) {
    guard isShown, clock.now - state.shownAt > .milliseconds(200) else { return }
    state.shownAt = clock.now
    _ = console.error("\r\u{1B}[K" + pace(state).progress)
  }

  /// Takes the line away.
  func clear() {
    if isShown { _ = console.error("\r\u{1B}[K") }
  }

  /// The pace of the study so far.
  var pace: RunPace { state.withLock { pace($0) } }

  private func pace(_ state: State) -> RunPace {
    let (seconds, attoseconds) = (clock.now - start).components
    return RunPace(
      runs: state.runs, done: state.done, events: state.events, elapsed: Double(seconds) + Double(attoseconds) / 1e18)
  }
}
