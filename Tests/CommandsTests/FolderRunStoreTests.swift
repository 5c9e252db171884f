import Fleet
import Foundation
import Studies
import Testing

@testable import Commands

@Suite struct FolderRunStoreTests {
  static let key = String(repeating: "0a", count: 32)
  static let outcomes: [RunOutcome] = [.success(RunRecord(window: 0..<10)), .failure(.tooManyWaits(time: 3))]

  @Test(arguments: outcomes)
  func `what is kept is found by another process`(outcome: RunOutcome) throws {
    try withTemporaryFolder { folder in
      #expect(FolderRunStore(in: folder).outcome(of: Self.key) == nil)
      #expect(FolderRunStore(in: folder).keep(outcome, as: Self.key))
      let store = FolderRunStore(in: folder)
      let found = store.outcome(of: Self.key)
      #expect(found == outcome)
      #expect(store.found == 1)
      let files = try names(in: "\(folder)/units")
      #expect(files == ["\(Self.key).json"])
    }
  }

  @Test func `what this process kept is not what was there`() throws {
    try withTemporaryFolder { folder in
      let store = FolderRunStore(in: folder)
      #expect(store.keep(Self.outcomes[0], as: Self.key))
      #expect(store.outcome(of: Self.key) != nil && store.found == 0)
    }
  }

  @Test func `an altered file is as good as none`() throws {
    try withTemporaryFolder { folder in
      let store = FolderRunStore(in: folder)
      #expect(store.keep(Self.outcomes[0], as: Self.key))
      let file = "\(folder)/units/\(Self.key).json"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for other in [text.replacing("[0,10", with: "[0,11"), String(text.dropLast(5)), ""] {
        try other.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(store.outcome(of: Self.key) == nil)
      }
    }
  }

  @Test func `only runs are taken away, and none that a plan wants`() throws {
    try withTemporaryFolder { folder in
      let store = FolderRunStore(in: folder)
      #expect(store.keep(Self.outcomes[0], as: Self.key))
      for name in ["units/\(Self.key).json.tmp.17", "units/mine.json", "units.jsonl"] {
        try "".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      store.clear()
      #expect(try names(in: "\(folder)/units").count == 3)
      try FileManager.default.removeItem(atPath: "\(folder)/units.jsonl")
      store.clear()
      #expect(try names(in: "\(folder)/units") == ["mine.json"])
    }
  }

  @Test func `where nothing can be written nothing is kept`() {
    #expect(!FolderRunStore(in: "/dev/null").keep(Self.outcomes[0], as: Self.key))
  }
}
