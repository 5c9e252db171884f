/// One delivery by a topic, bus, bucket or schedule, wherever it is written.
struct Delivery {
  /// The name of what delivers.
  let source: String
  /// The name of what is delivered to, and its kind.
  let target: String
  let kind: ElementKind
  /// How it delivers.
  let push: PushTrigger
  /// The path of its settings.
  let path: [CheckReport.Key]
}

extension Scenario {
  /// All deliveries: the entries of `from`, and of `triggers` as far as nothing is polled; by section and in the order of the file.
  var deliveries: [Delivery] {
    var all: [Delivery] = []
    for function in functions {
      for trigger in function.triggers {
        guard case .push(let push) = trigger.trigger else { continue }
        let key: CheckReport.Key = function.container == nil ? "triggers" : "from"
        let path: [CheckReport.Key] = [.key(function.section.section), .key(function.name), key, .key(trigger.source)]
        all.append(Delivery(source: trigger.source, target: function.name, kind: function.section, push: push, path: path))
      }
    }
    func append(_ subscriptions: [Subscription], to target: String, _ kind: ElementKind) {
      for subscription in subscriptions {
        let path: [CheckReport.Key] = [.key(kind.section), .key(target), "from", .key(subscription.source)]
        all.append(Delivery(source: subscription.source, target: target, kind: kind, push: subscription.push, path: path))
      }
    }
    for queue in queues { append(queue.from, to: queue.name, .queue) }
    for stream in streams { append(stream.from, to: stream.name, .stream) }
    for topic in topics { append(topic.from, to: topic.name, .topic) }
    for bus in buses { append(bus.from, to: bus.name, .bus) }
    return all
  }

  /// The queue of a name, if there is one.
  func queue(named name: String) -> QueueSpec? { queues.first { $0.name == name } }

  /// The topic of a name, if there is one.
  func topic(named name: String) -> TopicSpec? { topics.first { $0.name == name } }

  /// The stream of a name, if there is one.
  func stream(named name: String) -> StreamSpec? { streams.first { $0.name == name } }
}
