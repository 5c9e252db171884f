public import ArgumentParser
public import Imports

extension MemoryPolicy: ExpressibleByArgument {
  /// The policy as it is given.
  public var defaultValueDescription: String {
    switch self {
    case .ceil64: "ceil64"
    case .fixed(let size): "fixed:\(size)MB"
    }
  }
}

extension ArtifactAssumption: ExpressibleByArgument {
  /// The artifact as it is given.
  public var defaultValueDescription: String { "\(package.rawValue):\(size)MB" + (loaded.map { ":\($0)MB" } ?? "") }
}
