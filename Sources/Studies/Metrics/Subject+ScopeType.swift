public import Scenarios

extension Objective.Subject {
  /// The word by which tables list its kind; the bill of the whole scenario belongs to `all`.
  public var scopeType: String {
    switch self {
    case .element(let kind, _): kind.rawValue
    case .account: "account"
    case .all, .cost: "all"
    }
  }
}
