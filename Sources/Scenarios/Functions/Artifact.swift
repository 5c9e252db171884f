/// What a cold start fetches, unpacks and loads; sizes in bytes.
public struct Artifact: Equatable, Sendable {
  /// How the code is packaged.
  public var package: Package
  /// The size as stored: of the zip archive, or of the image.
  public var size: Int64
  /// The size once unpacked.
  public var unpacked: Int64
  /// How much of it the code imports at the start.
  public var loaded: Int64

  /// An artifact from its parts, sizes in bytes.
  public init(package: Package = .zip, size: Int64, unpacked: Int64, loaded: Int64) {
    self.package = package
    self.size = size
    self.unpacked = unpacked
    self.loaded = loaded
  }
}
