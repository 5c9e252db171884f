extension JSONValue {
  /// Whether two documents say the same: numbers by their value, texts scalar by scalar, objects whatever the order of their keys.
  ///
  /// - Complexity: O(n) in the number of values, O(n²) in the keys of objects in another order.
  public func matches(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.integer(let left), .number(let right)), (.number(let right), .integer(let left)): Double(left) == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): JSONValue.isSameText(left, right)
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.matches($1) }
    case (.members(let left), .members(let right)): left.count == right.count && JSONValue.haveSameMembers(left, right)
    default: false
    }
  }

  private static func haveSameMembers(_ left: [Member], _ right: [Member]) -> Bool {
    for index in left.indices {
      let member = left[index]
      if isSameText(right[index].key, member.key) {
        if !right[index].value.matches(member.value) { return false }
        continue
      }
      guard let other = right.first(where: { isSameText($0.key, member.key) }), other.value.matches(member.value) else { return false }
    }
    return true
  }

  /// Whether two texts are the same scalars; Swift's `==` also takes composed and decomposed letters for the same.
  @inlinable
  public static func isSameText(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count, left == right else { return false }
    return left.utf8.count <= 1 || left.utf8.elementsEqual(right.utf8)
  }
}
