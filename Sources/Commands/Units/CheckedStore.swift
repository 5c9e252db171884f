import Studies
import Synchronization

/// A store of which is remembered whether anything could not be kept: a unit of work is done only where all of it is there.
final class CheckedStore: RunStore {
  /// That something could not be kept.
  static let failure = CommandFailure(.cannotWrite, "what came of a run can't be written")

  private let store: any RunStore
  private let failed = Atomic<Bool>(false)

  /// Watches a store.
  init(_ store: any RunStore) { self.store = store }

  /// Whether anything could not be kept.
  var hasFailed: Bool { failed.load(ordering: .relaxed) }

  func outcome(of key: String) -> RunOutcome? { store.outcome(of: key) }

  func keep(_ outcome: RunOutcome, as key: String) -> Bool {
    let isKept = store.keep(outcome, as: key)
    if !isKept { failed.store(true, ordering: .relaxed) }
    return isKept
  }
}
