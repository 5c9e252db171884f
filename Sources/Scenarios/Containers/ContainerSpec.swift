public import Variates

/// What a container is beyond a function: a machine of its own for each task, without a limit of time.
public struct ContainerSpec: Equatable, Sendable {
  /// What runs it.
  public var kind: Kind
  /// Its processors, above 0.
  public var vCPUs: Double
  /// The type of machine, of a container on a machine of its own.
  public var machine: String?
  /// From the launch to the machine, nanoseconds, which costs nothing.
  public var launch: Distribution
  /// From the machine to the beginning of the task but for fetching the image, nanoseconds, which is billed.
  public var boot: Distribution
  /// How fast the image is fetched, bytes per second, which is billed.
  public var bandwidth: Double
  /// Tasks at a time at most, starting ones among them; nil: any number.
  public var maximumRunning: Int?

  /// What runs containers.
  public enum Kind: String, Equatable, Hashable, Sendable, CaseIterable {
    /// A serverless task of a size of one's own choice.
    case fargate
    /// A virtual machine that is started for the task and ends with it.
    case ec2
  }
}

extension FunctionSpec {
  /// The section of the scenario that it is in.
  public var section: ElementKind { container == nil ? .function : .container }

  /// The longest time that a task may take: there is no limit.
  static let unlimited: Int64 = 100 * 365 * 86_400_000_000_000
}
