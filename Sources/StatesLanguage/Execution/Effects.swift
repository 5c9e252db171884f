public import Documents

/// Names a wait of an execution; an answer to one that is over is dropped.
public struct Token: Hashable, Sendable, BitwiseCopyable {
  /// Which strand waits.
  public let strand: Int32
  /// Which of its waits.
  public let number: UInt32
}

/// What an execution asks of the world.
public enum Effect: Sendable {
  /// Do a task, and answer.
  case run(TaskRequest)
  /// Wait, and answer `elapsed`.
  case wait(WaitRequest)
  /// Enter a state, and answer `elapsed` when it may be entered; only if the execution is paced.
  case step(StepRequest)
  /// Nobody waits for this any more.
  case cancel(Token)
  /// Run a child execution of a distributed Map, and answer.
  case runChild(ChildRequest)
  /// Read the items of a distributed Map, and answer with an array.
  case readItems(DataRequest)
  /// Write the results of a distributed Map, and answer with what the Map shall return.
  case writeResults(DataRequest)
  /// The execution has ended.
  case ended(Outcome)
}

/// A task to be done.
public struct TaskRequest: Sendable {
  /// What to answer to.
  public let token: Token
  /// Place in the machine's `tasks`.
  public let task: Int
  /// Its effective input.
  public let input: JSONValue
  /// Seconds that it may take from its start; nil for no bound.
  public let timeout: Int64?
  /// Seconds within which it must show that it is alive; nil for no bound.
  public let heartbeat: Int64?
  /// Which attempt it is, from 0.
  public let attempt: Int
}

/// A time to wait.
public struct WaitRequest: Sendable {
  /// What to answer to.
  public let token: Token
  /// Nanoseconds from now, at least 0.
  public let nanoseconds: Int64
  /// Whether the time is to be drawn uniformly between 0 and `nanoseconds`.
  public let isJittered: Bool
  /// Whether it comes before another attempt.
  public let isRetry: Bool
}

/// A state that is to be entered.
public struct StepRequest: Sendable {
  /// What to answer to.
  public let token: Token
  /// The state, by its number in `stateNames`.
  public let state: Int
}

/// A child execution to be run: of the same machine, from another scope.
public struct ChildRequest: Sendable {
  /// What to answer to.
  public let token: Token
  /// The scope of the processor.
  public let scope: Int
  /// Its input.
  public let input: JSONValue
  /// Its place among the Map's items or batches, from 0.
  public let index: Int
  /// Whether it is an Express execution.
  public let isExpress: Bool
}

/// Items to be read, or results to be written.
public struct DataRequest: Sendable {
  /// What to answer to.
  public let token: Token
  /// The resource as the definition names it.
  public let resource: String
  /// Its parameters.
  public let parameters: JSONValue
  /// `ReaderConfig`, or the results to be written.
  public let data: JSONValue
}

/// What the world answers.
public enum Answer: Sendable {
  /// The task has started; need not be told.
  case started
  /// The job or message was accepted, and the state waits on; need not be told.
  case submitted(JSONValue)
  /// Done, with this result.
  case succeeded(JSONValue)
  /// Failed, with these names.
  case failed(error: String?, cause: String?)
  /// The task took too long.
  case timedOut
  /// The task did not show that it is alive.
  case heartbeatMissed
  /// The time is over.
  case elapsed
}

/// How an execution ended.
public enum Outcome: Sendable, Equatable {
  /// It succeeded, with this output.
  case succeeded(JSONValue)
  /// It failed.
  case failed(error: String?, cause: String?)
  /// Its own time was over.
  case timedOut
  /// It was stopped.
  case aborted
}

/// What an execution is told of itself.
public struct ExecutionContext: Sendable {
  /// Its resource name.
  public var id: String
  /// Its name.
  public var name: String
  /// The role that it has.
  public var role: String
  /// The machine's resource name.
  public var machineID: String
  /// The machine's name.
  public var machineName: String

  /// An execution's names.
  public init(id: String, name: String, role: String, machineID: String, machineName: String) {
    self.id = id
    self.name = name
    self.role = role
    self.machineID = machineID
    self.machineName = machineName
  }
}
