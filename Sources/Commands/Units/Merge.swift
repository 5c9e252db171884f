import Studies

/// Whether what a plan's units left is there, and is of the study that is put together.
struct Merge {
  /// How many missing units are named.
  private static let shown = 20

  private let file: UnitsFile
  private let points: [StudyPoint]

  /// The units of a plan, and the points of the study as it is now.
  init(_ file: UnitsFile, of points: [StudyPoint]) {
    self.file = file
    self.points = points
  }

  /// Looks for what of every run came.
  ///
  /// - Throws: `CommandFailure`: 65 where something was planned that is not this study's, 75 where units are missing.
  func check() throws(CommandFailure) {
    let units = try file.units()
    let store = FolderRunStore(in: file.folder)
    var missing: [Int] = []
    for (number, unit) in units.enumerated() {
      guard unit.span.isCurrent(in: points) else { throw Self.changed("unit \(number) was") }
      if !unit.span.runs(of: points).allSatisfy({ store.outcome(of: $0) != nil }) { missing.append(number) }
    }
    guard let first = missing.first else { return }
    let named = missing.prefix(Self.shown).map { String($0) }.joined(separator: ", ") + (missing.count > Self.shown ? ", …" : "")
    throw CommandFailure(
      .temporaryFailure,
      "\(missing.count) of \(units.count) units are missing: \(named); do them, as with `fleetsim work \(file.path) --index \(first)`, and merge again"
    )
  }

  /// That the study is not the one that was planned.
  static func changed(_ what: String) -> CommandFailure {
    CommandFailure(
      .invalidInput,
      "the scenario, a file that it names or the version of fleetsim is not what it was when \(what) planned; undo the change, or plan anew: what has not changed is not simulated again"
    )
  }
}
