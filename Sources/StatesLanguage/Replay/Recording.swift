public import Documents

/// A state machine, and executions of it that were recorded on AWS with their whole histories.
public struct Recording: Sendable {
  /// Its name.
  public let id: String
  /// The definition.
  public let definition: LocatedNode
  /// The executions.
  public let cases: [Case]

  /// One execution.
  public struct Case: Sendable {
    /// Its input.
    let input: JSONValue
    /// Its history.
    let events: [Event]
  }

  /// An event as it was recorded.
  struct Event: Sendable {
    /// Its number; nil where the recording does not fix the order.
    let id: Int?
    let previous: Int
    let type: String
    let details: [JSONValue.Member]
  }

  /// The recordings in a file: a list of objects with `id`, `definition` and `cases`.
  ///
  /// - Returns: the recordings, and what is wrong with the file; no recordings if something is.
  /// - Complexity: O(n) in the length of the file.
  public static func read(_ source: SourceText) -> (recordings: [Recording], diagnostics: [Diagnostic]) {
    let (root, faults) = JSONReader.read(source)
    guard let root, !faults.hasErrors else { return ([], faults) }
    guard let elements = root.elements, !elements.isEmpty else {
      return ([], [Diagnostic(.recording("a list of recordings"), at: root.place)])
    }
    var recordings: [Recording] = []
    var diagnostics: [Diagnostic] = []
    for (index, element) in elements.enumerated() {
      if let recording = Recording(element) {
        recordings.append(recording)
      } else {
        let finding = Finding.recording("a recording with 'id', 'definition' and 'cases', each with 'input' and 'events',")
        diagnostics.append(Diagnostic(finding, at: element.place, path: "[\(index)]"))
      }
    }
    return diagnostics.isEmpty ? (recordings, []) : ([], diagnostics)
  }

  /// Whether a finding of ``read(_:)`` says that a file holds no list of recordings at all.
  public static func isOfOtherFile(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.finding.rule == .machineRecording && diagnostic.path.isEmpty
  }

  private init?(_ node: LocatedNode) {
    guard let id = node["id"]?.text, let definition = node["definition"], let elements = node["cases"]?.elements else { return nil }
    self.id = id
    self.definition = definition
    cases = elements.compactMap { Case($0) }
    if cases.count < elements.count { return nil }
  }
}

extension Recording.Case {
  fileprivate init?(_ node: LocatedNode) {
    guard let input = node["input"], let events = node["events"]?.elements else { return nil }
    self.input = Recording.document(JSONValue(input))
    self.events = events.compactMap { Recording.Event(JSONValue($0)) }
  }
}

extension Recording.Event {
  fileprivate init?(_ value: JSONValue) {
    guard case .members(let members) = value, case .string(let type)? = value["type"] else { return nil }
    self.type = type
    if case .integer(let id)? = value["id"] { self.id = Int(id) } else { id = nil }
    if case .integer(let previous)? = value["previousEventId"] { self.previous = Int(previous) } else { previous = 0 }
    let details = members.first { $0.key.hasSuffix("EventDetails") }?.value
    if case .members(let members)? = details { self.details = members } else { self.details = [] }
  }

  /// A detail by its key.
  func detail(_ key: String) -> JSONValue? { details.first { $0.key == key }?.value }
}

extension Recording {
  /// Documents were recorded as texts; the recordings hold objects as they are and other documents as their texts.
  static func document(_ value: JSONValue) -> JSONValue {
    guard case .string(let text) = value else { return value }
    return JSONValue(json: text) ?? value
  }

  /// The text of what was recorded as a text or as the object in it.
  static func text(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return DocumentText.of(value)
  }
}
