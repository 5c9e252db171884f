internal import Documents

extension Path {
  /// Puts a value at the place that a reference path names; objects that are missing on the way are made.
  ///
  /// - Returns: whether there was such a place: not below a text or number, nor beyond the end of an array.
  static func put(_ value: JSONValue, at steps: ArraySlice<Step>, into document: inout JSONValue) -> Bool {
    guard let step = steps.first else {
      document = value
      return true
    }
    let rest = steps.dropFirst()
    switch (step, document) {
    case (.member(let key), .members(var members)):
      document = .null
      defer { document = .members(members) }
      guard let index = members.firstIndex(where: { $0.key == key }) else {
        var made = JSONValue.members([])
        guard put(value, at: rest, into: &made) else { return false }
        members.append(JSONValue.Member(key, made))
        return true
      }
      return put(value, at: rest, into: &members[index].value)
    case (.index(let index), .array(var values)):
      guard values.indices.contains(index) else { return false }
      document = .null
      defer { document = .array(values) }
      return put(value, at: rest, into: &values[index])
    default: return false
    }
  }
}
