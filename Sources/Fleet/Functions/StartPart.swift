/// A part of a cold start, in the order in which the parts follow one another.
public enum StartPart: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Finding a place for the instance and starting its sandbox.
  case placement
  /// Fetching and unpacking the artifact, or restoring a snapshot.
  case fetch
  /// Starting the runtime.
  case runtimeStart
  /// Loading the code that is imported.
  case load
  /// The function's own initialisation.
  case functionInit
  /// An initialisation cut off at its limit, in place of the three before it.
  case initTimeout

  /// The name by which metrics and tables list the part.
  public var name: String {
    switch self {
    case .placement: "placement"
    case .fetch: "fetch"
    case .runtimeStart: "runtime"
    case .load: "load"
    case .functionInit: "init"
    case .initTimeout: "init_timeout"
    }
  }

  /// The cause to which a wait during this part is charged.
  var cause: Cause {
    switch self {
    case .placement: .placement
    case .fetch: .fetch
    case .runtimeStart: .runtimeStart
    case .load: .load
    case .functionInit: .functionInit
    case .initTimeout: .initTimeout
    }
  }
}
