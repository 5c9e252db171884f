internal import Documents

extension DeliveryRules {
  /// What stands for the deliveries of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> DeliveryRules {
    f.ignored("sources")
    return DeliveryRules(
      topics: f.required("topics", .none(or: .section(TopicRules.read)), "topics; none: not offered"),
      buses: f.required("buses", .none(or: .section(BusRules.read)), "event buses; none: not offered"),
      notification: f.required("notification", .durations(), "from the end of a PUT to the arrival of the bucket's notification"),
      schedules: f.required("schedules", .none(or: .section(SchedulerRules.read)), "the scheduler; none: not offered"))
  }
}

extension TopicRules {
  static func read(_ f: inout Fields) -> TopicRules {
    TopicRules(
      standard: f.required("standard", .durations(), "from publishing to the handler of a warm function"),
      fifo: f.required("fifo", .none(or: .durations()), "the same of FIFO topics, over a queue; none: not offered"),
      payload: f.required("payload", .size(.positive), "the largest item"),
      policy: f.required(
        "policy", .list(.section(DeliveryPhase.read)),
        "the attempts of a delivery, one phase after the other; the first attempt is one of those of the last"))
  }
}

extension DeliveryPhase {
  static func read(_ f: inout Fields) -> DeliveryPhase {
    let attempts = f.required("attempts", .count(.atLeast(1)), "how many")
    let from = f.required("from", .duration(), "the wait before the first of them")
    let to = f.optional("to", .duration(), default: from, shown: "from", "the wait before the last; those between grow by the same factor")
    return DeliveryPhase(attempts: attempts, from: from, to: to)
  }
}

extension BusRules {
  static func read(_ f: inout Fields) -> BusRules {
    BusRules(
      latency: f.required("latency", .durations(), "from emission to the handler of a warm function"),
      payload: f.required("payload", .size(.positive), "the largest item"),
      retries: f.required("retries", SettingRule.syntax(.count()), "how often a failed delivery is tried again"),
      maximumEventAge: f.required("maximumEventAge", SettingRule.syntax(.duration()), "for how long a delivery is tried"),
      retry: f.required("retry", .section(RetryPace.read), "the pace of these retries, with full jitter"))
  }
}

extension SchedulerRules {
  static func read(_ f: inout Fields) -> SchedulerRules {
    SchedulerRules(
      precision: f.required("precision", .duration(), "it is late by a uniform draw up to this"),
      flexibleWindow: f.required("flexibleWindow", SettingRule.syntax(.duration()), "how late it may be on purpose"),
      retries: f.required("retries", SettingRule.syntax(.count()), "how often a failed delivery is tried again"),
      maximumEventAge: f.required("maximumEventAge", SettingRule.syntax(.duration()), "for how long a delivery is tried"),
      retry: f.required("retry", .section(RetryPace.read), "the pace of these retries, with full jitter"))
  }
}

extension RetryPace {
  static func read(_ f: inout Fields) -> RetryPace {
    RetryPace(
      base: f.required("base", .duration(.positive), "the bound of the first wait, then doubled"),
      cap: f.required("cap", .duration(.positive), "the longest wait"))
  }
}
