import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

@Suite("Adding records")
struct RecordAddingTests {
  /// Runs of one random fleet that differ in their sources' draws.
  static func runs(of seed: Int, _ count: Int) throws -> (records: [RunRecord], blueprint: Blueprint) {
    let blueprint = RandomFleet.full(seed)
    let records = try (0..<count).map { number in
      var own = blueprint
      for index in own.sources.indices { own.sources[index].key = Key.mix(own.sources[index].key &+ UInt64(number)) }
      return try Run.simulate(own)
    }
    return (records, blueprint)
  }

  private func sum(_ records: [RunRecord], _ order: [Int]) -> RunRecord {
    order.dropFirst().reduce(into: records[order[0]]) { $0.add(records[$1]) }
  }

  @Test("records add up to the same in any order", arguments: 0..<10)
  func anyOrder(batch: Int) throws {
    for seed in batch * 20..<(batch + 1) * 20 {
      let (records, _) = try Self.runs(of: seed, 4)
      let all = sum(records, [0, 1, 2, 3])
      #expect(sum(records, [3, 1, 0, 2]) == all && sum(records, [2, 3, 1, 0]) == all, "fleet \(seed)")
      var halves = sum(records, [0, 2])
      halves.add(sum(records, [3, 1]))
      #expect(halves == all, "fleet \(seed)")
    }
  }

  @Test("what is conserved in each run is conserved in all of them together", arguments: 0..<5)
  func conservation(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      let (records, blueprint) = try Self.runs(of: seed, 3)
      let violations = Conservation.violations(in: sum(records, [0, 1, 2]), of: blueprint)
      #expect(violations.isEmpty, "fleet \(seed): \(violations)")
    }
  }

  /// Whatever is stored in a record and is no count must be named here, so that nobody forgets to add what is.
  private static let unchanged: Set<String> = [
    "peak", "maximum", "endedAt", "oldest", "bin", "function", "kind", "index", "flow", "lowerBound", "upperBound", "every", "isPushed",
    "isFollowed", "isComplete",
  ]

  @Test("a record added to itself is twice of everything but peaks and names")
  func twice() throws {
    var known: Set<String> = []
    var seen: Set<String> = []
    for seed in 0..<150 {
      let record = Self.withRareCounts(try Run.simulate(RandomFleet.full(seed)))
      var both = record
      both.add(record)
      let (single, double) = (Leaf.all(in: record), Leaf.all(in: both))
      #expect(single.count == double.count)
      for (one, two) in zip(single, double) {
        let factor: Int128 = Self.unchanged.contains(one.name) ? 1 : 2
        if two.value != factor * one.value { Issue.record("fleet \(seed), \(one.path): \(one.value) and \(two.value)") }
        if factor == 2 { known.insert(one.path) }
        if one.value != 0 { seen.insert(one.path) }
      }
    }
    // What never was anything but 0 shows nothing.
    #expect(known.subtracting(seen).isEmpty, "\(known.subtracting(seen).sorted())")
  }

  /// A record with something of what the random fleets hardly ever do.
  private static func withRareCounts(_ record: RunRecord) -> RunRecord {
    var record = record
    for index in record.asyncEvents.indices { record.asyncEvents[index].destinationFailures += 3 }
    for index in record.brokers.indices {
      record.brokers[index].fetchesThrottled += 3
      record.brokers[index].fetchesUnavailable += 4
      record.brokers[index].tooLarge += 5
      record.brokers[index].unavailable += 6
    }
    for index in record.doors.indices {
      record.doors[index].bytesOut += 3
      record.doors[index].unavailable += 4
      record.doors[index].unfinished += 5
    }
    for index in record.functions.indices {
      record.functions[index].continuations = ContinuationRecord()
      record.functions[index].continuations.handedOn = 6
      record.functions[index].continuations.onSame = 3
      record.functions[index].continuations.onWarm = 2
      record.functions[index].continuations.onNew = 1
      record.functions[index].continuations.saved = 5
      record.functions[index].continuations.passesLost = 4
    }
    for index in record.subscriptions.indices { record.subscriptions[index].deadLetters += 3 }
    return record
  }

  @Test("of two records the one that is incomplete and the later end stay")
  func extremes() {
    var (first, second) = (RunRecord(window: 0..<10), RunRecord(window: 0..<10))
    (first.endedAt, second.endedAt) = (12, 30)
    second.isComplete = false
    for (one, other) in [(first, second), (second, first)] {
      var both = one
      both.add(other)
      #expect(!both.isComplete && both.endedAt == 30)
    }
  }

  @Test("records of other windows, fleets and intervals have another shape")
  func shapes() {
    var record = RunRecord(window: 0..<10)
    record.functions = [FunctionRecord()]
    record.hops = [HopRecord(of: 0, to: Target(.queue, 0))]
    record.series = SeriesRecord(every: 5, functions: 1)
    func differs(_ change: (inout RunRecord) -> Void) -> Bool {
      var other = record
      change(&other)
      return !record.hasShape(of: other)
    }
    #expect(differs { $0.window = 0..<11 } && differs { $0.functions = [] } && differs { $0.series = nil })
    #expect(differs { $0.series?.every = 6 } && differs { $0.hops[0].target.kind = .stream } && differs { $0.hops[0].function = 1 })
    #expect(differs { $0.streams = [StreamRecord()] } && differs { $0.doors = [DoorRecord()] })
    #expect(!differs { $0.functions[0].offered = 7 } && !differs { $0.series?.functions[0] = [.init()] } && !differs { $0.endedAt = 9 })
  }
}
