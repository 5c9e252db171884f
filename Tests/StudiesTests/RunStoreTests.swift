import Fleet
import Scenarios
import Synchronization
import Testing

@testable import Studies

@Suite("Runs that are kept")
struct RunStoreTests {
  /// A store in memory.
  final class MemoryStore: RunStore {
    let outcomes = Mutex<[String: RunOutcome]>([:])
    func outcome(of key: String) -> RunOutcome? { outcomes.withLock { $0[key] } }
    func keep(_ outcome: RunOutcome, as key: String) -> Bool {
      outcomes.withLock { $0[key] = outcome }
      return true
    }
    var keys: [String] { outcomes.withLock { $0.keys.sorted() } }
  }

  /// A scenario of one function, with the steps that it takes.
  private func point(_ steps: String, rate: Int = 5) throws -> StudyPoint {
    let text = """
      scenario: small
      platform: aws-lambda
      run: { duration: 10 min }
      functions:
        api: { runtime: nodejs22, memory: 512 MB, artifact: { size: 3 MB }, steps: \(steps) }
      traffic:
        web: { to: api, rate: \(rate)/s }
      """
    return StudyPoint(Study(try #require(Scenario.parse(text).scenario))) { "run \($0)" }
  }

  @Test("a run that is kept is not simulated again, and the result is the same")
  func kept() throws {
    let (store, point) = (MemoryStore(), try point("[ { compute: 20 ms } ]"))
    #expect(try StudyRunner(RunSettings(store: store)).carryOut(point, 1..<3))
    #expect(store.keys == ["run 1", "run 2"])
    let watch = CountingWatch()
    let result = try StudyRunner(RunSettings(store: store, watch: watch)).results(of: [point], .fixed(3))
    #expect(try result == StudyRunner().results(of: [point], .fixed(3)))
    let alone = try point.study.simulate(replication: 0)
    #expect(watch.events.withLock { $0 } == alone.events)
  }

  @Test("a failure is kept, and given back without another try")
  func failure() throws {
    let (store, point) = (MemoryStore(), try point("[ { compute: 20 ms } ]"))
    let failure = RunFailure.standstill(at: "api", time: 5)
    #expect(store.keep(.failure(failure), as: "run 1"))
    let runner = StudyRunner(RunSettings(store: store))
    #expect(throws: failure) { try runner.results(of: [point], .fixed(3)) }
    #expect(throws: failure) { try runner.carryOut(point, 0..<3) }
    #expect(store.keys == ["run 0", "run 1", "run 2"])
  }

  @Test("a run that was stopped is not kept")
  func stopped() throws {
    let (store, point) = (MemoryStore(), try point("[ { compute: 20 ms } ]", rate: 2_000))
    let watch = CountingWatch(goesOn: false)
    #expect(try !StudyRunner(RunSettings(store: store, watch: watch)).carryOut(point, 0..<3))
    #expect(store.keys.isEmpty)
  }

  @Test("an engine brings runs before they are asked for")
  func engine() throws {
    let (store, point) = (MemoryStore(), try point("[ { compute: 20 ms } ]"))
    let settings = RunSettings(store: store, engine: ThereAlready(store: store))
    #expect(throws: RunFailure.tooManyWaits(time: 2)) { try StudyRunner(settings).results(of: [point], .fixed(3)) }
    let lost = RunSettings(store: MemoryStore(), engine: ThereAlready(store: nil))
    #expect(try StudyRunner(lost).results(of: [point], .fixed(3)) == [nil])
  }

  /// Fails the last run of a round, or is lost.
  private struct ThereAlready: RunEngine {
    let store: MemoryStore?
    func carryOut(_ points: [StudyPoint], _ replications: Range<Int>) -> Bool {
      guard let store else { return false }
      let last = replications.upperBound - 1
      return store.keep(.failure(.tooManyWaits(time: Int64(last))), as: points[0].key(last))
    }
  }

  /// Counts the events that happen, or stops everything.
  private final class CountingWatch: RunWatch {
    let events = Mutex<UInt64>(0)
    let goesOn: Bool
    init(goesOn: Bool = true) { self.goesOn = goesOn }
    func expect(runs: Int) {}
    func advance(from: Double, to share: Double, events: UInt64) -> Bool {
      self.events.withLock { $0 += events }
      return goesOn
    }
  }
}
