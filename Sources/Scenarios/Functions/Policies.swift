/// The architecture of a function's processor; decides price and runtime start.
public enum Architecture: String, Equatable, Hashable, Sendable, CaseIterable {
  /// 64-bit Intel and AMD.
  case x86 = "x86_64"
  /// 64-bit ARM.
  case arm = "arm64"
}

/// How a function's code is packaged.
public enum Package: String, Equatable, Hashable, Sendable, CaseIterable {
  /// A zip archive, downloaded and unpacked at a cold start.
  case zip
  /// A container image, read lazily.
  case image
}

/// Which idle instance takes a request.
public enum Pick: String, Equatable, Hashable, Sendable, CaseIterable {
  /// The one that became idle last.
  case mostRecent
  /// The one that has been idle longest.
  case leastRecent
  /// The one that was created last.
  case newest
  /// The one that was created first.
  case oldest
  /// Any, with equal chances.
  case random
}

/// Whether a starting instance belongs to the request that caused it.
public enum Binding: String, Equatable, Hashable, Sendable, CaseIterable {
  /// Waiting requests are served by whichever instance is ready first.
  case late
  /// The request waits for its own instance.
  case pinned
}
