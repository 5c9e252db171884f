internal import Documents

extension ProvisionedConcurrency {
  /// A number, a number with a schedule, or a target for the utilization.
  static var syntax: Syntax<ProvisionedConcurrency> {
    let plain = Syntax<Int>.count(.atLeast(1)).map { ProvisionedConcurrency.fixed(count: $0, schedule: []) }
    let sections = Syntax<ProvisionedConcurrency>.either(.section(readFixed), or: .section(readTracking)) { $0["utilization"] != nil }
    return .either(plain, or: sections) { $0.entries != nil }
  }

  private static func readFixed(_ f: inout Fields) -> ProvisionedConcurrency {
    let count = f.required("count", .count(), "instances from the start")
    let entry = Syntax<ScheduledCount>.section { f in
      ScheduledCount(
        at: f.required("at", .schedule, "when the number changes"), count: f.required("count", .count(), "instances from then on"))
    }
    return .fixed(count: count, schedule: f.optional("schedule", .list(entry), default: [], shown: "none", "other numbers at other times"))
  }

  private static func readTracking(_ f: inout Fields) -> ProvisionedConcurrency {
    let target = Syntax<Double>.real(.share, Bounds(low: 0, excludesLow: true, high: 1))
    let utilization = f.required("utilization", target, "the share of instances that are to be busy")
    let minimum = f.required("min", .count(), "instances at least")
    let maximum = f.required("max", .count(.atLeast(1)), "instances at most")
    if minimum > maximum { f.note(.combination("'min' is above 'max'", mend: "swap them"), value: "min") }
    return .targetTracking(utilization: utilization, minimum: minimum, maximum: maximum)
  }
}
