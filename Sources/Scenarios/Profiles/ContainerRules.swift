public import Variates

/// The containers of a platform.
public struct ContainerRules: Equatable, Sendable {
  /// Having a task accepted, nanoseconds.
  public var call: Distribution
  /// Serverless tasks.
  public var fargate: LaunchRule
  /// Tasks on machines of their own.
  public var ec2: LaunchRule
  /// The types of machines.
  public var machines: [MachineRule]
}

/// How containers of a kind are launched.
public struct LaunchRule: Equatable, Sendable {
  /// From the launch to the machine, nanoseconds, which is not billed.
  public var launch: Distribution
  /// From then on to the task but for fetching the image, nanoseconds, which is billed.
  public var boot: Distribution
  /// The speed at which an image is fetched, bytes per second.
  public var bandwidth: Double
  /// How fast they may be launched.
  public var launches: Throttle
}

/// A type of machine.
public struct MachineRule: Equatable, Sendable {
  /// Its name.
  public var name: String
  /// Its processors.
  public var vCPUs: Double
  /// Its memory, bytes.
  public var memory: Int64
  /// The processors' architecture.
  public var architecture: Architecture
}
