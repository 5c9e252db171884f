internal import Fleet
internal import Simulation
internal import Variates

/// Steps around steps: `repeat`, what it hands on to another invocation, and `once`.
extension ProgramCompiler {
  mutating func compile(_ repetition: Repetition, handler: UnsafeMutablePointer<Handler>?) {
    var begin = Operation(repetition.parallel == nil ? .repeatBegin : .fork)
    begin.salt = salt("repeat")
    begin.sampler = compiler.blueprint.samplers.add(repetition.times)
    if let parallel = repetition.parallel {
      forks = true
      begin.detail = UInt32(parallel)
      begin.bytes = Int64(Operation.nowhere)
      let place = append(begin)
      handler?.pointee.pending.append(place)
      let outside = depth
      // A branch has loops of its own, and a failure inside it ends it: the fork hands it on.
      compileAll(repetition.steps, handler: nil)
      depth = outside
      append(Operation(.branchEnd))
      aim(place)
      return
    }
    begin.detail = repetition.continuation == nil ? 0 : 1
    let place = append(begin)
    depth += 1
    compileAll(repetition.steps, handler: handler)
    depth -= 1
    var end = Operation(.repeatEnd)
    end.target = UInt32(place + 1)
    append(end)
    aim(place)
  }

  /// Tests whether there is time for a further pass; where there is not, hands on what is left and goes to the end.
  mutating func compile(_ next: ContinueAs, handler: UnsafeMutablePointer<Handler>?) {
    continues = true
    var test = Operation(.remaining)
    test.bytes = next.reserve
    let place = append(test)
    for hop in next.hops {
      compile(hop, salt: salt("continue \(hop.verb.rawValue) \(hop.to)"), handler: handler)
      compiler.blueprint.hops[compiler.blueprint.hops.count - 1].continues = hop.verb == .store ? .saves : .handsOn
    }
    ends.append(append(Operation(.jump)))
    aim(place)
  }

  mutating func compile(_ once: Once, handler: UnsafeMutablePointer<Handler>?) {
    var begin = Operation(.onceBegin)
    begin.detail = UInt32(onceSlots)
    var end = Operation(.onceEnd)
    end.detail = UInt32(onceSlots)
    end.bytes = once.lifetime ?? .max
    onceSlots += 1
    let place = append(begin)
    compileAll(once.steps, handler: handler)
    append(end)
    aim(place)
  }
}
