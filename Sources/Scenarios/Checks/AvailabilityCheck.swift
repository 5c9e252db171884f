internal import Documents

/// Elements stand only where the platform has them.
enum AvailabilityCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    let platform = scenario.platform
    let sections: [(String, isThere: Bool)] = [
      ("doors", platform.doors != nil), ("queues", platform.queues != nil), ("streams", platform.streams != nil),
      ("topics", platform.delivery?.topics != nil), ("buses", platform.delivery?.buses != nil), ("buckets", platform.buckets != nil),
      ("schedules", platform.delivery?.schedules != nil), ("workflows", platform.workflows != nil),
      ("schedules", platform.delivery?.schedules != nil), ("containers", platform.containers != nil),
    ]
    for (section, isThere) in sections where !isThere { report.note(.elementUnavailable(section), atKey: [.key(section)]) }
  }
}
