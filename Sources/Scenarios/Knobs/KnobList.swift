internal import Documents

/// The knobs of a scenario: what a planner can turn, around what the scenario has.
public struct KnobList: Equatable, Sendable {
  /// A number of the scenario that is not turned by itself.
  public struct LeftOut: Equatable, Sendable {
    /// Its path.
    public var path: String
    /// Why not.
    public var reason: String

    /// A number that is not turned.
    public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }
  }

  /// The knobs, by section and in the order of the file.
  public internal(set) var knobs: [Knob] = []
  /// The other numbers of the same sections, steps apart.
  public internal(set) var leftOut: [LeftOut] = []

  /// The keys whose numbers are knobs, by section.
  private static let keys: [(section: String, keys: Set<String>)] = [
    ("account", ["concurrency"]),
    ("doors", ["timeout", "rate"]),
    (
      "functions",
      [
        "memory", "timeout", "reservedConcurrency", "provisionedConcurrency", "keepAlive", "batchSize", "maximumConcurrency",
        "parallelizationFactor", "size",
      ]
    ),
    ("queues", ["visibilityTimeout", "maxReceiveCount", "delay"]), ("streams", ["shards"]), ("services", ["latency", "rate"]),
    ("traffic", ["rate", "users"]),
  ]

  /// Lists of steps are programs, not settings.
  private static let programs: Set<String> = ["steps", "perItem", "init"]

  /// - Parameters:
  ///   - tree: the scenario's.
  ///   - range: how far a knob is turned to either side, as a share of what the scenario has, above 0, below 1.
  init(_ tree: LocatedNode, range: Double) {
    for (section, keys) in Self.keys {
      if let node = tree[section] { add(node, section, section, keys, range) }
    }
  }

  private mutating func add(_ node: LocatedNode, _ path: String, _ key: String, _ keys: Set<String>, _ range: Double) {
    if let entries = node.entries {
      if keys.contains(key), key != "rate" {
        leftOut.append(LeftOut(path: path, reason: "is no plain number; name a number in it with --vary"))
        return
      }
      for entry in entries where !Self.programs.contains(entry.key) { add(entry.value, "\(path).\(entry.key)", entry.key, keys, range) }
    } else if let text = node.text, let (number, suffix) = Knob.parts(text) {
      let isPath = path.split(separator: ".").allSatisfy { !$0.contains("[") }
      guard keys.contains(key), isPath else { return leftOut.append(LeftOut(path: path, reason: "is not among what is turned by itself")) }
      guard number > 0 else { return leftOut.append(LeftOut(path: path, reason: "is 0, of which a share is nothing")) }
      let isWhole = suffix.isEmpty || key == "memory"
      let ends = [1 - range, 1 + range].map { isWhole ? (number * $0).rounded() : number * $0 }
      // A small count is turned by one at least.
      let low = isWhole ? max(1, min(ends[0], number - 1)) : ends[0]
      let high = isWhole ? max(ends[1], number + 1) : ends[1]
      knobs.append(Knob(path: path, base: text, low: Knob.text(low, suffix), high: Knob.text(high, suffix)))
    }
  }
}

extension ScenarioResult {
  /// What a planner can turn in the scenario.
  ///
  /// - Parameter range: how far a knob is turned to either side, as a share of what the scenario has, above 0, below 1.
  public func knobs(range: Double) -> KnobList { KnobList(tree ?? LocatedNode(.mapping([]), at: Self.nowhere), range: range) }

  /// The plain value at a path; nil where there is none.
  public func text(at path: String) -> String? {
    guard let parts = OverrideText(path: path, at: Self.nowhere, value: LocatedNode(.mapping([]), at: Self.nowhere))?.parts else {
      return nil
    }
    var node = tree
    for part in parts {
      switch part.kind {
      case .key(let key): node = node?[key]
      case .index(let index): node = node?.elements.flatMap { index < $0.count ? $0[index] : nil }
      case .all: return nil
      }
    }
    return node?.text
  }

  private static var nowhere: Place { Place(source: SourceText(name: "", text: ""), line: 1, column: 1) }
}
