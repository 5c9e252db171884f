import Documents
import Foundation
import JSONata
import Testing

/// What AWS Step Functions did with expressions, as recorded.
///
/// The recordings are not part of the repository: the tests read the folder that FLEETSIM_REFERENCE_DATA names, and are skipped where
/// that is not set.
@Suite(.enabled(if: Recordings.folder != nil, "FLEETSIM_REFERENCE_DATA is not set"))
struct RecordingTests {
  /// The JSON files of a folder, in order.
  private static func files(_ name: String) throws -> [JSONValue] {
    let path = try #require(Recordings.folder) + "/" + name
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }.sorted()
    return try names.map { json(try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)) }
  }

  /// All expressions in a document.
  private static func expressions(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): expression(text).map { [$0] } ?? []
    case .array(let values): values.flatMap(expressions)
    case .members(let members): members.flatMap { expressions($0.value) }
    default: []
    }
  }

  /// What stands between the braces.
  private static func expression(_ text: String) -> String? {
    text.hasPrefix("{%") && text.hasSuffix("%}") ? String(text.dropFirst(2).dropLast(2)) : nil
  }

  @Test func `every expression of the recorded machines can be read`() throws {
    let all = try RecordingTests.files("conformance").flatMap { file in
      (file.elements ?? []).flatMap { RecordingTests.expressions($0["definition"] ?? .null) }
    }
    #expect(Set(all).count >= 20)
    for expression in all {
      #expect(throws: Never.self, "\(expression)") { try Program(expression, dialect: .statesLanguage) }
    }
  }

  @Test func `every Pass state with an output gives what was recorded`() throws {
    var compared = 0
    for case let recording in try RecordingTests.files("conformance").flatMap({ $0.elements ?? [] }) {
      guard let states = recording["definition"]?["States"] else { continue }
      for events in (recording["cases"]?.elements ?? []).compactMap({ $0["events"]?.elements }) {
        compared += try RecordingTests.compare(events, states, machine: recording["definition"]?["QueryLanguage"])
      }
    }
    #expect(compared >= 24)
  }

  /// Compares the outputs of the states that one execution went through one after the other; how many there were.
  private static func compare(_ events: [JSONValue], _ states: JSONValue, machine: JSONValue?) throws -> Int {
    var compared = 0
    var input: (name: String, value: JSONValue)?
    var variables: [(name: String, value: JSONValue)] = []
    for event in events {
      if let entered = event["stateEnteredEventDetails"], case .string(let name)? = entered["name"] {
        input = (name, value(entered["input"]))
      }
      guard let left = event["stateExitedEventDetails"], case .string(let name)? = left["name"], let entered = input, entered.name == name,
        let state = states[name], state["Type"] == .string("Pass")
      else { continue }
      guard (state["QueryLanguage"] ?? machine) == .string("JSONata") else {
        variables += assigned(state["Assign"], entered.value)
        continue
      }
      let states = JSONValue.object([("input", entered.value)])
      let bindings = variables + [("states", states)]
      if let template = state["Output"] {
        #expect(filled(known(template), bindings) == known(value(left["output"]), as: template), "\(name)")
        compared += 1
      }
      if case .members(let assigned)? = state["Assign"] {
        variables = assigned.map { ($0.key, filled($0.value, bindings)) } + variables
      }
    }
    return compared
  }

  /// What a state in the older language assigns: constants, and fields of its input.
  private static func assigned(_ assign: JSONValue?, _ input: JSONValue) -> [(name: String, value: JSONValue)] {
    guard case .members(let members)? = assign else { return [] }
    return members.map { member in
      guard member.key.hasSuffix(".$"), case .string(let path) = member.value else { return (member.key, member.value) }
      return (String(member.key.dropLast(2)), input[String(path.dropFirst(2))] ?? .null)
    }
  }

  /// Without the members that show the execution's context, which is not recorded by itself.
  private static func known(_ value: JSONValue, as template: JSONValue? = nil) -> JSONValue {
    guard case .members(let members) = value else { return value }
    return .members(members.filter { (template ?? value)[$0.key] != .string("{% $states.context %}") })
  }

  /// Documents are recorded as they are, or as texts of JSON.
  private static func value(_ recorded: JSONValue?) -> JSONValue {
    guard case .string(let text)? = recorded else { return recorded ?? .null }
    return json(text)
  }

  /// A template with its expressions evaluated.
  private static func filled(_ template: JSONValue, _ bindings: [(name: String, value: JSONValue)]) -> JSONValue {
    switch template {
    case .string(let text):
      guard let expression = expression(text) else { return template }
      let result = evaluated(expression, nil, bindings, dialect: .statesLanguage)
      return json(result)
    case .array(let values): return .array(values.map { filled($0, bindings) })
    case .members(let members): return .members(members.map { JSONValue.Member($0.key, filled($0.value, bindings)) })
    default: return template
    }
  }
}

/// Where the recordings are.
private enum Recordings {
  static var folder: String? { ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"].map { "\($0)/asl" } }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }
}
