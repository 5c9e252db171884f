import Simulation
import Variates

/// Generates a source's arrivals in order of time, one after another.
extension SourceState {
  /// Moves to the first arrival.
  mutating func start(_ source: Fixed<SourcePlan>, _ plan: Plan) {
    switch source.value.kind {
    case .curve:
      guard source.value.count > 0 else { return }
      moveAlongCurve(source, plan)
    case .onOff:
      var draw = Draw(source.value.key &+ Salt.gaps &+ Key.visitStep)
      isOn = draw.uniform() * (source.value.onTime + source.value.offTime) < source.value.onTime
      length = (isOn ? source.value.onTime : source.value.offTime) * gaps.exponential()
      moveAlongLevels(source, plan)
    case .times:
      moveAlongTimes(source, plan)
    case .periodic:
      next = source.value.period
      repeats = source.value.batch - 1
    case .counts, .users: return
    }
  }

  /// Moves to the next arrival.
  @inline(__always)
  mutating func advance(_ source: Fixed<SourcePlan>, _ plan: Plan) {
    if repeats > 0 {
      repeats &-= 1
      return
    }
    switch source.value.kind {
    case .curve: moveAlongCurve(source, plan)
    case .onOff: moveAlongLevels(source, plan)
    case .times:
      cursor += 1
      moveAlongTimes(source, plan)
    case .periodic:
      next += source.value.period
      repeats = source.value.batch - 1
    case .counts, .users: next = .never
    }
  }

  /// How many expected arrivals lie between two arrivals.
  @inline(__always)
  private mutating func gap(_ source: Fixed<SourcePlan>, _ plan: Plan) -> Double {
    switch source.value.process {
    case .poisson: return gaps.exponential()
    case .uniform: return 1
    case .gamma: return plan.samplers.value(source.value.sampler, &gaps)
    }
  }

  /// Goes along the curve until the area under it has grown by a gap: arrivals at rate 1 in stretched time.
  ///
  /// - Source: E. Çinlar, Introduction to Stochastic Processes, 1975, ch. 4: a process of rate 1 in the integral of the rate.
  @inline(__always)
  private mutating func moveAlongCurve(_ source: Fixed<SourcePlan>, _ plan: Plan) {
    var wanted = gap(source, plan)
    let repeatsNever = source.value.period == 0
    while true {
      let segment = plan.segments[source.value.first &+ cursor]
      let isLast = cursor &+ 1 == source.value.count
      let isEndless = isLast && repeatsNever
      if segment.from == segment.to && segment.from > 0 {
        let reached = offset + wanted / segment.from
        if isEndless || reached < segment.length {
          offset = reached
          break
        }
        wanted -= (segment.length - offset) * segment.from
      } else if let reached = segment.offset(from: offset, growing: &wanted, isEndless: isEndless) {
        offset = reached
        break
      } else if isEndless {
        next = .never
        return
      }
      enter(isLast ? 0 : cursor &+ 1, after: segment.length, source)
    }
    let time = Double(segmentStart) + offset
    next = time < Double(SamplerBank.longest) ? segmentStart &+ Nanoseconds(offset + 0.5) : .never
  }

  private mutating func enter(_ segment: UInt32, after length: Double, _ source: Fixed<SourcePlan>) {
    cursor = segment
    segmentStart += Nanoseconds(length)
    offset = 0
  }

  /// Goes along levels of exponential length: a Markov-modulated Poisson process of two states.
  ///
  /// - Source: W. Fischer, K. Meier-Hellstern, The Markov-modulated Poisson process (MMPP) cookbook, Performance Evaluation 18 (1993).
  private mutating func moveAlongLevels(_ source: Fixed<SourcePlan>, _ plan: Plan) {
    var wanted = gap(source, plan)
    while segmentStart < SamplerBank.longest {
      let rate = isOn ? source.value.onRate : source.value.offRate
      if rate > 0, offset + wanted / rate < length {
        offset += wanted / rate
        next = segmentStart + Nanoseconds(offset)
        return
      }
      wanted -= (length - offset) * rate
      segmentStart += Nanoseconds(length)
      isOn.toggle()
      length = (isOn ? source.value.onTime : source.value.offTime) * gaps.exponential()
      offset = 0
    }
    next = .never
  }

  /// Goes to the next listed time that is replayed at least once.
  private mutating func moveAlongTimes(_ source: Fixed<SourcePlan>, _ plan: Plan) {
    while cursor < source.value.count {
      let times = source.value.replays(of: 1, &gaps)
      if times > 0 {
        next = plan.times[source.value.first + cursor]
        payload = cursor
        repeats = times - 1
        return
      }
      cursor += 1
    }
    next = .never
  }
}

extension SourcePlan {
  /// How many arrivals a listed number of them becomes: the whole part of the product, and one more with the chance of the rest.
  func replays(of count: UInt32, _ draw: inout Draw) -> UInt32 {
    if replay == 1 { return count }
    let product = Double(count) * replay
    let whole = product.rounded(.down)
    return UInt32(min(whole, 4e9)) + (draw.uniform() < product - whole ? 1 : 0)
  }
}

extension RateSegment {
  /// Where the area from an offset on reaches a value, on a piece along which the rate changes.
  ///
  /// The area `a x + s x^2 / 2` of a rate `a` that grows by `s` is solved for x in the form that does not cancel.
  ///
  /// - Parameters:
  ///   - wanted: the area; what lies in the rest of the piece is taken from it where it ends before.
  /// - Returns: nil where it ends before.
  func offset(from offset: Double, growing wanted: inout Double, isEndless: Bool) -> Double? {
    if isEndless && offset >= length { return to > 0 ? offset + wanted / to : nil }
    let slope = length > 0 ? (to - from) / length : 0
    let rate = from + slope * offset
    let rest = length - offset
    let area = rest * (rate + to) / 2
    if wanted < area {
      let root = (rate * rate + 2 * slope * wanted).squareRoot()
      return offset + 2 * wanted / (rate + root)
    }
    wanted -= max(0, area)
    return isEndless && to > 0 ? length + wanted / to : nil
  }
}
