internal import Documents

extension Path {
  /// Puts a value at the place that a reference path names; objects that are missing on the way are made.
  ///
  /// - Returns: whether there was such a place: not below a text or number, nor beyond the end of an array.
  static func put(_ value: JSONValue, at steps: ArraySlice<Step>, into document: inout JSONValue) -> Bool {
    guard let changed = putting(value, at: steps, in: document) else { return false }
    document = changed
    return true
  }

  /// A document with a value put into it; nil where it has no such place.
  ///
  /// What is on the way is written anew, as the document before is kept for retries and catchers.
  private static func putting(_ value: JSONValue, at steps: ArraySlice<Step>, in document: JSONValue) -> JSONValue? {
    if steps.isEmpty { return value }
    let rest = steps.dropFirst()
    switch (steps[steps.startIndex], document) {
    case (.member(let key), .members(let members)): return putting(value, at: key, rest, in: members)
    case (.index(let index), .array(var values)):
      guard values.indices.contains(index), let changed = putting(value, at: rest, in: values[index]) else { return nil }
      values[index] = changed
      return .array(values)
    default: return nil
    }
  }

  private static func putting(
    _ value: JSONValue, at key: String, _ rest: ArraySlice<Step>, in members: [JSONValue.Member]
  ) -> JSONValue? {
    var place = 0
    while place < members.count, members[place].key != key { place += 1 }
    let isNew = place == members.count
    guard let changed = putting(value, at: rest, in: isNew ? .members([]) : members[place].value) else { return nil }
    var made: [JSONValue.Member] = []
    made.reserveCapacity(max(members.count, place + 1))
    for index in 0..<place { made.append(members[index]) }
    made.append(JSONValue.Member(isNew ? key : members[place].key, changed))
    if !isNew { for index in place + 1..<members.count { made.append(members[index]) } }
    return .members(made)
  }
}
