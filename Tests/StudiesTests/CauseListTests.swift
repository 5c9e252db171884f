import Fleet
import Scenarios
import Statistics
import Studies
import StudyFixtures
import Testing

@Suite struct CauseListTests {
  let causes = Shop.study().result(of: Shop.record()).causes.filter { $0.subject == .function("api") }

  @Test func `the causes of all requests add up to their latency`() {
    let all = causes.filter { $0.requests == .all }
    #expect(all.map(\.cause) == [.running, .placement, .runtimeStart])
    #expect(all.map(\.total) == [29_500_000_000, 29_500_000_000, 29_500_000_000])
    #expect(all.map(\.count) == [995, 995, 995])
    let spent: [Int128] = [19_900_000_000, 3_600_000_000, 6_000_000_000]
    #expect(all.map(\.spent) == spent)
  }

  @Test func `the causes of the slowest are read from the slowest`() {
    let slowest = causes.filter { $0.requests == .slowest }
    #expect(slowest.map(\.cause) == [.running, .placement, .runtimeStart])
    #expect(slowest.map(\.mean) == [20_000_000, 180_000_000, 300_000_000])
    #expect(slowest.map(\.share) == [0.04, 0.36, 0.6])
    #expect(slowest.first?.count == 20)
  }

  @Test func `who had no request has no cause`() {
    var record = Shop.record()
    record.functions[0] = FunctionRecord()
    #expect(!Shop.study().result(of: record).causes.contains { $0.subject == .function("api") })
  }

  @Test func `a source that is followed has causes of its completion too`() {
    var record = Shop.record()
    record.sources[1].isFollowed = true
    record.sources[1].completionCauses.add(1_000_000_000, to: .inQueue, bin: LatencyBins.coarse(LatencyBins.index(of: 1_500_000_000)))
    let causes = Shop.study().result(of: record).causes.filter { $0.subject == .source("jobs") && $0.requests == .all }
    #expect(causes.map(\.metric) == [.latency, .completion, .completion])
    #expect(causes.map(\.cause) == [.running, .running, .inQueue])
    #expect(causes.map(\.mean) == [1_500_000_000, 1_000_000_000, 500_000_000])
  }
}
