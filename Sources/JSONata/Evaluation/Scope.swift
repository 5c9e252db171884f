/// Variables that one block, function or path binds, while programs are resolved.
final class Scope {
  let parent: Scope?
  private(set) var names: [String]

  init(_ parent: Scope?, _ names: [String] = []) {
    self.parent = parent
    self.names = names
  }

  /// The slot of a name, which is new unless there is one.
  func declare(_ name: String) -> Int {
    if let slot = names.firstIndex(of: name) { return slot }
    names.append(name)
    return names.count - 1
  }

  /// Where a name may be bound, the innermost first.
  func places(of name: String) -> [Place] {
    var result: [Place] = []
    var scope: Scope? = self
    var hops = 0
    while let current = scope {
      // The last of equal names counts: parameters may repeat.
      if let slot = current.names.lastIndex(of: name) { result.append(Place(hops: hops, slot: slot)) }
      scope = current.parent
      hops += 1
    }
    return result
  }

  /// The names of this scope and those around it.
  var chain: [[String]] { [names] + (parent?.chain ?? []) }

  /// Scopes with these names, the innermost first.
  static func rebuilt(_ chain: [[String]]) -> Scope? {
    chain.reversed().reduce(nil) { Scope($0, $1) }
  }
}

/// Where a variable's value is: so many frames out, in this slot.
struct Place: Sendable {
  let hops: Int
  let slot: Int
}

/// Values of the variables of a scope while a program runs.
final class Frame {
  let parent: Frame?
  /// Nil for what is not bound yet, so that the name still means what it means further out.
  var slots: [Value?]
  /// Whether a function holds it: the evaluation lets go of it in the end, since functions and frames may hold each other.
  var isHeld = false

  init(_ parent: Frame?, slots: [Value?]) {
    self.parent = parent
    self.slots = slots
  }

  convenience init(_ parent: Frame?, count: Int) { self.init(parent, slots: Array(repeating: nil, count: count)) }

  /// The frame so many steps out.
  func outer(_ hops: Int) -> Frame {
    var frame = self
    for _ in 0..<hops {
      guard let parent = frame.parent else { preconditionFailure("no frame \(hops) steps out") }
      frame = parent
    }
    return frame
  }

  /// The value of a place, if it is bound.
  func value(at place: Place) -> Value? {
    let frame = outer(place.hops)
    return place.slot < frame.slots.count ? frame.slots[place.slot] : nil
  }
}
