internal import Documents
internal import Variates

extension BusSpec {
  /// The section of one bus.
  static func syntax(name: String) -> Syntax<BusSpec> {
    .section { f in
      let standard = f.profile.delivery?.buses?.latency ?? Distribution.constant(0)
      return BusSpec(
        name: name, label: f.given("label", .text(example: "Events"), "a free text beside the name"),
        latency: f.optional(
          "latency", .durations(), default: standard, shown: "the platform's", "from emitting to the handler of a function"),
        throttle: f.given("throttle", .section(Throttle.read), shown: "none", "a limit of deliveries; what is above it waits"),
        from: f.optional(
          "from", .subscriptions(of: .bus), default: [], shown: "nothing", "the buses, buckets and schedules that deliver to it"))
    }
  }
}
