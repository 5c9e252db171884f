import Statistics
import Testing

@Suite("IntegerBisection")
struct IntegerBisectionTests {
  /// Asks until nothing is left to ask.
  ///
  /// - Returns: what was found, and the places asked in their order.
  private func run(_ search: IntegerBisection, _ verdict: (Int) -> SequentialVerdict) throws -> (IntegerBisection.Result, [Int]) {
    var search = search
    var asked: [Int] = []
    while let value = search.next {
      #expect(search.result == nil && !asked.contains(value), "\(asked) and \(value)")
      asked.append(value)
      search.note(value, verdict(value))
    }
    return (try #require(search.result), asked)
  }

  /// The search over places 0..<n in the order of the goal: values 5, 8, 11 and so on, from the other end for the largest.
  private func search(_ goal: IntegerBisection.Goal, _ n: Int, scanLimit: Int) -> (IntegerBisection, (Int) -> Int) {
    let search = IntegerBisection(goal, in: 5...(5 + 3 * (n - 1) + 2), step: 3, scanLimit: scanLimit)
    return (search, { goal == .smallest ? ($0 - 5) / 3 : n - 1 - ($0 - 5) / 3 })
  }

  @Test("every monotone requirement over up to ten values is answered", arguments: IntegerBisection.Goal.allCases)
  func monotone(goal: IntegerBisection.Goal) throws {
    for n in 1...10 {
      for first in 0...n {
        let (search, place) = search(goal, n, scanLimit: 0)
        let (result, asked) = try run(search) { place($0) >= first ? .holds : .fails }
        let value = goal == .smallest ? 5 + 3 * first : 5 + 3 * (n - 1 - first)
        #expect(result == (first == n ? .noneHolds : first == 0 ? .allHold(value) : .answer(value)), "\(first) of \(n)")
        // Both ends, the halves and a neighbour.
        #expect(asked.count <= 3 + Int.bitWidth - n.leadingZeroBitCount)
      }
    }
  }

  @Test("of every requirement over up to ten values, an answer is checked and a contradiction is told", arguments: [0, 10])
  func exhaustive(scanLimit: Int) throws {
    for n in 1...10 {
      for bits in 0..<1 << n {
        let (search, place) = search(bits % 2 == 0 ? .smallest : .largest, n, scanLimit: scanLimit)
        let (result, asked) = try run(search) { bits >> place($0) & 1 == 1 ? .holds : .fails }
        let holds = asked.map(place).filter { bits >> $0 & 1 == 1 }
        let fails = asked.map(place).filter { bits >> $0 & 1 == 0 }
        let isContradicted = (fails.max() ?? -1) > (holds.min() ?? n)
        switch result {
        case .answer(let value), .allHold(let value):
          let p = place(value)
          #expect(!isContradicted && bits >> p & 1 == 1)
          #expect(p == n - 1 || bits >> (p + 1) & 1 == 1)
          #expect(p == 0 ? result == .allHold(value) : bits >> (p - 1) & 1 == 0)
        case .noneHolds:
          #expect(holds.isEmpty && fails.contains(0) && fails.contains(n - 1) && (n == 1 || fails.contains(n - 2)))
        case .notMonotone(let first, let failing, let isComplete):
          #expect(isContradicted && place(first) == holds.min() && failing == failing.sorted())
          #expect(failing.map(place).sorted() == fails.filter { $0 > place(first) }.sorted())
          if scanLimit == 10 { #expect(isComplete && asked.count == n && place(first) == bits.trailingZeroBitCount) }
        case .undecided:
          Issue.record("nothing is undecided here")
        }
      }
    }
  }

  @Test("of every requirement over up to seven values, some undecided, no answer rests on what is not known")
  func undecided() throws {
    let cases = SequentialVerdict.allCases
    for n in 1...7 {
      for code in 0..<(0..<n).reduce(1, { product, _ in product * 3 }) {
        var rest = code
        let verdicts = (0..<n).map { _ in
          defer { rest /= 3 }
          return cases[rest % 3]
        }
        let (search, place) = search(code % 2 == 0 ? .smallest : .largest, n, scanLimit: 32)
        let (result, asked) = try run(search) { verdicts[place($0)] }
        switch result {
        case .answer(let value):
          let p = place(value)
          #expect(verdicts[p] == .holds && verdicts[p - 1] == .fails && (p == n - 1 || verdicts[p + 1] == .holds))
        case .allHold(let value):
          #expect(place(value) == 0 && verdicts[0] == .holds && (n == 1 || verdicts[1] == .holds))
        case .noneHolds:
          #expect(asked.allSatisfy { verdicts[place($0)] == .fails })
        case .notMonotone(let first, let failing, _):
          #expect(asked.count == n && verdicts[place(first)] == .holds)
          #expect(!failing.isEmpty && failing.allSatisfy { verdicts[place($0)] == .fails && place($0) > place(first) })
        case .undecided(let open, let value):
          #expect(!open.isEmpty && open.allSatisfy { verdicts[place($0)] == .undecided })
          if let value { #expect(verdicts[place(value)] == .holds) } else { #expect(!asked.contains { verdicts[place($0)] == .holds }) }
        }
      }
    }
  }

  @Test("a long range takes few questions, and what is known already none")
  func long() throws {
    let (result, asked) = try run(IntegerBisection(.smallest, in: 1...100_000)) { $0 >= 73_211 ? .holds : .fails }
    #expect(result == .answer(73_211) && asked.count <= 20)
    var known = IntegerBisection(.smallest, in: 1...100_000)
    known.note(73_211, .holds)
    known.note(73_210, .fails)
    let (again, few) = try run(known) { $0 >= 73_211 ? .holds : .fails }
    #expect(again == .answer(73_211) && few.sorted() == [1, 73_212, 100_000])
  }

  @Test("a requirement the wrong way round is told after two questions")
  func wrongWay() throws {
    let (result, asked) = try run(IntegerBisection(.smallest, in: 1...1000)) { $0 <= 400 ? .holds : .fails }
    #expect(result == .notMonotone(first: 1, failing: [1000], isComplete: false) && asked == [1000, 1])
  }
}
