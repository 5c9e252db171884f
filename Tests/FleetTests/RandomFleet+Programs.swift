import Simulation
import Variates

@testable import Fleet

extension RandomFleet {
  /// Where a program that is being made stands.
  struct Place {
    /// How many loops are open, and how many bodies lie around.
    var loops: UInt8 = 0
    var nesting = 0
    /// Whether it may branch: not in an initialisation.
    var mayFork = true
  }

  /// A program of all operations, its failures handled or not.
  mutating func addProgram(mayFork: Bool) -> UInt32 {
    let first = UInt32(blueprint.operations.count)
    if draw.chance(0.95) { addBody(Place(mayFork: mayFork)) }
    blueprint.operations.append(Operation(.end))
    return first
  }

  /// A program for each item, one after another or beside one another.
  mutating func addItemsProgram() -> UInt32 {
    let first = next
    addBody(Place(nesting: 2, mayFork: true))
    let atOnce = draw.one(of: [0, 0, 1, 3] as [UInt32])
    let begin = add(.itemsBegin) { $0.detail = atOnce }
    let body = next
    addBody(Place(mayFork: true))
    add(.itemsEnd) { $0.target = body }
    blueprint.operations[begin].target = next
    blueprint.operations.append(Operation(.end))
    return first
  }

  private var next: UInt32 { UInt32(blueprint.operations.count) }

  @discardableResult
  private mutating func add(_ kind: Operation.Kind, _ change: (inout Operation) -> Void = { _ in }) -> Int {
    var operation = Operation(kind)
    operation.salt = key()
    change(&operation)
    blueprint.operations.append(operation)
    return blueprint.operations.count - 1
  }

  private mutating func addBody(_ place: Place) {
    // A failure in the body goes on behind it, or is not handled.
    var failures: [Int] = []
    for _ in 0..<draw.number(in: place.nesting == 0 ? 1...4 : 0...2) {
      switch place.nesting < 3 ? draw.below(13) : draw.below(4) {
      case 0, 1: addTimed(.compute)
      case 2: addTimed(draw.chance(0.5) ? .wait : .computeRecorded)
      case 3:
        let failure = addFailure()
        if draw.chance(0.5) { failures.append(failure) }
      case 4, 5: addChoice(place)
      case 6, 7: addLoop(place)
      case 8: addOnce(place)
      case 9, 10:
        guard place.mayFork else { continue }
        let hop = addHopOperation()
        if draw.chance(0.5) { failures.append(hop) }
      default: if place.mayFork { failures += addFork(place) } else { addTimed(.compute) }
      }
    }
    for failure in failures {
      if blueprint.operations[failure].kind == .fork {
        blueprint.operations[failure].bytes = Int64(next)
      } else {
        blueprint.operations[failure].target = next
      }
      blueprint.operations[failure].depth = place.loops
    }
  }

  private mutating func addTimed(_ kind: Operation.Kind) {
    let sampler = sampler(draw.one(of: [30, 150]))
    let detail = kind == .compute && !blueprint.conversions.isEmpty && draw.chance(0.3) ? UInt32(1) : 0
    add(kind) { ($0.sampler, $0.detail) = (sampler, detail) }
  }

  private mutating func addFailure() -> Int {
    let (share, isSticky) = (draw.one(of: [0, 0.2, 0.5, 1]), draw.chance(0.3))
    return add(.fail) { ($0.share, $0.isSticky) = (share, isSticky) }
  }

  private mutating func addHopOperation() -> Int {
    let hop = addHop()
    return add(.hop) { $0.detail = hop }
  }

  private mutating func addChoice(_ place: Place) {
    let (share, kind, bytes) = (draw.uniform(), UInt32(draw.below(3)), draw.number(in: 0...4000))
    let choice = add(draw.one(of: [.chance, .chance, .kind, .size])) { ($0.share, $0.detail, $0.bytes) = (share, kind, bytes) }
    addBody(nested(place))
    if draw.chance(0.5) {
      let jump = add(.jump)
      blueprint.operations[choice].target = next
      addBody(nested(place))
      blueprint.operations[jump].target = next
    } else {
      blueprint.operations[choice].target = next
    }
  }

  private mutating func addLoop(_ place: Place) {
    guard Int(place.loops) < Operation.mostLoops else { return }
    let times = count()
    let begin = add(.repeatBegin) { ($0.sampler, $0.detail) = (times, UInt32(place.loops)) }
    let first = next
    var inside = nested(place)
    inside.loops += 1
    addBody(inside)
    add(.repeatEnd) { $0.target = first }
    blueprint.operations[begin].target = next
  }

  private mutating func addOnce(_ place: Place) {
    let slot = UInt32(draw.below(2))
    let kept = draw.chance(0.5) ? Int64.max : time(1000)
    let begin = add(.onceBegin) { $0.detail = slot }
    addBody(nested(place))
    add(.onceEnd) { ($0.detail, $0.bytes) = (slot, kept) }
    blueprint.operations[begin].target = next
  }

  /// - Returns: the fork, where its failure is to be handled behind the body that it stands in.
  private mutating func addFork(_ place: Place) -> [Int] {
    let (times, atOnce) = (count(), UInt32(draw.number(in: 1...3)))
    let fork = add(.fork) { ($0.sampler, $0.detail, $0.bytes) = (times, atOnce, Int64(Operation.nowhere)) }
    addBody(nested(place))
    add(.branchEnd)
    blueprint.operations[fork].target = next
    return draw.chance(0.5) ? [fork] : []
  }

  private func nested(_ place: Place) -> Place {
    var inside = place
    inside.nesting += 1
    return inside
  }

  /// A number of times from 0 to 3, always the same or drawn.
  private mutating func count() -> Sampler {
    if isGridded || draw.chance(0.5) { return Sampler(constant: Double(draw.number(in: 0...3))) }
    return blueprint.samplers.add(.uniform(low: 0, high: 4))
  }
}
