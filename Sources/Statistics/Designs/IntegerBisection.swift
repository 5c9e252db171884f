/// The search for the smallest or the largest of some integers for which a requirement holds, where asking is dear and done elsewhere.
///
/// Ask ``next`` until it is nil, note each verdict, then read ``result``:
/// the ends first, then halves, then the neighbours of the answer. So the answer is known to hold and its neighbours to be as a monotone
/// requirement wants them. What was asked may contradict monotonicity: then every value is asked, if there are not too many.
///
/// A value that stays undecided counts as one that does not hold, and the result says so if that matters.
///
/// - Complexity: at most 4 + log₂(values) questions where nothing contradicts monotonicity; O(asked) a call.
public struct IntegerBisection: Sendable, Equatable {
  /// Which value is searched.
  public enum Goal: String, Sendable, Equatable, CaseIterable {
    /// The smallest that holds, all larger ones holding too.
    case smallest
    /// The largest that holds, all smaller ones holding too.
    case largest
  }

  /// What the search found.
  public enum Result: Sendable, Equatable {
    /// The value holds; the one before it fails, the one after it holds, as far as there is one.
    case answer(Int)
    /// The value holds, and it is the first of all: every value seems to hold.
    case allHold(Int)
    /// No value that was asked holds.
    case noneHolds
    /// Some value holds and later ones do not: the first that holds, and the later ones that are known to fail, ascending. Unless
    /// `isComplete`, there were too many values to ask all.
    case notMonotone(first: Int, failing: [Int], isComplete: Bool)
    /// Values next to the answer could not be decided: which, ascending, and the first that is known to hold, if any.
    case undecided(at: [Int], holds: Int?)
  }

  /// Which value is searched.
  public let goal: Goal

  /// The values, in steps from the lower bound on.
  public let values: [Int]

  /// How many values there may be for all of them to be asked after a contradiction.
  public let scanLimit: Int

  /// What is known of each value, in the order of the search: from the side where values fail to the side where they hold.
  private var verdicts: [SequentialVerdict?]

  /// A search.
  ///
  /// - Parameters:
  ///   - goal: which value is searched.
  ///   - range: the bounds; the upper one is asked only if a number of steps leads there.
  ///   - step: at least 1.
  ///   - scanLimit: how many values there may be for all of them to be asked after a contradiction; 0 for never.
  public init(_ goal: Goal, in range: ClosedRange<Int>, step: Int = 1, scanLimit: Int = 32) {
    precondition(step > 0 && scanLimit >= 0, "steps of \(step), scanned up to \(scanLimit)")
    (self.goal, self.scanLimit) = (goal, scanLimit)
    values = Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
    verdicts = Array(repeating: nil, count: values.count)
  }

  /// The value to ask next; nil when the search is over.
  public var next: Int? { nextPlace.map(value) }

  /// Takes the answer for a value.
  ///
  /// - Parameters:
  ///   - value: one of ``values``, mostly ``next``; others help if they are known already.
  ///   - verdict: whether the requirement holds there.
  public mutating func note(_ value: Int, _ verdict: SequentialVerdict) {
    let index = value >= values[0] ? (value - values[0]) / (values.count > 1 ? values[1] - values[0] : 1) : -1
    precondition(values.indices.contains(index) && values[index] == value, "\(value) is not among the values")
    verdicts[place(index)] = verdict
  }

  /// What was found; nil while there is a value to ask.
  public var result: Result? {
    if nextPlace != nil { return nil }
    guard let high = firstHolding else {
      let open = places(.undecided)
      return open.isEmpty ? .noneHolds : .undecided(at: open, holds: nil)
    }
    let failing = places(.fails).filter { place(of: $0) > high }
    if !failing.isEmpty {
      return .notMonotone(first: value(high), failing: failing, isComplete: verdicts.allSatisfy { $0 != nil })
    }
    let lastFailing = verdicts.lastIndex(of: .fails) ?? -1
    let open = places(.undecided).filter { place(of: $0) > lastFailing && place(of: $0) <= high + 1 }
    if !open.isEmpty { return .undecided(at: open, holds: value(high)) }
    return high == 0 ? .allHold(value(0)) : .answer(value(high))
  }

  private var nextPlace: Int? {
    let last = verdicts.count - 1
    let high = firstHolding
    if let high, let failing = verdicts.lastIndex(of: .fails), failing > high {
      return verdicts.count <= scanLimit ? verdicts.firstIndex(of: nil) : nil
    }
    if verdicts[last] == nil { return last }
    if verdicts[0] == nil { return 0 }
    guard let high else { return last > 0 && verdicts[last - 1] == nil ? last - 1 : nil }
    // What is open is treated as failing: the search goes on between it and what holds.
    let low = verdicts[..<high].lastIndex { $0 != nil } ?? -1
    if high - low > 1 { return low + (high - low) / 2 }
    return high < last && verdicts[high + 1] == nil ? high + 1 : nil
  }

  private var firstHolding: Int? { verdicts.firstIndex(of: .holds) }

  private func place(_ index: Int) -> Int { goal == .smallest ? index : values.count - 1 - index }
  private func value(_ place: Int) -> Int { values[self.place(place)] }
  private func place(of value: Int) -> Int { place((value - values[0]) / (values.count > 1 ? values[1] - values[0] : 1)) }

  /// The values with a verdict, ascending.
  private func places(_ verdict: SequentialVerdict) -> [Int] {
    values.indices.filter { verdicts[place($0)] == verdict }.map { values[$0] }
  }
}
