public import Documents

/// Reads a definition into the tables of a machine, and notes everything that is wrong with it.
struct MachineReader: ~Copyable {
  var draft = MachineDraft()
  var diagnostics: [Diagnostic] = []
  /// Where each name of a state stands.
  var names: [String: Place] = [:]
  /// The states of each scope by their names.
  var members: [[String: Int]] = []
  /// The variables that each scope assigns, by number, and where first.
  var assigned: [[Int: Place]] = []
  /// Uses of variables: scope, number, where.
  var uses: [(scope: Int, number: Int, place: Place, path: String)] = []
  /// Transitions: from, to.
  var edges: [(from: Int, to: Int)] = []
  /// The scope whose states are being read.
  var scope = 0
  /// The path of the state that is being read.
  var statePath = ""

  mutating func note(_ finding: Finding, at node: LocatedNode, _ path: String) {
    diagnostics.append(Diagnostic(finding, at: node.place, length: node.length, path: path))
  }

  mutating func note(_ finding: Finding, at entry: LocatedNode.Entry, _ path: String) {
    diagnostics.append(Diagnostic(finding, at: entry.place, length: entry.key.unicodeScalars.count, path: path))
  }

  /// The whole definition.
  mutating func machine(_ root: LocatedNode) {
    guard root.entries != nil else { return note(.machineKind("a state machine, which is an object,"), at: root, "") }
    checkFields(root, StateFields.machine, "a state machine", "")
    draft.language = language(root, "", inherited: .jsonPath)
    if let seconds = root["TimeoutSeconds"] {
      draft.timeout = integer(seconds, 1...99_999_999, "TimeoutSeconds")
    }
    _ = scope(root, parent: nil, path: "", what: "a state machine")
    checkReachability()
    checkVariables()
  }

  /// A `States` object with its start; returns its number.
  mutating func scope(_ node: LocatedNode, parent: Int?, path: String, what: String) -> Int {
    let number = draft.scopes.count
    draft.scopes.append(Scope(start: 0, parent: parent))
    members.append([:])
    assigned.append([:])
    guard let states = node["States"] else {
      note(.machineMissing("States", in: what), at: node, path)
      return number
    }
    let statesPath = join(path, "States")
    guard let entries = states.entries, !entries.isEmpty else {
      note(.machineKind("an object with at least one state"), at: states, statesPath)
      return number
    }
    let first = draft.states.count
    for entry in entries { declare(entry, in: number, join(statesPath, entry.key)) }
    readStart(node, number, path, what)
    let outer = (scope, statePath)
    for (index, entry) in entries.enumerated() {
      (scope, statePath) = (number, join(statesPath, entry.key))
      let state = state(entry, number: first + index, statePath)
      draft.states[first + index] = state
    }
    (scope, statePath) = outer
    return number
  }

  private mutating func declare(_ entry: LocatedNode.Entry, in scope: Int, _ path: String) {
    let name = entry.key
    if name.isEmpty || name.unicodeScalars.count > 80 { note(.machineNameLength, at: entry, path) }
    if let first = names[name] { note(.machineNameTwice(name, first: first), at: entry, path) } else { names[name] = entry.place }
    members[scope][name] = draft.states.count
    draft.states.append(nil)
  }

  private mutating func readStart(_ node: LocatedNode, _ scope: Int, _ path: String, _ what: String) {
    guard let start = node["StartAt"] else { return note(.machineMissing("StartAt", in: what), at: node, path) }
    draft.scopes[scope].start = target(start, in: scope, join(path, "StartAt")) ?? draft.states.count - 1
  }

  /// The state that a text names; nil, with a finding, if there is none in the scope.
  mutating func target(_ node: LocatedNode, in scope: Int, _ path: String) -> Int? {
    guard let name = text(node, path) else { return nil }
    if let number = members[scope][name] { return number }
    note(.machineTarget(name, known: members[scope].keys.sorted()), at: node, path)
    return nil
  }

  /// `a.b`, or `b` at the top.
  func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The path of an element.
  func join(_ path: String, _ index: Int) -> String { "\(path)[\(index)]" }
}

extension StateMachine {
  /// The machine of a definition, and everything that is wrong with it; no machine if there are mistakes.
  ///
  /// - Complexity: O(n) in the length of the definition.
  public static func read(_ root: LocatedNode) -> (machine: StateMachine?, diagnostics: [Diagnostic]) {
    var reader = MachineReader()
    reader.machine(root)
    let found = reader.diagnostics.inOrder()
    if found.hasErrors { return (nil, found) }
    return (StateMachine(tables: Tables(reader.draft)), found)
  }

  /// The machine of a definition in JSON.
  ///
  /// - Complexity: O(n) in the length of the definition.
  public static func read(json source: SourceText) -> (machine: StateMachine?, diagnostics: [Diagnostic]) {
    let (root, faults) = JSONReader.read(source)
    guard let root else { return (nil, faults) }
    let (machine, diagnostics) = read(root)
    let all = (faults + diagnostics).inOrder()
    return (all.hasErrors ? nil : machine, all)
  }

  /// The machine of a definition in YAML.
  ///
  /// - Complexity: O(n) in the length of the definition.
  public static func read(yaml source: SourceText) -> (machine: StateMachine?, diagnostics: [Diagnostic]) {
    let document = Document(source)
    guard let root = document.root else { return (nil, document.diagnostics) }
    let (machine, diagnostics) = read(root)
    let all = (document.diagnostics + diagnostics).inOrder()
    return (all.hasErrors ? nil : machine, all)
  }
}
