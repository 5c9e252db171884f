import Dispatch
import Synchronization

/// Does independent pieces of work on several threads.
struct WorkPool {
  /// How many threads work at once, at least 1.
  let jobs: Int

  /// Does pieces 0 to before `count`, each once, in ascending order of their beginning; the caller's thread works too.
  ///
  /// - Parameters:
  ///   - count: how many, not negative.
  ///   - work: does one; false where no further piece is to be begun.
  func run(_ count: Int, _ work: @Sendable (Int) -> Bool) {
    let next = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      while !isStopped.load(ordering: .relaxed) {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        if !work(piece) { isStopped.store(true, ordering: .relaxed) }
      }
    }
  }

  /// The values of 0 to before `count`, in this order.
  func map<Value: Sendable>(_ count: Int, _ value: @Sendable (Int) -> Value) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    run(count) { piece in
      let found = value(piece)
      values.withLock { $0[piece] = found }
      return true
    }
    return values.withLock { $0.compactMap(\.self) }
  }
}
