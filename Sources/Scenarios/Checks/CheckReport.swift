internal import Documents

/// Where checks across sections note what they find: by path, at the value or, where it is not given, at the nearest section around it.
struct CheckReport {
  /// The whole tree.
  let root: LocatedNode
  let reading: Reading
  /// The paths of values that could not be read: placeholders stand for them, of which nothing is to be said.
  private let faulty: Set<String>

  init(root: LocatedNode, reading: Reading) {
    self.root = root
    self.reading = reading
    faulty = reading.faultyPaths
  }

  /// Whether a value could not be read.
  func isFaulty(_ path: String) -> Bool { faulty.contains(path) }

  /// A part of a path.
  enum Key: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    case key(String)
    case index(Int)

    init(stringLiteral value: String) {
      self = .key(value)
    }
  }

  /// Notes a finding at the value of a path.
  ///
  /// - Complexity: O(n) in the keys of the sections on the way.
  func note(_ finding: Finding, at keys: [Key]) {
    var node = root
    var path = Path.root
    var isThere = true
    for key in keys {
      if !faulty.isEmpty, faulty.contains(path.text) { return }
      let next: LocatedNode?
      switch key {
      case .key(let key):
        path = .key(path, key)
        next = node[key]
      case .index(let index):
        path = .index(path, index)
        next = node.elements.flatMap { index < $0.count ? $0[index] : nil }
      }
      guard isThere, let next else {
        isThere = false
        continue
      }
      node = next
    }
    if !faulty.contains(path.text) { reading.note(finding, at: node, path) }
  }
}

extension CheckReport {
  /// The value at a path; nil if it is not given.
  func node(at keys: [Key]) -> LocatedNode? {
    keys.reduce(Optional(root)) { node, key in
      switch key {
      case .key(let key): node?[key]
      case .index(let index): node?.elements.flatMap { index < $0.count ? $0[index] : nil }
      }
    }
  }

  /// Notes a finding at the last key of a path, if it is given.
  func note(_ finding: Finding, atKey keys: [Key]) {
    guard case .key(let key) = keys.last, let entry = node(at: keys.dropLast())?.entry(key) else { return }
    let path = keys.reduce(Path.root) { path, key in
      switch key {
      case .key(let key): .key(path, key)
      case .index(let index): .index(path, index)
      }
    }
    reading.note(finding, at: entry.place, length: key.unicodeScalars.count, path)
  }
}

/// The checks across sections, each in a file of its own.
enum ScenarioChecks {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    NameCheck.run(report)
    AvailabilityCheck.run(scenario, report)
    ReferenceCheck.run(scenario, report)
    ElementReferenceCheck.run(scenario, report)
    for function in scenario.functions {
      RepeatDepthCheck.run(function, report)
    }
    for function in scenario.functions where function.container == nil {
      PlatformLimitCheck.run(function, scenario.platform, report)
      SnapStartCheck.run(function, scenario.platform, report)
      InitCheck.run(function, report)
      QueueMappingCheck.run(function, scenario, report)
    }
    ConcurrencyCheck.run(scenario, report)
    ItemCheck.run(scenario, report)
    TrafficCheck.run(scenario, report)
    FIFOCheck.run(scenario, report)
    DeadLetterCheck.run(scenario, report)
    StreamCheck.run(scenario, report)
    UseCheck.run(scenario, report)
    WorkflowCheck.run(scenario, report)
    runHops(scenario, report)
  }

  /// Those that look at hops between functions, and at faults.
  private static func runHops(_ scenario: Scenario, _ report: CheckReport) {
    let connections = Connections(scenario, report)
    HopCheck.run(connections, report)
    ContinueCheck.run(connections, report)
    TimeoutCheck.run(connections, report)
    PayloadCheck.run(connections, report)
    CircleCheck.run(connections, report)
    FaultCheck.run(scenario, report)
  }
}
