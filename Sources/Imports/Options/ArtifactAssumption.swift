/// The artifact that every function is assumed to have, as traces do not tell it.
public struct ArtifactAssumption: Equatable, Sendable {
  /// How the code is packaged.
  public enum Package: String, Equatable, Sendable {
    /// An archive.
    case zip
    /// A container image.
    case image
  }

  /// How the code is packaged.
  public var package: Package
  /// What is stored, MB, above 0.
  public var size: Int
  /// What of it the code really loads, MB; nil: the scenario's default.
  public var loaded: Int?

  /// An artifact: a zip of 3 MB, a small service with its dependencies, if nothing else is said.
  public init(package: Package = .zip, size: Int = 3, loaded: Int? = nil) {
    precondition(size > 0 && (loaded ?? 1) > 0, "an artifact of \(size) MB, \(loaded ?? 0) MB loaded")
    self.package = package
    self.size = size
    self.loaded = loaded
  }

  /// An artifact as the command line names it: package, size, and what is loaded, such as `zip:3 MB` or `image:200 MB:20 MB`; nil if it is none.
  public init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let package = Package(rawValue: String(parts[0])),
      let size = Megabytes.parse(parts[1])
    else { return nil }
    self.init(package: package, size: size)
    if parts.count == 3 {
      guard let loaded = Megabytes.parse(parts[2]) else { return nil }
      self.loaded = loaded
    }
  }

  /// The artifact as a scenario writes it, a mapping in one line.
  var yaml: String {
    let rest = loaded.map { ", loaded: \($0) MB" } ?? ""
    return "{ package: \(package.rawValue), size: \(size) MB\(rest) }"
  }
}
