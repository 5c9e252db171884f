internal import Documents

/// Turns a shape as written and a mean rate into absolute rates, and says where they contradict each other.
struct ShapeResolver {
  /// The mean rate, requests per second, if given.
  let rate: Double?
  /// The run's length, nanoseconds.
  let duration: Int64
  private(set) var findings: [Finding] = []

  init(rate: Double?, duration: Int64) {
    self.rate = rate
    self.duration = duration
  }

  mutating func resolve(_ shape: ShapeText) -> RateShape {
    switch shape {
    case .constant: return .constant(rate: mean("constant"))
    case .ramp(let from, let to, let over): return ramp(from, to, over)
    case .steps(let levels, let every): return steps(levels, every)
    case .spike(let at, let length, let peak, let every): return spike(at: at, length: length, peak: peak, every: every ?? duration)
    case .diurnal(let diurnal): return .diurnal(rate: mean("diurnal"), peak: diurnal.peak, at: diurnal.at)
    case .weekly(let factors, let diurnal):
      let sum = factors.reduce(0, +)
      let rate = mean("weekly")
      if sum <= 0 { findings.append(.noTraffic("every day has 0x")) }
      return .weekly(rates: factors.map { sum > 0 ? rate * $0 * 7 / sum : 0 }, diurnal: diurnal)
    case .onOff(let on, let off, let peak): return onOff(on: on, off: off, peak: peak)
    }
  }

  /// Notes that the rate is higher somewhere than can be simulated.
  mutating func tooFast(_ highest: Double) {
    findings.append(.outOfRange("the highest rate", .rate, .from(0, to: highest)))
  }

  /// The mean rate, which the shape needs.
  private mutating func mean(_ shape: String) -> Double {
    guard let rate else {
      findings.append(.combination("the shape '\(shape)' needs a mean rate", mend: "give 'rate'"))
      return 1
    }
    if rate == 0 { findings.append(.noTraffic("the rate is 0")) }
    return rate
  }

  /// Levels as rates: all absolute without a mean, or all relative with one, scaled so that their weighted mean is it.
  private mutating func rates(_ levels: [ShapeText.Level], weights: [Double]) -> [Double] {
    var values: [Double] = []
    var relative = 0
    for level in levels {
      switch level {
      case .absolute(let value): values.append(value)
      case .relative(let value):
        values.append(value)
        relative += 1
      }
    }
    if relative > 0, relative < levels.count {
      findings.append(.shape("rates and multiples are mixed", mend: "give all levels in one way"))
      return values
    }
    if values.allSatisfy({ $0 == 0 }) { findings.append(.noTraffic("every level is 0")) }
    guard relative > 0 else {
      if rate != nil {
        findings.append(
          .combination("levels as rates leave no mean rate to choose", mend: "take 'rate' out, or write levels as multiples such as 2x"))
      }
      return values
    }
    let target = mean("relative")
    let average = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    return average > 0 ? values.map { $0 * target / average } : values
  }

  private mutating func ramp(_ from: ShapeText.Level, _ to: ShapeText.Level, _ over: Int64) -> RateShape {
    let rates = rates([from, to], weights: [1, 1])
    return .ramp(from: rates[0], to: rates[1], over: over)
  }

  private mutating func steps(_ levels: [ShapeText.StepLevel], _ every: Int64?) -> RateShape {
    guard !levels.isEmpty else {
      findings.append(.shape("there are no levels", mend: "give at least one, as { at: 0 s, level: 10/s }"))
      return .constant(rate: 1)
    }
    let period = every ?? duration
    let starts = levels.map(\.at)
    if starts[0] != 0 { findings.append(.shape("the first level does not begin at 0 s", mend: "say what holds from the start")) }
    if !zip(starts, starts.dropFirst()).allSatisfy(<) {
      findings.append(.shape("the levels are not in the order of time", mend: "sort them by 'at'"))
    }
    if let every, let last = starts.last, last >= every {
      findings.append(.shape("a level begins after the period's end", mend: "make 'every' longer"))
    }
    let ends = starts.dropFirst() + [max(period, starts[starts.count - 1])]
    let weights = zip(starts, ends).map { Double(max(0, min($1, period) - min($0, period))) }
    let rates = rates(levels.map(\.level), weights: weights)
    return .steps(zip(starts, rates).map { RateShape.Level(at: $0, rate: $1) }, every: every)
  }

  private mutating func spike(at: Int64, length: Int64, peak: Double, every: Int64) -> RateShape {
    let rate = mean("spike")
    let share = Double(length) / Double(every)
    if length > every || at > every - length {
      findings.append(
        .shape("the spike does not end within its period of \(Unit.duration.text(Double(every)))", mend: "move or shorten it"))
    } else if share >= 1 || peak * share > 1 {
      findings.append(
        .shape(
          "the spike alone makes more requests than the mean rate allows",
          mend: "at this length the peak is at most \(Unit.factor.text((1000 / share).rounded(.down) / 1000))"))
    }
    let base = share < 1 ? max(0, rate * (1 - peak * share) / (1 - share)) : 0
    return .spike(base: base, peak: rate * peak, at: at, length: length, every: every)
  }

  private mutating func onOff(on: Int64, off: Int64, peak: Double) -> RateShape {
    let rate = mean("onOff")
    let share = Double(on) / (Double(on) + Double(off))
    if peak * share > 1 + 1e-9 {
      findings.append(
        .shape(
          "the bursts alone make more requests than the mean rate allows",
          mend: "with these lengths the peak is at most \(Unit.factor.text((1000 / share).rounded(.down) / 1000))"))
    }
    return .onOff(onRate: rate * peak, offRate: max(0, rate * (1 - peak * share) / (1 - share)), on: on, off: off)
  }
}
