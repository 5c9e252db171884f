internal import Documents
internal import Variates

extension TopicSpec {
  /// The section of one topic.
  static func syntax(name: String) -> Syntax<TopicSpec> {
    .section { f in
      let rules = f.profile.delivery?.topics
      let label = f.given("label", .text(example: "Orders"), "a free text beside the name")
      let kind = f.optional(
        "kind", .word, default: QueueSpec.Kind.standard, shown: "standard", "whether it keeps an order; fifo delivers to fifo queues only")
      if f.reading != nil, kind == .fifo, rules != nil, rules?.fifo == nil { f.note(.elementUnavailable("kind: fifo"), value: "kind") }
      let standard = (kind == .fifo ? rules?.fifo : rules?.standard) ?? Distribution.constant(0)
      return TopicSpec(
        name: name, label: label, kind: kind,
        latency: f.optional(
          "latency", .durations(), default: standard, shown: "the platform's, by kind",
          "from publishing to the handler of a function"),
        from: f.optional(
          "from", .subscriptions(of: .topic), default: [], shown: "nothing", "the buses, buckets and schedules that deliver to it"))
    }
  }
}
