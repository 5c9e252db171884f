import ArgumentParser
import Scenarios

/// A length of time as the command line gives it, such as `60s` or `5 min`.
struct DurationOption: Equatable, ExpressibleByArgument {
  /// Nanoseconds, above 0.
  var nanoseconds: Int64

  init?(argument: String) {
    let number = argument.prefix { $0.isNumber || $0 == "." }
    let unit = argument.dropFirst(number.count).drop { $0 == " " }
    guard let value = Double(number), let suffix = Unit.duration.suffixes.first(where: { $0.text == unit }) else { return nil }
    let nanoseconds = (value * Double(suffix.numerator) / Double(suffix.denominator)).rounded()
    guard nanoseconds >= 1, nanoseconds < 9e18 else { return nil }
    self.nanoseconds = Int64(nanoseconds)
  }
}
