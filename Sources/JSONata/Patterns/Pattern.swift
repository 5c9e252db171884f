/// A regular expression.
///
/// A matcher of our own, since JavaScript's semantics are wanted: it works on units of UTF-16, tries alternatives in order, and forgets
/// what groups matched in an earlier turn of a repetition. It backtracks on a stack of its own and stops after a number of steps.
struct Pattern: Sendable {
  /// One match in a text.
  struct Match {
    /// Where it is, in UTF-16 units.
    var range: Range<Int>
    /// What each group has matched, without the first that is the whole; nil for those that took no part.
    var groups: [Range<Int>?]
  }

  /// As it was written, without slashes and flags.
  let source: String
  private let steps: [PatternStep]
  private let backward: [Bool]
  private let slots: Int
  private let groups: Int
  private let ignoresCase: Bool
  private let isMultiline: Bool

  /// A regular expression with the flags `i` and `m`.
  init(_ source: String, ignoresCase: Bool, isMultiline: Bool) throws(PatternFault) {
    var parser = PatternParser(source)
    let node = try parser.parse()
    let compiler = try PatternCompiler(node, groups: parser.groups, names: parser.names)
    self.source = source
    steps = compiler.steps
    backward = compiler.backward
    slots = compiler.slots
    groups = parser.groups
    self.ignoresCase = ignoresCase
    self.isMultiline = isMultiline
  }

  /// The first match at or after a position.
  ///
  /// - Throws: D1012 if the search takes more than the steps that are left, which it takes away.
  func firstMatch(in text: [UInt16], from begin: Int, steps budget: inout Int) throws(Failure) -> Match? {
    guard begin <= text.count else { return nil }
    for position in begin...text.count {
      var search = PatternSearch(self, text, budget)
      let found = search.run(from: 0, at: position)
      budget = search.budget
      if budget <= 0 { throw Failure.tooLong }
      if found { return match(search.saved) }
    }
    return nil
  }

  private func match(_ saved: [Int]) -> Match {
    var found: [Range<Int>?] = []
    for group in 1..<max(1, groups) {
      let (from, to) = (saved[2 * group], saved[2 * group + 1])
      found.append(from >= 0 && to >= from ? from..<to : nil)
    }
    return Match(range: saved[0]..<saved[1], groups: found)
  }

  fileprivate func step(_ place: Int) -> PatternStep { steps[place] }

  fileprivate func isBackward(_ place: Int) -> Bool { backward[place] }

  fileprivate var saved: [Int] { Array(repeating: -1, count: slots) }

  fileprivate func isLineEnd(_ unit: UInt16) -> Bool { UnitSet.lineEnds.contains(unit) }

  fileprivate var spansLines: Bool { isMultiline }

  /// The unit by which texts are compared.
  fileprivate func folded(_ unit: UInt16) -> UInt16 { ignoresCase ? Pattern.upper(unit) : unit }

  fileprivate func contains(_ set: UnitSet, _ unit: UInt16) -> Bool {
    if !ignoresCase { return set.contains(unit) }
    let plain = UnitSet(ranges: set.ranges)
    let found = plain.contains(unit) || plain.contains(Pattern.upper(unit)) || plain.contains(Pattern.lower(unit))
    return found != set.isInverted
  }

  /// The upper-case letter, where it is a single unit and does not leave or enter ASCII.
  ///
  /// - Source: ECMAScript, Canonicalize.
  private static func upper(_ unit: UInt16) -> UInt16 {
    if unit < 128 { return 97...122 ~= unit ? unit - 32 : unit }
    guard let scalar = Unicode.Scalar(unit) else { return unit }
    let mapped = Array(scalar.properties.uppercaseMapping.utf16)
    return mapped.count == 1 && mapped[0] >= 128 ? mapped[0] : unit
  }

  private static func lower(_ unit: UInt16) -> UInt16 {
    if unit < 128 { return 65...90 ~= unit ? unit + 32 : unit }
    guard let scalar = Unicode.Scalar(unit) else { return unit }
    let mapped = Array(scalar.properties.lowercaseMapping.utf16)
    return mapped.count == 1 && mapped[0] >= 128 ? mapped[0] : unit
  }
}

/// One attempt to match at a position.
private struct PatternSearch {
  /// What to do if the attempt fails here.
  private enum Choice {
    /// Go on at a step and position.
    case resume(Int, Int)
    /// Put back what a slot held.
    case restore(Int, Int)
  }

