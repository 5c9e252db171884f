public import Scenarios

extension Objective.Subject {
  /// The word by which tables list its kind; the bill of the whole scenario belongs to `all`.
  public var scopeType: String {
    switch self {
    case .function: "function"
    case .source: "source"
    case .account: "account"
    case .all, .cost: "all"
    }
  }
}
