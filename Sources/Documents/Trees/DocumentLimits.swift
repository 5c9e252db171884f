/// How large a document may be.
public enum DocumentLimits {
  /// Bytes of a file.
  public static let bytes = 32 << 20
  /// Levels of mappings and sequences in each other.
  public static let depth = 100
  /// Values once aliases are put in place.
  public static let nodes = 2_000_000
  /// Anchors of a file.
  static let anchors = 64
  /// Repeated keys that are reported.
  static let duplicates = 50
}
