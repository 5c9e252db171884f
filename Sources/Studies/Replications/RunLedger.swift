import Fleet
import Synchronization

/// What is known of a study's runs so far; threads write to it in any order, and what is read off it does not depend on the order.
final class RunLedger: Sendable {
  private struct State {
    /// The records of each point by replication.
    var records: [[Int: RunRecord]]
    var results: [StudyResult?]
    /// The failure of the earliest piece of work that failed.
    var failure: (piece: Int, failure: RunFailure)?
  }

  private let state: Mutex<State>
  private let keepsRecords: Bool

  /// - Parameters:
  ///   - points: how many points there are.
  ///   - keepsRecords: whether records are wanted again after a point's result was read, since further replications may follow.
  init(points: Int, keepsRecords: Bool) {
    self.keepsRecords = keepsRecords
    state = Mutex(State(records: Array(repeating: [:], count: points), results: Array(repeating: nil, count: points)))
  }

  func note(_ record: RunRecord, of point: Int, _ replication: Int) {
    state.withLock { $0.records[point][replication] = record }
  }

  func note(_ result: StudyResult, of point: Int) {
    state.withLock { $0.results[point] = result }
  }

  func note(_ failure: RunFailure, at piece: Int) {
    state.withLock { state in
      if state.failure.map({ piece < $0.piece }) ?? true { state.failure = (piece, failure) }
    }
  }

  /// The records of a point in the order of their replications if there are so many; those who ask once all are there get them once.
  func takeRecords(of point: Int, ifAll count: Int) -> [RunRecord]? {
    state.withLock { state in
      guard state.records[point].count == count, state.results[point]?.outline.replications != count else { return nil }
      let records = (0..<count).compactMap { state.records[point][$0] }
      if !keepsRecords { state.records[point] = [:] }
      return records
    }
  }

  var failure: RunFailure? { state.withLock { $0.failure?.failure } }

  var results: [StudyResult?] { state.withLock { $0.results } }

  /// Whether every objective of every point is settled, undecided ones by a half width relative to their figures.
  func isSettled(_ precision: Double) -> Bool { results.allSatisfy { Self.isSettled($0, precision) } }

  /// Whether every objective of a point is settled.
  func isSettled(point: Int, _ precision: Double) -> Bool { Self.isSettled(results[point], precision) }

  private static func isSettled(_ result: StudyResult?, _ precision: Double) -> Bool {
    result?.objectives.allSatisfy { $0.isSettled(relativeHalfWidth: precision) } ?? false
  }

  /// What can be said of a study that was stopped: of complete replications, or where a point has none of its stopped one.
  func partialResults(of points: [StudyPoint]) -> [StudyResult?] {
    state.withLock { state in
      points.indices.map { point in
        if let result = state.results[point], state.records[point].count <= result.outline.replications { return result }
        let records = state.records[point].sorted { $0.key < $1.key }.map(\.value)
        let complete = records.filter(\.isComplete)
        let shown = complete.isEmpty ? Array(records.prefix(1)) : complete
        guard !shown.isEmpty else { return nil }
        var result = points[point].study.result(of: shown)
        result.outline.isPartial = true
        return result
      }
    }
  }
}
