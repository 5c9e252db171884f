import Simulation

/// A copy of an item on its way from a broker to a subscriber.
struct Delivery: BitwiseCopyable {
  var subscription: UInt32
  var item: UInt32
  var isMeasured: Bool
  /// Those among which it keeps its place; none where deliveries have no order.
  var group = DeliveryGroup.none
  /// When the broker accepted the item.
  var acceptedAt: Nanoseconds
  /// How often it has been tried.
  var attempts: UInt32 = 0
  /// What it waits for.
  var waitsFor = Cause.delivery
  /// The one behind it, where it waits for its turn.
  var next = Delivery.none
  /// Whether the record is in use.
  var isLive = true

  static var none: UInt32 { .max }
}

/// What is counted of a broker's items.
struct BrokerBooks: BitwiseCopyable {
  var offered: Int64 = 0
  var tooLarge: Int64 = 0
  var unavailable: Int64 = 0
  var throttled: Int64 = 0
  var accepted: Int64 = 0
  var bytes: Int64 = 0
  var units: Int64 = 0
  var fetches: Int64 = 0
  var fetchesThrottled: Int64 = 0
  var fetchesUnavailable: Int64 = 0
  var bytesFetched: Int64 = 0
}

/// What changes about one broker.
struct BrokerState: BitwiseCopyable {
  var acceptRate: TokenBucket?
  var fetchRate: TokenBucket?
  var deliveryRate: PacedBucket?
  var books = BrokerBooks()
}

/// What is counted of a subscription's deliveries.
struct SubscriptionBooks: BitwiseCopyable {
  var filtered: Int64 = 0
  var delivered: Int64 = 0
  var failures: Int64 = 0
  var deadLetters: Int64 = 0
  var deadLetterErrors: Int64 = 0
  /// Given up, by the place of the reason in ``DeliveryDrop``.
  var dropped = InlineArray<3, Int64>(repeating: 0)
  var bytes: Int64 = 0
  var units: Int64 = 0
}

/// Why a delivery was given up.
public enum DeliveryDrop: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// It was refused as often as may be.
  case retriesExhausted
  /// It became too old.
  case expired
  /// It was refused for a reason that no retry can mend.
  case refused

  /// The name by which tables list the reason.
  public var name: String {
    switch self {
    case .retriesExhausted: "retries_exhausted"
    case .expired: "expired"
    case .refused: "refused"
    }
  }
}

/// What changes about one subscription.
struct SubscriptionState: BitwiseCopyable {
  var books = SubscriptionBooks()
}

/// All brokers, their subscriptions, and what is on its way between them and their subscribers.
struct BrokerTable: ~Copyable {
  var states: Table<BrokerState>
  var subscriptions: Table<SubscriptionState>
  var deliveries = Arena<Delivery>()
  /// Ordered deliveries by key and subscription; a group is there as long as it has any.
  var groups = Arena<DeliveryGroup>()
  var groupIndex = KeyIndex()

  init(_ blueprint: Blueprint) {
    states = Table(
      blueprint.brokers.map { plan in
        var state = BrokerState()
        state.acceptRate = plan.acceptRate
        state.fetchRate = plan.fetchRate
        state.deliveryRate = plan.deliveryRate.map(PacedBucket.init)
        return state
      })
    subscriptions = Table(blueprint.subscriptions.map { _ in SubscriptionState() })
  }
}
