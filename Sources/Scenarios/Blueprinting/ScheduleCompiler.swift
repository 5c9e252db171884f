internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  /// A schedule as a source of its own: at its instants, each as late as the scheduler is.
  ///
  /// - Source: Amazon EventBridge Scheduler User Guide: a precision of 60 seconds, and the flexible time window on top.
  mutating func compile(_ schedule: ScheduleSpec, at index: Int) {
    let precision = scenario.platform.delivery?.schedules?.precision ?? 0
    let key = key(of: schedule.name)
    var times: [Nanoseconds] = []
    for (number, time) in scenario.run.occurrences(of: schedule.schedule).enumerated() {
      var draw = Draw(Key.mix(key &+ UInt64(number) &* Key.visitStep))
      let late = draw.uniform() * Double(precision) + draw.uniform() * Double(schedule.flexibleWindow)
      times += Array(repeating: time + Nanoseconds(late), count: schedule.count)
    }
    var plan = SourcePlan(kind: .times, function: 0, key: key)
    plan.first = UInt32(blueprint.times.count)
    plan.count = UInt32(times.count)
    blueprint.times += times.sorted()
    plan.target = broker(ofSchedule: index)
    plan.isFollowed = true
    carry(size: schedule.size, key: schedule.key, kinds: schedule.kinds, into: &plan)
    blueprint.sources.append(plan)
  }
}
