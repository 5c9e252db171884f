import ArgumentParser

/// A seed as the command line gives it.
enum SeedOption: Equatable, ExpressibleByArgument {
  /// This one.
  case fixed(Int64)
  /// Any, drawn by the system.
  case random

  /// The largest seed: JSON readers and spreadsheets keep integers up to it exactly.
  static let largest: Int64 = 1 << 53 - 1

  init?(argument: String) {
    if argument == "random" {
      self = .random
    } else if let seed = Int64(argument), (0...Self.largest).contains(seed) {
      self = .fixed(seed)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .fixed(let seed): String(seed)
    case .random: "random"
    }
  }

  /// The seed to use.
  ///
  /// This is the one place where chance from outside comes in.
  var seed: Int64 {
    switch self {
    case .fixed(let seed): seed
    case .random: Int64.random(in: 0...Self.largest)
    }
  }
}
