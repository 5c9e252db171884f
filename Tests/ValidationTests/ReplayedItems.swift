import Documents

/// Items of one kind that a replay sends: a source of its own.
struct ReplayedItems {
  /// Their kind, after which the source is named.
  var kind: String
  /// How many come in each tenth of a second of the run, as a file of counts has it: `0*10 5`.
  var counts: String

  init(_ kind: String, _ counts: String) {
    self.kind = kind
    self.counts = counts
  }

  /// The sources as scenario text, indented by two.
  ///
  /// - Parameter key: the key of every item as scenario text; nil for none.
  static func sources(_ items: [ReplayedItems], to target: String, key: String? = nil) -> String {
    items.map { items in
      """
        send-\(items.kind):
          to: \(target)
          kinds: { \(items.kind): 100% }
          size: 100 B
          trace: { counts: { file: counts.csv, row: \(items.kind), every: 100 ms, within: even } }
          \(key.map { "key: \($0)" } ?? "")
      """
    }.joined(separator: "\n")
  }

  /// The file that the sources read.
  static func files(_ items: [ReplayedItems]) -> MemoryFiles {
    MemoryFiles(["counts.csv": "name,counts\n" + items.map { "\($0.kind),\($0.counts)\n" }.joined()])
  }
}
