/// What stands behind a task's resource, and how long its state waits.
///
/// - Source: AWS Step Functions Developer Guide, "Integrating services".
public struct Integration: Sendable, Equatable {
  /// How its events are named.
  public let family: Family
  /// How long the state waits.
  public let pattern: Pattern
  /// The service, such as `lambda` or `aws-sdk:s3`; empty unless the family is `service`.
  public let service: String
  /// The action with its pattern, such as `sendMessage.waitForTaskToken`; empty unless the family is `service`.
  public let action: String

  /// How a task's events are named.
  public enum Family: Sendable, Equatable {
    /// A function by its own name.
    case function
    /// A worker that asks for work.
    case activity
    /// A service.
    case service
  }

  /// How long a state waits for its task.
  public enum Pattern: Sendable, Equatable {
    /// For the answer.
    case answer
    /// For the end of the job that was started.
    case job
    /// For a callback with the task's token.
    case token
  }

  /// What a resource is, by its name.
  public init(resource: String) {
    let parts = resource.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count >= 6, parts[2] == "states", parts[3].isEmpty, parts[4].isEmpty {
      family = .service
      // `startExecution.sync:2` is one action.
      let last = parts.last!.allSatisfy(\.isNumber) && parts.count > 7 ? 2 : 1
      action = parts.suffix(last).joined(separator: ":")
      service = parts[5..<max(6, parts.count - last)].joined(separator: ":")
      let suffix = action.split(separator: ".").dropFirst().first.map(String.init) ?? ""
      pattern = suffix == "waitForTaskToken" ? .token : suffix == "sync" || suffix.hasPrefix("sync:") ? .job : .answer
      return
    }
    family = parts.count >= 6 && parts[2] == "states" && parts[5] == "activity" ? .activity : .function
    pattern = .answer
    service = ""
    action = ""
  }
}
