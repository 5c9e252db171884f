import Simulation
import Variates

@testable import Fleet

/// The arrivals of sources that wait for nothing: listed times, periodic ones, one constant rate.
enum NaiveArrivals {
  static func all(of blueprint: Blueprint) -> [(time: Nanoseconds, source: Int, key: UInt64)] {
    var all: [(time: Nanoseconds, source: Int, key: UInt64)] = []
    for (index, source) in blueprint.sources.enumerated() {
      let times = times(of: source, blueprint).prefix { $0 < blueprint.arrivalsEnd }
      for (number, time) in times.enumerated() {
        all.append((time, index, Key.mix(source.key &+ UInt64(number + 1) &* Key.ordinalStep)))
      }
    }
    // The sort is stable: at equal times sources come in their order, and a source's arrivals in theirs.
    return all.sorted { ($0.time, $0.source) < ($1.time, $1.source) }
  }

  private static func times(of source: SourcePlan, _ blueprint: Blueprint) -> [Nanoseconds] {
    switch source.kind {
    case .times: return Array(blueprint.times[Int(source.first)..<Int(source.first + source.count)])
    case .periodic:
      return stride(from: source.period, to: blueprint.arrivalsEnd, by: Int(source.period)).flatMap { time in
        (0..<source.batch).map { _ in time }
      }
    case .curve:
      let rate = blueprint.segments[Int(source.first)].from
      var (gaps, time, times) = (Draw(source.key &+ Salt.gaps), 0.0, [Nanoseconds]())
      while time < Double(blueprint.arrivalsEnd) {
        time += (source.process == .poisson ? gaps.exponential() : 1) / rate
        times.append(Nanoseconds(time + 0.5))
      }
      return times
    case .onOff, .counts, .users: preconditionFailure("no such source here")
    }
  }
}
