extension LocatedNode {
  /// This value with another one laid over it: mappings merge, everything else is replaced, and an empty value removes its key.
  ///
  /// Two mappings of one key each that name alternatives of each other, such as distributions, don't merge: the upper one holds.
  /// - Complexity: O(n · m) for mappings of n and m keys.
  public func merged(with upper: LocatedNode, alternatives: (String) -> Bool) -> LocatedNode {
    guard case .mapping(let lowerEntries) = content, case .mapping(let upperEntries) = upper.content else { return upper }
    if lowerEntries.count == 1, upperEntries.count == 1, alternatives(lowerEntries[0].key), alternatives(upperEntries[0].key) {
      return upper
    }
    var entries = lowerEntries
    let positions = Dictionary(entries.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var removed: Set<Int> = []
    for entry in upperEntries {
      guard let index = positions[entry.key] else {
        entries.append(entry)
        continue
      }
      if entry.value.isNull {
        removed.insert(index)
      } else {
        let value = entries[index].value.merged(with: entry.value, alternatives: alternatives)
        entries[index] = Entry(key: entry.key, place: entry.place, value: value)
      }
    }
    let kept = removed.isEmpty ? entries : entries.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
    return LocatedNode(.mapping(kept), at: upper.place)
  }
}
