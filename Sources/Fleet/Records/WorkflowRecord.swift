public import Statistics

/// What one workflow did of executions that began in the measured window.
public struct WorkflowRecord: Sendable, Equatable {
  /// Starts that were asked for, whatever became of them.
  public var offered: Int64 = 0

  /// Starts that were refused beyond a rate or since too many executions were open.
  public var throttled: Int64 = 0

  /// Starts that were refused as their input was too long.
  public var tooLarge: Int64 = 0

  /// Starts whose input could not be made.
  public var badInputs: Int64 = 0

  /// Executions that began; child executions of distributed Maps apart.
  public var started: Int64 = 0

  /// Child executions that began.
  public var children: Int64 = 0

  /// Executions that succeeded, failed, ran out of their time and were stopped.
  public var succeeded: Int64 = 0

  /// See ``succeeded``.
  public var failed: Int64 = 0

  /// See ``succeeded``.
  public var timedOut: Int64 = 0

  /// See ``succeeded``.
  public var aborted: Int64 = 0

  /// States entered, and retries.
  public var transitions: Int64 = 0

  /// Transitions that waited for a token, and the nanoseconds that they waited together.
  public var delayed: Int64 = 0

  /// See ``delayed``.
  public var delay: Int64 = 0

  /// Transitions of Standard executions, which are billed.
  public var billedTransitions: Int64 = 0

  /// Express executions that ended, and their billed memory times their billed time: MB times milliseconds.
  public var expressRequests: Int64 = 0

  /// See ``expressRequests``.
  public var expressMemoryMilliseconds: Int64 = 0

  /// Executions that were open when the run ended.
  public var unfinished: Int64 = 0

  /// From the start of an execution to its end, child executions apart: nanoseconds.
  public var duration = LatencyHistogram()

  /// A workflow that did nothing.
  public init() {}

  init(_ books: WorkflowBooks) {
    offered = books.offered
    throttled = books.throttled
    tooLarge = books.tooLarge
    badInputs = books.badInputs
    started = books.started
    children = books.children
    succeeded = books.succeeded
    failed = books.failed
    timedOut = books.timedOut
    aborted = books.aborted
    transitions = books.transitions
    delayed = books.delayed
    delay = books.delay
    billedTransitions = books.billedTransitions
    expressRequests = books.expressRequests
    expressMemoryMilliseconds = books.expressMemoryMilliseconds
  }
}