  private let pattern: Pattern
  private let text: [UInt16]
  private(set) var saved: [Int]
  private(set) var budget: Int
  private var choices: [Choice] = []

  init(_ pattern: Pattern, _ text: [UInt16], _ budget: Int) {
    self.pattern = pattern
    self.text = text
    self.budget = budget
    saved = pattern.saved
  }

  /// Whether the steps from one on match at a position.
  mutating func run(from first: Int, at begin: Int) -> Bool {
    let floor = choices.count
    var place = first
    var position = begin
    while true {
      budget -= 1
      if budget <= 0 { return false }
      if case .match = pattern.step(place) {
        // Within a look-around the choices end here; what it saved stays to be put back.
        choices.removeAll(after: floor) { if case .resume = $0 { true } else { false } }
        return true
      }
      if !advance(&place, &position), !backtrack(to: floor, &place, &position) { return false }
    }
  }

  private mutating func backtrack(to floor: Int, _ place: inout Int, _ position: inout Int) -> Bool {
    while choices.count > floor, let choice = choices.popLast() {
      switch choice {
      case .restore(let slot, let value): saved[slot] = value
      case .resume(let step, let at):
        (place, position) = (step, at)
        return true
      }
    }
    return false
  }

  private mutating func save(_ slot: Int, _ value: Int) {
    choices.append(.restore(slot, saved[slot]))
    saved[slot] = value
  }

  /// Takes one step; false if it does not match.
  private mutating func advance(_ place: inout Int, _ position: inout Int) -> Bool {
    let isBackward = pattern.isBackward(place)
    let step = pattern.step(place)
    place += 1
    switch step {
    case .unit(let wanted): return take(isBackward, &position) { pattern.folded($0) == pattern.folded(wanted) }
    case .set(let set): return take(isBackward, &position) { pattern.contains(set, $0) }
    case .any: return take(isBackward, &position) { !pattern.isLineEnd($0) }
    case .split(let first, let second):
      choices.append(.resume(second, position))
      place = first
    case .jump(let target): place = target
    case .save(let slot): save(slot, position)
    case .forget(let groups):
      for slot in 2 * groups.lowerBound..<2 * groups.upperBound { save(slot, -1) }
    case .reference(let group): return repeated(group, isBackward, &position)
    case .start: return position == 0 || pattern.spansLines && pattern.isLineEnd(text[position - 1])
    case .end: return position == text.count || pattern.spansLines && pattern.isLineEnd(text[position])
    case .boundary(let wanted): return (isWord(position - 1) != isWord(position)) == wanted
    case .look(let wanted, let next): return look(&place, next, wanted, position)
    case .progress(let slot): return saved[slot] != position
    case .match: break
    }
    return true
  }

  private mutating func look(_ place: inout Int, _ next: Int, _ wanted: Bool, _ position: Int) -> Bool {
    let floor = choices.count
    let before = saved
    let found = run(from: place, at: position)
    place = next
    if found != wanted { return false }
    if !wanted {
      saved = before
      choices.removeSubrange(floor...)
    }
    return true
  }

  private func take(_ isBackward: Bool, _ position: inout Int, _ accepts: (UInt16) -> Bool) -> Bool {
    let place = isBackward ? position - 1 : position
    guard text.indices.contains(place), accepts(text[place]) else { return false }
    position += isBackward ? -1 : 1
    return true
  }

  /// What a group has matched, once more; a group without a match fits anywhere.
  private func repeated(_ group: Int, _ isBackward: Bool, _ position: inout Int) -> Bool {
    let (from, to) = (saved[2 * group], saved[2 * group + 1])
    guard from >= 0, to >= from else { return true }
    let begin = isBackward ? position - (to - from) : position
    guard begin >= 0, begin + to - from <= text.count else { return false }
    for offset in 0..<to - from where pattern.folded(text[from + offset]) != pattern.folded(text[begin + offset]) { return false }
    position = isBackward ? begin : begin + to - from
    return true
  }

  private func isWord(_ place: Int) -> Bool { text.indices.contains(place) && UnitSet.words.contains(text[place]) }
}

extension Array {
  /// Removes those that fulfil a condition from an index on.
  fileprivate mutating func removeAll(after index: Int, where condition: (Element) -> Bool) {
    let rest = self[index...].filter { !condition($0) }
    replaceSubrange(index..., with: rest)
  }
}
