/// What a stretch of a request's life was spent on.
///
/// Every nanosecond of a latency has one cause.
public enum Cause: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Running: the handler's steps, and what the platform bills as duration.
  case running
  /// Refused by a limit and backing off until the next attempt.
  case backingOff
  /// Queued at a limit by a platform that queues instead of throttling.
  case queued
  /// Waiting for an instance that another request freed.
  case waitingForInstance
  /// Cold start: finding a place for the instance and starting its sandbox.
  case placement
  /// Cold start: fetching and unpacking the artifact.
  case fetch
  /// Cold start: starting the runtime.
  case runtimeStart
  /// Cold start: loading the code that is imported.
  case load
  /// Cold start: the function's own initialisation.
  case functionInit
  /// Cold start: an initialisation that ran into its limit before it was tried again.
  case initTimeout
  /// Initialisation inside an invocation, after a reset or an initialisation that ran into its limit.
  case suppressedInit
  /// Cold start: work that only the first invocation on an instance has, such as compiling, inside its duration.
  case firstWork
  /// Waking an instance that was frozen for a while.
  case thaw
  /// Waiting for an answer until the caller's own timeout, in vain.
  case clientTimeout
  /// Waiting for a function that was called, while it ran.
  case calling
  /// Waiting for a service that was at work.
  case service
  /// Waiting at a service for its rate or for a connection.
  case serviceLimit
  /// Handing over to a queue, stream, topic or other part of the platform until that has answered.
  case handover
  /// In a front door, before and after what stands behind it.
  case door
  /// On the way from one that delivers to one that receives.
  case delivery
  /// In a queue or stream until somebody was free to receive it.
  case inQueue
  /// Received, and waiting for the batch to fill or its window to end.
  case batchWindow
  /// Given back after a failed attempt, until the next.
  case awaitingRetry
  /// In a shard or message group behind others that had failed.
  case blocked
  /// Waiting for the other branches of a fan-out.
  case fanOut

  /// The name by which tables list the cause.
  public var name: String {
    switch self {
    case .running: "running"
    case .backingOff: "backing_off"
    case .queued: "queued"
    case .waitingForInstance: "waiting_for_instance"
    case .placement: "cold_start_placement"
    case .fetch: "cold_start_fetch"
    case .runtimeStart: "cold_start_runtime"
    case .load: "cold_start_load"
    case .functionInit: "cold_start_init"
    case .initTimeout: "cold_start_init_timeout"
    case .suppressedInit: "suppressed_init"
    case .firstWork: "cold_start_first_invocation"
    case .thaw: "thaw"
    case .clientTimeout: "client_timeout"
    case .calling: "calling"
    case .service: "service"
    case .serviceLimit: "service_limit"
    case .handover: "handover"
    case .door: "door"
    case .delivery: "delivery"
    case .inQueue: "in_queue"
    case .batchWindow: "batch_window"
    case .awaitingRetry: "awaiting_retry"
    case .blocked: "blocked"
    case .fanOut: "fan_out"
    }
  }
}
