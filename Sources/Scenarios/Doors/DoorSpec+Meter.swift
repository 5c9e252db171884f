public import Billing

extension DoorSpec.Kind {
  /// The kind of door as which it is billed.
  public var meter: DoorMeter.Kind {
    switch self {
    case .httpApi: .httpApi
    case .restApi: .restApi
    case .functionUrl: .functionURL
    case .alb: .loadBalancer
    }
  }
}
