import Statistics
import Testing

@testable import Fleet

@Suite("Ways to the same record")
struct SameBytesTests {
  /// Each fast way switched off by itself, and all of them.
  static let ways: [(name: String, options: EngineOptions)] = [
    way("plain") { $0 = .plain },
    way("no lanes") { $0.usesLanes = false },
    way("small windows") { $0.windowSize = 1 },
    way("windows of 50") { $0.windowSize = 50 },
    way("small blocks") { $0.blockSize = 1 },
    way("eager expiry") { $0.expiresEagerly = true },
    way("no folding") { $0.folds = false },
  ]

  private static func way(_ name: String, _ change: (inout EngineOptions) -> Void) -> (name: String, options: EngineOptions) {
    var options = EngineOptions()
    change(&options)
    return (name, options)
  }

  @Test("every way of the engine gives the same record", arguments: 0..<10)
  func sameRecord(batch: Int) throws {
    for seed in batch * 50..<(batch + 1) * 50 {
      for (kind, make) in [("plain", RandomFleet.plain), ("full", RandomFleet.full)] {
        try RandomFleet.expect(make(seed), "\(kind) fleet \(seed)") { try Self.differences(in: $0) }
      }
    }
  }

  /// In what the ways differ from the usual one.
  private static func differences(in blueprint: Blueprint) throws -> [String] {
    let record = try Run.simulate(blueprint)
    var blueprint = blueprint
    var found: [String] = []
    for (name, options) in ways {
      blueprint.engine = options
      let other = try Run.simulate(blueprint)
      if other != record { found.append("\(name): \(differences(record, other))") }
    }
    return found
  }

  private static func differences(_ left: RunRecord, _ right: RunRecord) -> String {
    var names: [String] = []
    if left.events != right.events { names.append("events \(left.events) \(right.events)") }
    if left.endedAt != right.endedAt { names.append("endedAt \(left.endedAt) \(right.endedAt)") }
    if left.accountConcurrency != right.accountConcurrency { names.append("account") }
    if left.series != right.series { names.append("series") }
    for (index, pair) in zip(left.functions, right.functions).enumerated() where pair.0 != pair.1 {
      for (a, b) in zip(Mirror(reflecting: pair.0).children, Mirror(reflecting: pair.1).children) {
        let (a, b) = (("\(a.label ?? "")", "\(a.value)"), "\(b.value)")
        if a.1 != b { names.append("function \(index) \(a.0): \(a.1.prefix(300)) | \(b.prefix(300))") }
      }
    }
    for (index, pair) in zip(left.sources, right.sources).enumerated() where pair.0 != pair.1 { names.append("source \(index)") }
    for (index, pair) in zip(left.queues, right.queues).enumerated() where pair.0 != pair.1 {
      names.append("queue \(index): \(pair.0) | \(pair.1)")
    }
    for (index, pair) in zip(left.hops, right.hops).enumerated() where pair.0 != pair.1 {
      names.append("hop \(index): \(pair.0) | \(pair.1)")
    }
    for (index, pair) in zip(left.services, right.services).enumerated() where pair.0 != pair.1 {
      names.append("service \(index): \(pair.0) | \(pair.1)")
    }
    if left.asyncEvents != right.asyncEvents { names.append("events of functions") }
    if left.doors != right.doors { names.append("doors \(left.doors) | \(right.doors)") }
    if left.brokers != right.brokers { names.append("brokers") }
    if left.subscriptions != right.subscriptions { names.append("subscriptions") }
    return names.joined(separator: "; ")
  }
}
