internal import Documents

extension PushTrigger {
  /// The settings of a delivery by a certain kind of element; nil describes all of them.
  static func syntax(by kind: ElementKind?) -> Syntax<PushTrigger> {
    .section { read(&$0, by: kind) }
  }

  private static func read(_ f: inout Fields, by kind: ElementKind?) -> PushTrigger {
    let rules = f.profile.delivery?.buses
    let blankCount = SettingRule(standard: 1, minimum: 0, maximum: Int.max)
    let blankTime = SettingRule(standard: 1, minimum: Int64(0), maximum: .max)
    var push = PushTrigger(filter: f.filter("other items are not delivered"))
    push.retries = f.given(
      "retries", .count((rules?.retries ?? blankCount).bounds), shown: "185", "retries of a failed delivery, 0 to 185; buses only")
    push.maximumEventAge = f.given(
      "maximumEventAge", .duration((rules?.maximumEventAge ?? blankTime).bounds), shown: "24 h",
      "for how long a delivery is tried, 60 s to 24 h; buses only")
    push.deadLetter = f.given(
      "deadLetter", .name(example: "orders-dead"), shown: "none", "the queue for what could not be delivered; topics and buses only")
    if kind == .bus {
      push.retries = push.retries ?? rules?.retries.standard
      push.maximumEventAge = push.maximumEventAge ?? rules?.maximumEventAge.standard
    }
    refuse(&f, by: kind)
    return push
  }

  /// Notes the keys that this kind of element does not have.
  private static func refuse(_ f: inout Fields, by kind: ElementKind?) {
    let (keys, mend): ([String], String)
    switch kind {
    case .topic:
      (keys, mend) = (["retries", "maximumEventAge"], "a topic has its delivery policy, under 'platform.delivery.topics.policy'")
    case .bucket: (keys, mend) = (["retries", "maximumEventAge", "deadLetter"], "a bucket's notifications take only 'filter'")
    case .schedule: (keys, mend) = (["filter", "retries", "maximumEventAge", "deadLetter"], "give it to the schedule itself")
    default: return
    }
    for key in keys where f.has(key) { f.note(.combination("'\(key)' means nothing here", mend: mend), key: key) }
  }
}
