/// How a function's memory size follows from what was measured.
public enum MemoryPolicy: Equatable, Sendable {
  /// The same size for all, MB.
  case fixed(Int)
  /// The most memory that was measured, rounded up to a multiple of 64 MB, and at least what the platform allows.
  case ceil64

  /// A policy as the command line names it: `ceil64`, or `fixed:` and a size such as `512 MB`; nil if it is neither.
  public init?(argument: String) {
    if argument == "ceil64" {
      self = .ceil64
    } else if argument.hasPrefix("fixed:"), let size = Megabytes.parse(argument.dropFirst("fixed:".count)) {
      self = .fixed(size)
    } else {
      return nil
    }
  }

  /// The size for a function of which at most `peak` MB were measured, if any were; MB, within the limits.
  func size(peak: Double?, limits: ImportLimits) -> Int {
    switch self {
    case .fixed(let size):
      return size
    case .ceil64:
      let steps = ((peak ?? 0) / 64).rounded(.up)
      return max(limits.smallestMemory, min(limits.largestMemory, Int(min(steps, 1e6)) * 64))
    }
  }
}

/// Sizes on the command line in whole MB, the unit of 1,048,576 bytes.
enum Megabytes {
  /// The size of a text such as `512 MB`, `512MB` or `2 GB`; nil without a unit, or if it is no whole number above 0.
  static func parse(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0, number <= 1 << 30 else { return nil }
    switch text[digits.endIndex...].drop(while: { $0 == " " }) {
    case "MB": return number
    case "GB": return number * 1024
    default: return nil
    }
  }
}
