import Simulation
import Variates

/// The draws of an instance's start: each part by itself, all keyed by the instance.
extension StartPlan {
  /// The parts of a start but for the function's own initialisation, which is a program.
  ///
  /// - Source: docs/model.md, Cold starts: placement + fetch + runtime start + load + initialisation.
  func drawParts(_ key: UInt64, _ samplers: borrowing SamplerBank) -> InlineArray<6, Nanoseconds> {
    var parts = InlineArray<6, Nanoseconds>(repeating: 0)
    parts[Int(StartPart.placement.rawValue)] = samplers.nanoseconds(placement, Draw(key &+ Salt.placement))
    if let restore {
      parts[Int(StartPart.fetch.rawValue)] = samplers.nanoseconds(restore, Draw(key &+ Salt.restore))
      return parts
    }
    var draw = Draw(key &+ Salt.noise)
    let factor = samplers.value(noise, &draw)
    var fetchDraw = Draw(key &+ Salt.fetch)
    var fetched = samplers.value(fetch, &fetchDraw) * factor
    var uncachedDraw = Draw(key &+ Salt.uncached)
    if uncachedChance > 0, uncachedDraw.uniform() < uncachedChance { fetched += samplers.value(uncached, &uncachedDraw) }
    parts[Int(StartPart.fetch.rawValue)] = Nanoseconds(max(0, min(fetched, Double(SamplerBank.longest))))
    parts[Int(StartPart.runtimeStart.rawValue)] = samplers.nanoseconds(runtime, Draw(key &+ Salt.runtime))
    parts[Int(StartPart.load.rawValue)] = Nanoseconds(max(0, min(load * factor, Double(SamplerBank.longest))))
    return parts
  }
}

extension InstanceStart {
  /// Applies the limit of initialisation: one that takes longer is cut off there, to be done again inside the first invocation.
  ///
  /// - Source: AWS Lambda Developer Guide, Understanding the Lambda execution environment lifecycle: 10 s for functions on demand.
  mutating func applyLimit(_ limit: Nanoseconds) {
    let (runtime, load, own) = (Int(StartPart.runtimeStart.rawValue), Int(StartPart.load.rawValue), Int(StartPart.functionInit.rawValue))
    billable = parts[runtime] + parts[load] + parts[own]
    if billable <= limit { return }
    (parts[runtime], parts[load], parts[own]) = (0, 0, 0)
    parts[Int(StartPart.initTimeout.rawValue)] = limit
    billable = limit
    failedInit = true
  }
}
