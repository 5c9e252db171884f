/// The version of fleetsim.
enum Version {
  /// As semantic versioning writes it.
  static let text = "0.1.0"
}
