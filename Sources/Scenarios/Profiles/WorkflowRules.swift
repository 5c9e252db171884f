public import Variates

/// The workflows of a platform.
public struct WorkflowRules: Equatable, Sendable {
  /// Standard workflows.
  public var standard: Kind
  /// Express workflows; nil: not offered.
  public var express: Kind?
  /// State transitions of all Standard executions of an account.
  public var transitions: Throttle
  /// Standard executions that may be open at one time.
  public var open: Int
  /// The events of a Standard execution's history.
  public var events: Int
  /// The largest input, output and result, bytes.
  public var payload: Int64
  /// Iterations of an inline Map at one time.
  public var iterations: Int
  /// Child executions of a distributed Map at one time.
  public var children: Int

  /// One kind of workflows.
  public struct Kind: Equatable, Sendable {
    /// How long it takes to enter a state, nanoseconds.
    public var state: Distribution
    /// How long it takes from entering a Task until what does it has it, nanoseconds.
    public var task: Distribution
    /// Starts of executions.
    public var starts: Throttle
    /// Child executions that distributed Maps start, per second.
    public var children: Double
    /// The longest execution, nanoseconds.
    public var longest: Int64
  }
}
