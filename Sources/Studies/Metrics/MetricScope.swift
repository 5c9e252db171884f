import Scenarios

/// Whose metrics are read: a subject with its name looked up.
enum MetricScope {
  /// The element of a kind, its place in the scenario's array that holds such, and its name.
  case element(ElementKind, Int, String)
  case account, all, cost
}
