public import Fleet
internal import Scenarios
internal import Simulation
internal import Synchronization

/// Carries out the runs of a study's points and reads their results.
///
/// Which runs there are depends on their results alone, never on how many go on at once.
public struct StudyRunner: Sendable {
  /// How runs are carried out.
  public var settings: RunSettings

  /// - Parameter settings: how runs are carried out.
  public init(_ settings: RunSettings = RunSettings()) { self.settings = settings }

  /// The results of some points, each with the same number of replications.
  ///
  /// They are enough where all points are settled: their objectives decided, or known precisely enough.
  ///
  /// - Parameters:
  ///   - points: at least one.
  ///   - rule: how many replications there are.
  /// - Returns: one result a point; partial ones, and nil for points of which nothing is known, where the study was stopped.
  /// - Throws: `RunFailure`, of the first point and replication that fails.
  public func results(of points: [StudyPoint], _ rule: ReplicationRule) throws(RunFailure) -> [StudyResult?] {
    var (count, next) = (0, rule.next(after: 0, isSettled: false))
    let ledger = RunLedger(points: points.count, keepsRecords: rule.maximum > rule.minimum)
    while next > count {
      settings.watch.expect(runs: points.count * (next - count))
      if let engine = settings.engine, !engine.carryOut(points, count..<next) { return ledger.partialResults(of: points) }
      if try !run(points, points.map { _ in count..<next }, ledger) { return ledger.partialResults(of: points) }
      count = next
      next = rule.next(after: count, isSettled: ledger.isSettled(rule.precision))
    }
    return ledger.results
  }

  /// The results of some points that have nothing to do with one another, each with as many replications as its own rule asks for.
  ///
  /// - Parameter points: at least one.
  /// - Returns: one result a point; partial ones, and nil for points of which nothing is known, where the study was stopped.
  /// - Throws: `RunFailure`, of the first point and replication that fails.
  public func results(ofEach points: [(point: StudyPoint, rule: ReplicationRule)]) throws(RunFailure) -> [StudyResult?] {
    let ledger = RunLedger(points: points.count, keepsRecords: points.contains { $0.rule.maximum > $0.rule.minimum })
    var counts = points.map { _ in 0 }
    while true {
      let rounds = points.indices.map { index in
        let (rule, count) = (points[index].rule, counts[index])
        return count..<rule.next(after: count, isSettled: count > 0 && ledger.isSettled(point: index, rule.precision))
      }
      if rounds.allSatisfy(\.isEmpty) { return ledger.results }
      settings.watch.expect(runs: rounds.reduce(0) { $0 + $1.count })
      if try !run(points.map(\.point), rounds, ledger) { return ledger.partialResults(of: points.map(\.point)) }
      counts = rounds.map(\.upperBound)
    }
  }

  /// Carries out some replications of one point, for the store alone.
  ///
  /// - Returns: whether all came to their end; false where they were stopped.
  /// - Throws: `RunFailure`, of the first replication that fails; the others are carried out all the same.
  public func carryOut(_ point: StudyPoint, _ replications: Range<Int>) throws(RunFailure) -> Bool {
    settings.watch.expect(runs: replications.count)
    let ledger = RunLedger(points: 1, keepsRecords: false)
    let isStopped = Atomic<Bool>(false)
    WorkPool(jobs: settings.jobs).run(replications.count) { piece in
      do throws(RunFailure) {
        let (record, goesOn) = try record(of: point, replications.lowerBound + piece)
        if !record.isComplete || !goesOn && piece < replications.count - 1 { isStopped.store(true, ordering: .relaxed) }
        return goesOn
      } catch {
        ledger.note(error, at: piece)
        return true
      }
    }
    if let failure = ledger.failure { throw failure }
    return !isStopped.load(ordering: .relaxed)
  }

  /// Runs some replications of each point; false where they were stopped.
  ///
  /// - Parameter rounds: which replications, one range a point.
  private func run(_ points: [StudyPoint], _ rounds: [Range<Int>], _ ledger: RunLedger) throws(RunFailure) -> Bool {
    let pieces = rounds.enumerated().flatMap { point, round in round.map { (point: point, replication: $0) } }
    WorkPool(jobs: settings.jobs).run(pieces.count) { piece in
      let (point, replication) = pieces[piece]
      var stays = true
      do throws(RunFailure) {
        let (record, goesOn) = try record(of: points[point], replication)
        ledger.note(record, of: point, replication)
        if !record.isComplete { return false }
        stays = goesOn
      } catch {
        ledger.note(error, at: piece)
        return false
      }
      if points.count > 1, let records = ledger.takeRecords(of: point, ifAll: rounds[point].upperBound) {
        ledger.note(points[point].study.result(of: records), of: point)
      }
      return stays
    }
    if let failure = ledger.failure { throw failure }
    // Where there is one point alone, all threads read its result together, which they cannot from within a piece.
    if points.count == 1, let records = ledger.takeRecords(of: 0, ifAll: rounds[0].upperBound) {
      ledger.note(points[0].study.result(of: records, jobs: settings.jobs), of: 0)
    }
    return zip(ledger.results, rounds).allSatisfy { $0?.outline.replications == $1.upperBound }
  }

  /// The record of one run, from the store where it has it, else simulated; and whether further runs are wanted.
  private func record(of point: StudyPoint, _ replication: Int) throws(RunFailure) -> (RunRecord, Bool) {
    let key = settings.store == nil ? "" : point.key(replication)
    if let kept = settings.store?.outcome(of: key) {
      // What an engine brought was counted when it came.
      let goesOn = settings.watch.advance(from: settings.engine == nil ? 0 : 1, to: 1, events: 0)
      return (try kept.get(), goesOn)
    }
    let (record, goesOn): (RunRecord, Bool)
    do throws(RunFailure) {
      (record, goesOn) = try simulated(point, replication)
    } catch {
      _ = settings.store?.keep(.failure(error), as: key)
      throw error
    }
    if record.isComplete { _ = settings.store?.keep(.success(record), as: key) }
    return (record, goesOn)
  }

  /// The record of one run that is simulated, and watched meanwhile; and whether further runs are wanted.
  private func simulated(_ point: StudyPoint, _ replication: Int) throws(RunFailure) -> (RunRecord, Bool) {
    let watch = settings.watch
    let end = Double(max(1, point.study.scenario.run.duration))
    var (share, events) = (0.0, UInt64(0))
    let record = try point.study.simulate(replication: replication) { simulated, happened in
      let now = min(1, Double(simulated) / end)
      defer { (share, events) = (now, happened) }
      return watch.advance(from: share, to: now, events: happened - events)
    }
    return (record, watch.advance(from: share, to: 1, events: record.events - min(events, record.events)))
  }
}
