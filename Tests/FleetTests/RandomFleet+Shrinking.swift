import Simulation
import Testing
import Variates

@testable import Fleet

extension RandomFleet {
  /// Expects that a property holds of a fleet; where it does not, a small fleet is looked for of which it does not hold either.
  ///
  /// - Parameters:
  ///   - name: of the fleet, with the seed that makes it again.
  ///   - violations: in which ways the property does not hold of a fleet.
  static func expect(
    _ blueprint: Blueprint, _ name: String, _ violations: (Blueprint) throws -> [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try violations(blueprint)
    if found.isEmpty { return }
    let small = try shrunk(blueprint) { try !violations($0).isEmpty }
    Issue.record(
      "\(name): \(found.joined(separator: "; "))\nsmallest: \(small.summary)\n\(try violations(small).joined(separator: "; "))",
      sourceLocation: sourceLocation)
  }

  /// A fleet with as little in it as may be of which something still is the case.
  ///
  /// Whatever can be taken out is, one after another, until nothing can.
  static func shrunk(_ blueprint: Blueprint, while isSo: (Blueprint) throws -> Bool) throws -> Blueprint {
    var best = blueprint
    var goesOn = true
    while goesOn {
      goesOn = false
      for reduce in reductions(of: best) {
        var less = best
        reduce(&less)
        if less.weight < best.weight, try isSo(less) {
          best = less
          goesOn = true
        }
      }
    }
    return best
  }

  /// Ways to take something out of a fleet that leave it one that can be simulated.
  private static func reductions(of blueprint: Blueprint) -> [(inout Blueprint) -> Void] {
    var ways: [(inout Blueprint) -> Void] = blueprint.sources.indices.map { place in { $0.silence(place) } }
    ways.append { $0.clearFaults() }
    ways.append { $0.deploys = [] }
    ways.append { $0.provisioned = [] }
    ways.append { $0.seriesEvery = 0 }
    ways.append { $0.measureFrom = 0 }
    for share in [2, 4, 8] {
      ways.append { $0.arrivalsEnd -= $0.arrivalsEnd / Nanoseconds(share) }
      ways.append { $0.end -= max(0, $0.end - $0.arrivalsEnd) / Nanoseconds(share) }
    }
    for place in blueprint.operations.indices where [.compute, .wait].contains(blueprint.operations[place].kind) {
      ways.append { $0.operations[place].sampler = Sampler(constant: 0) }
    }
    return ways
  }
}

extension Blueprint {
  /// How much is in it, to compare fleets that are made from one another.
  fileprivate var weight: Double {
    let busy = operations.count { [.compute, .wait].contains($0.kind) && $0.sampler.constant != 0 }
    let parts = busy + 2 * hasFaultRanges + deploys.count + provisioned.count + (seriesEvery > 0 ? 1 : 0) + (measureFrom > 0 ? 1 : 0)
    return Double(10 * live.count + parts) + Double(arrivalsEnd) / 1e9 + Double(end) / 1e9
  }

  /// The sources that make requests.
  var live: [Int] { sources.indices.filter { !(sources[$0].kind == .times && sources[$0].count == 0) } }

  /// Lets a source make no requests.
  fileprivate mutating func silence(_ place: Int) {
    sources[place].kind = .times
    sources[place].count = 0
  }

  fileprivate mutating func clearFaults() {
    for place in functions.indices { functions[place].faults = .none }
    for place in services.indices { services[place].faults = .none }
    for place in queues.indices { queues[place].faults = .none }
    for place in streams.indices { streams[place].faults = .none }
    for place in doors.indices { doors[place].faults = .none }
    for place in brokers.indices { brokers[place].faults = .none }
  }

  private var hasFaultRanges: Int {
    let ranges =
      functions.map(\.faults) + services.map(\.faults) + queues.map(\.faults) + streams.map(\.faults) + doors.map(\.faults)
      + brokers.map(\.faults)
    return ranges.contains { !$0.isEmpty } ? 1 : 0
  }

  /// What a reader of a failed test wants to know of it.
  var summary: String {
    "sources \(live) of \(sources.count), arrivals until \(arrivalsEnd) ns, end at \(end) ns, \(functions.count) functions, "
      + "\(queues.count) queues, \(streams.count) streams, \(services.count) services, faults \(hasFaultRanges > 0 ? "on" : "off")"
  }
}
