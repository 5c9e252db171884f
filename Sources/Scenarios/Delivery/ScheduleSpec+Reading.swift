internal import Documents
internal import Variates

extension ScheduleSpec {
  /// The section of one schedule.
  static func syntax(name: String) -> Syntax<ScheduleSpec> {
    .section { f in
      let rules = f.profile.delivery?.schedules ?? .blank
      let label = f.given("label", .text(example: "Every night"), "a free text beside the name")
      let schedule = f.required("schedule", .schedule, "when it recurs, in UTC")
      let to = f.given(
        "to", .name(example: "report"), shown: "what names it under `triggers` or `from`",
        "the function, container, queue, stream, topic or bus that it goes to")
      var spec = ScheduleSpec(
        name: name, label: label, schedule: schedule, to: to, retries: rules.retries.standard,
        maximumEventAge: rules.maximumEventAge.standard)
      spec.count = f.optional("count", .count(.from(1, to: 1_000_000)), default: 1, shown: "1", "items at each instant")
      spec.flexibleWindow = f.setting(
        "flexibleWindow", rules.flexibleWindow, { .duration($0) }, shown: "0 min", "how late it may be on purpose, up to 24 h")
      spec.retries = f.setting("retries", rules.retries, { .count($0) }, shown: "185", "retries of a failed delivery, 0 to 185")
      spec.maximumEventAge = f.setting(
        "maximumEventAge", rules.maximumEventAge, { .duration($0) }, shown: "24 h", "for how long a delivery is tried, 60 s to 24 h")
      spec.deadLetter = f.given("deadLetter", .name(example: "nightly-dead"), shown: "none", "the queue for what could not be delivered")
      spec.size = f.optional("size", .sizes, default: .constant(0), shown: "0 B", "the size of an item")
      spec.kinds = f.optional("kinds", TrafficSpec.kinds, default: [], shown: "none", "the kinds of the items with their shares")
      spec.key = f.given("key", KeySpec.syntax, shown: "none", "the keys of the items")
      return spec
    }
  }
}

extension SchedulerRules {
  /// What stands for the scheduler of a platform that has none.
  fileprivate static let blank = Fields.standard(read)
}
