import Foundation
import Testing

@testable import Commands

@Suite struct OutputFolderTests {
  @Test func `the folders above are made too`() throws {
    try withTemporaryFolder { base in
      let folder = try OutputFolder(making: "\(base)/a/b/")
      try folder.write([(name: "x.csv", text: "a\n")], removing: [])
      #expect(try String(contentsOfFile: "\(base)/a/b/x.csv", encoding: .utf8) == "a\n")
      #expect(try names(in: "\(base)/a/b") == ["x.csv"])
    }
  }

  @Test func `a file in the way is a failure to create`() throws {
    try withTemporaryFolder { base in
      try "x".write(toFile: "\(base)/file", atomically: true, encoding: .utf8)
      for path in ["\(base)/file", "\(base)/file/below"] {
        let failure = #expect(throws: CommandFailure.self) { try OutputFolder(making: path) }
        #expect(failure?.status == .cannotCreate)
        #expect(failure?.message.contains("'\(path)' can't be created: ") == true)
      }
    }
  }

  @Test func `what can't be written leaves nothing half there`() throws {
    try withTemporaryFolder { base in
      let folder = try OutputFolder(making: base)
      try FileManager.default.createDirectory(atPath: "\(base)/b.csv/c", withIntermediateDirectories: true)
      let failure = #expect(throws: CommandFailure.self) {
        try folder.write([(name: "b.csv", text: "b\n"), (name: "c.csv", text: "c\n")], removing: [])
      }
      #expect(failure?.status == .cannotWrite)
      #expect(try names(in: base) == ["b.csv"])
    }
  }

  @Test func `files of an earlier run are taken away`() throws {
    try withTemporaryFolder { base in
      let folder = try OutputFolder(making: base)
      try folder.write([(name: "old.csv", text: ""), (name: "kept.csv", text: "1")], removing: [])
      try folder.write([(name: "kept.csv", text: "2")], removing: ["old.csv", "kept.csv"])
      #expect(try names(in: base) == ["kept.csv"])
      #expect(try String(contentsOfFile: "\(base)/kept.csv", encoding: .utf8) == "2")
    }
  }
}
