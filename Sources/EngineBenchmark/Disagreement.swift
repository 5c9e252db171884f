/// What was measured is not what it should be, so that its speed means nothing.
enum Disagreement: Error, CustomStringConvertible {
  /// The two lists let events happen in different orders.
  case order(pending: Int)
  /// The mean wait is too far from theory, in mean services.
  case meanWait(Double, expected: Double, standardError: Double)

  var description: String {
    switch self {
    case .order(let pending): "with \(pending) pending events the two heaps do not agree about the order"
    case .meanWait(let wait, let expected, let standardError):
      "the mean wait of \(wait) services is more than four standard errors of \(standardError) from \(expected)"
    }
  }
}
