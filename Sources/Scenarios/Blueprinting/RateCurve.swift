internal import Fleet
internal import Simulation
internal import Variates

/// A rate over time as straight pieces, from the start of a run.
struct RateCurve {
  /// The pieces in order, rates in arrivals per nanosecond.
  private(set) var segments: [RateSegment] = []
  /// Whether the curve begins anew after its last piece; else its last rate holds.
  private(set) var repeats = false

  private static let day = 86_400 * Double(Nanoseconds.second)

  /// The curve of a shape.
  ///
  /// - Parameters:
  ///   - shape: rates per second; bursts of random length have no curve.
  ///   - start: the instant at which the run starts.
  init(_ shape: RateShape, from start: Instant) {
    switch shape {
    case .constant(let rate): append(Self.day, rate, rate)
    case .ramp(let from, let to, let over): append(Double(over), from, to)
    case .steps(let levels, let every):
      repeats = every != nil
      let ends = levels.dropFirst().map(\.at) + [every ?? (levels.last.map { $0.at + Int64(Self.day) } ?? 0)]
      for (level, end) in zip(levels, ends) { append(Double(end - level.at), level.rate, level.rate) }
    case .spike(let base, let peak, let at, let length, let every):
      repeats = true
      append(Double(at), base, base)
      append(Double(length), peak, peak)
      append(Double(every - at - length), base, base)
    case .diurnal(let rate, let peak, let at):
      repeats = true
      appendDay(rate, .init(peak: peak, at: at), from: Self.timeOfDay(start))
    case .weekly(let rates, let diurnal):
      repeats = true
      appendWeek(rates, diurnal, from: start)
    case .onOff: preconditionFailure("bursts of random length have no curve")
    }
  }

  private mutating func append(_ length: Double, _ from: Double, _ to: Double) {
    guard length > 0 else { return }
    let unit = Double(Nanoseconds.second)
    segments.append(RateSegment(length: length, from: from / unit, to: to / unit))
  }

  /// Nanoseconds since midnight UTC.
  private static func timeOfDay(_ instant: Instant) -> Double {
    let day = Int64(Self.day)
    return Double(((instant.nanoseconds % day) + day) % day)
  }

  /// How many straight pieces make a day: five minutes each, so that the curve is met within 0.02 %.
  private static let piecesPerDay = 288

  /// A day of the shape rate exp(k cos 2 pi (t - at)) / I0(k), scaled so that the pieces' mean is the rate.
  private mutating func appendDay(_ rate: Double, _ diurnal: RateShape.Diurnal, from offset: Double) {
    let levels = Self.levels(diurnal, from: offset)
    for piece in 0..<Self.piecesPerDay {
      append(Self.day / Double(Self.piecesPerDay), rate * levels[piece], rate * levels[piece + 1])
    }
  }

  /// The shape of a day at the ends of its pieces; its mean over the pieces is 1.
  private static func levels(_ diurnal: RateShape.Diurnal, from offset: Double) -> [Double] {
    let concentration = concentration(ofPeak: diurnal.peak)
    let shape = (0...piecesPerDay).map { piece in
      let time = offset + day * Double(piece) / Double(piecesPerDay)
      return Elementary.exp(concentration * (Elementary.cosine(turns: (time - Double(diurnal.at)) / day) - 1))
    }
    let mean = shape.dropLast().reduce(0, +) / Double(piecesPerDay)
    return shape.map { $0 / mean }
  }

  private mutating func appendWeek(_ rates: [Double], _ diurnal: RateShape.Diurnal?, from start: Instant) {
    let offset = Self.timeOfDay(start)
    let levels = diurnal.map { Self.levels($0, from: 0) }
    let piece = Self.day / Double(Self.piecesPerDay)
    // Whole weeks from the start's own hour on: the rest of the first day, six days, and the beginning of the first day again.
    let weekday = start.weekday
    for day in 0...7 {
      let rate = rates[(weekday + day) % 7]
      for number in 0..<Self.piecesPerDay {
        let (begin, end) = (Double(number) * piece, Double(number + 1) * piece)
        let from = day == 0 ? max(begin, offset) : begin
        let to = day == 7 ? min(end, offset) : end
        if to <= from { continue }
        let (low, high) = (levels?[number] ?? 1, levels?[number + 1] ?? 1)
        append(to - from, rate * (low + (high - low) * (from - begin) / piece), rate * (low + (high - low) * (to - begin) / piece))
      }
    }
  }

  /// The concentration k at which exp(k) / I0(k) is a peak of at least 1, by bisection.
  static func concentration(ofPeak peak: Double) -> Double {
    var (low, high) = (0.0, 700.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if Elementary.exp(middle) / Elementary.besselI0(middle) < peak { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

extension Instant {
  /// The day of the week, from 0 for Monday.
  fileprivate var weekday: Int {
    let day: Int64 = 86_400_000_000_000
    let days = nanoseconds >= 0 ? nanoseconds / day : (nanoseconds - day + 1) / day
    // 1970-01-01 was a Thursday.
    return Int(((days + 3) % 7 + 7) % 7)
  }
}
