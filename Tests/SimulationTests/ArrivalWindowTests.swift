import Testing
import Variates

@testable import Simulation

@Suite("ArrivalWindow")
struct ArrivalWindowTests {
  struct Plain: Equatable {
    var time: Nanoseconds
    var source: UInt32
    var payload: UInt32

    init(_ arrival: Arrival) { (time, source, payload) = (arrival.time, arrival.source, arrival.payload) }
  }

  /// Each source's arrivals in order of time, bursts of equal times among them; payloads do not fall.
  private func sources(_ draw: inout Draw, arrivals: Int, latest: Nanoseconds) -> [[Arrival]] {
    (0..<draw.number(in: 1...6)).map { source in
      var times = (0..<arrivals).map { _ in draw.number(in: 0...latest) }
      if draw.chance(0.5) {
        let burst = draw.number(in: 0...latest)
        for place in times.indices where draw.chance(0.3) { times[place] = burst }
      }
      times.sort()
      return times.enumerated().map { Arrival(time: $0.element, source: UInt32(source), payload: UInt32($0.offset / 2)) }
    }
  }

  /// Takes all arrivals through a window, in stretches of random length, each source up to some arrivals ahead of what is asked for.
  private func pass(_ sources: [[Arrival]], _ draw: inout Draw, latest: Nanoseconds, longest: Nanoseconds) -> [Plain] {
    var window = ArrivalWindow()
    var appended = sources.map { _ in 0 }
    var (end, passed): (Nanoseconds, [Plain]) = (0, [])
    while end <= latest {
      window.begin()
      end += draw.number(in: 1...longest)
      for source in sources.indices.shuffled(using: &draw) {
        var ahead = draw.chance(0.5) ? 0 : Int(draw.below(40))
        while appended[source] < sources[source].count {
          let arrival = sources[source][appended[source]]
          if arrival.time >= end {
            if ahead == 0 { break }
            ahead -= 1
          }
          window.append(arrival)
          appended[source] += 1
        }
      }
      window.seal(until: end)
      var left = window.left
      while window.nextTime != .never {
        let time = window.nextTime
        let arrival = window.next()
        left -= 1
        #expect(arrival.time == time && time < end)
        passed.append(Plain(arrival))
      }
      #expect(left == 0)
    }
    return passed
  }

  @Test("arrivals come in order of time, source and payload, wherever the stretches end", arguments: 0..<20)
  func order(number: Int) {
    var draw = Draw(case: number)
    let latest: Nanoseconds = draw.one(of: [10, 1000, 1_000_000_000])
    let sources = sources(&draw, arrivals: Int(draw.number(in: 0...800)), latest: latest)
    let expected = sources.joined().map(Plain.init).sorted { ($0.time, $0.source, $0.payload) < ($1.time, $1.source, $1.payload) }
    for longest in [latest + 1, latest / 3 + 1, latest / 40 + 1] {
      #expect(pass(sources, &draw, latest: latest, longest: longest) == expected, "case \(number), stretches up to \(longest)")
    }
  }

  @Test("thousands of arrivals at one instant between others are sorted")
  func burst() {
    var window = ArrivalWindow()
    var expected: [Plain] = []
    for number in (0..<6000).reversed() {
      let arrival = Arrival(time: number < 5000 ? 77 : Nanoseconds(number) << 30, source: UInt32(number % 7), payload: UInt32(number))
      window.append(arrival)
      expected.append(Plain(arrival))
    }
    window.seal(until: .never)
    var passed: [Plain] = []
    while window.nextTime != .never { passed.append(Plain(window.next())) }
    #expect(passed == expected.sorted { ($0.time, $0.source, $0.payload) < ($1.time, $1.source, $1.payload) })
  }
}
