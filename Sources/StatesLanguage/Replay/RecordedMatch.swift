internal import Documents

/// Whether what the interpreter tells agrees with what was recorded.
///
/// What differs from run to run was replaced in the recordings: by words in angle brackets, and by a few others.
enum RecordedMatch {
  private static let scrubbed: Set<String> = [
    "date", "timestamp", "start-time", "entered-time", "RandomNumberGenerated", "generated-uuid", "map_run_arn", "X-Amzn-Trace-Id",
  ]
  /// Details that the interpreter does not tell, or the recordings only sometimes.
  private static let ignored: Set<String> = [
    "mapRunArn", "assignedVariablesDetails", "inputDetails", "outputDetails", "location",
  ]

  /// A recorded input in which dates that were replaced are dates again, so that they can be waited for.
  static func restored(_ value: JSONValue, at time: Int64) -> JSONValue {
    switch value {
    case .string("date"), .string("timestamp"): .string(Timestamp.text(time))
    case .array(let values): .array(values.map { restored($0, at: time) })
    case .members(let members): .members(members.map { JSONValue.Member($0.key, restored($0.value, at: time)) })
    default: value
    }
  }

  /// What differs first between an event's details and the recorded ones; nil if nothing does.
  static func difference(_ details: JSONValue, _ recorded: [JSONValue.Member]) -> String? {
    guard case .members(let members) = details else { return "no details" }
    for member in recorded where !ignored.contains(member.key) {
      guard let own = details[member.key] else { return "'\(member.key)' is missing" }
      if !agree(own, member.value) {
        return "'\(member.key)' is \(DocumentText.of(own)), recorded was \(DocumentText.of(member.value))"
      }
    }
    for member in members where !recorded.contains(where: { $0.key == member.key }) {
      return "'\(member.key)' was not recorded"
    }
    return nil
  }

  /// Whether a value agrees with a recorded one, texts being looked into where they are documents.
  static func agree(_ own: JSONValue, _ recorded: JSONValue) -> Bool {
    switch (own, recorded) {
    case (_, .string(let pattern)) where scrubbed.contains(pattern): return true
    case (.string(let text), .string(let pattern)):
      if JSONValue.isSameText(text, pattern) || matches(text, pattern) { return true }
      guard let own = JSONValue(json: text), let recorded = JSONValue(json: pattern) else { return false }
      if case .string(let inner) = own, case .string(let innerPattern) = recorded { return agree(.string(inner), .string(innerPattern)) }
      return agree(own, recorded)
    case (.string(let text), _):
      guard let own = JSONValue(json: text) else { return false }
      if case .string = own { return false }
      return agree(own, recorded)
    case (_, .string(let pattern)):
      return matches(DocumentText.of(own), pattern)
    case (.array(let own), .array(let recorded)):
      return own.count == recorded.count && zip(own, recorded).allSatisfy { agree($0, $1) }
    case (.members(let own), .members(let members)):
      return own.count == members.count
        && own.allSatisfy { member in
          guard let value = recorded[member.key] else { return false }
          return agree(member.value, value)
        }
    default: return own.matches(recorded)
    }
  }

  /// Whether a text agrees with one in which `<..>` stands for anything.
  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let open = pattern.firstIndex(of: "<"), let close = pattern.lastIndex(of: ">"), open < close else { return false }
    let (head, tail) = (pattern[..<open], pattern[pattern.index(after: close)...])
    return text.hasPrefix(head) && text.hasSuffix(tail) && text.utf8.count >= head.utf8.count + tail.utf8.count
  }
}
